package fact

import (
	"strings"
	"testing"
)

func TestDetect(t *testing.T) {
	for _, test := range []struct {
		head string
		want Form
	}{
		{"", Auto},
		{" \n", Auto},
		{"hello", Auto},
		{"\x00\x01Facts (2)\n", Auto},
		{"concept\n\nfelt\n\nFacts (2)\n\nSources\n", PageText},
		{"felt\r\nFacts (2)\r\n", PageText},
		{"felt\nSee Facts (2)\n", Auto},
		{"\ufeff<!DOCTYPE html><html>", PageHTML},
		{"  <div data-facts-section>", PageHTML},
		{"[", JSON},
		{"[{\"content\":\"x\"}]", JSON},
		{"{\n  \"content\": \"x\"\n}\n", JSON},
		{"{\"content\":\"x\"}", Lines},
		{"{\"content\":\"x\"}\n{\"content\":\"y\"}\n", Lines},
		{"{\"content\":\"x\n{\"content\":\"y\"}\n", Lines},
		{"{\"content\":\"" + strings.Repeat("x", 1<<16), Lines},
		{"{\"content\":\"x\",\"facts\":[1]}", Lines},
		{"{\"facts\":[]}", Export},
		{"{\n\"metadata\":{\"export_type\":\"facts\"},\n\"other\":", Export},
		{"{\"metadata\":{\"k\":1},\"content\":\"x\"}", Lines},
		{"{\"nodes\":[{\"concept\":\"x", Export},
		{"{\"nodes\":[],\"edges\":[],", Export},
		{"{\"schema_version\": 2, \"metadata\":{", Bundle},
		{"{\"nodes\":[{\"id\":\"n\",\"x\":\"", Export},
		{"{\"nodes\":[\"n0\"],\"text\":\"x\"}", Lines},
		{"{\"nodes\":[\"n0\"]}\n", Lines},
		{"{\"facts\":[\"Felt absorbs water.\"]}\n", Lines},
		{"{\"uid\":\"u\",\"text\":\"x\",\"facts\":[]}\n", Lines},
		{"{\"uid\":\"u\",\"nodes\":[{\"concept\":\"felt\"}]}\n{\"uid\":\"v\"}\n", Lines},
		{"{\"nodes\":[{\"concept\":\"felt\"}]}\n{\"nodes\":[]}\n", Export},
		{"{\"nodes\":[{\"name\":\"felt\"}],\"edges\":[{\"from\":1}]}\n", Lines},
		{"{\"edges\":[{\"uuid\":\"e\",\"fact\":\"Felt is quiet.\"}]}\n", Lines},
		{"{\"edges\":[{\"supporting_fact_ids\":[]}],\"x\":1}\n", Export},
		{"{\"conversation\":\"c1\",\"text\":\"x\"}\n", Lines},
		{"{\"schema_version\":1,\"text\":\"x\"}\n", Lines},
		{"{\"schema_version\":1,\"text\":\"x\",\"sources\":[\"u\"]}\n", Lines},
		{"{\"schema_version\":2,\"facts\":[{\"text\":\"A.\"}]}\n", Bundle},
		{"{\"schema_version\":2,\"sources\":[{\"idx\":0,\"x\":\"", Bundle},
		{"@book{x,\n", Bib},
		{"% refs\n@ARTICLE (x,\n", Bib},
		{"@book{x, note={\nFacts (2)\n}}", Bib},
		{"mail me at a@b {c}", Auto},
	} {
		if got := Detect([]byte(test.head)); got != test.want {
			t.Errorf("Detect(%.60q) = %q, want %q", test.head, got, test.want)
		}
	}
}
