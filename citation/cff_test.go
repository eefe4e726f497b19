package citation

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// The members and types of a reference in CFF 1.2.0 (schema.json, definitions
// "reference", "person" and "entity") that are written, and what they must be.
var (
	cffTypes = strings.Fields("article audiovisual blog book conference-paper data edited-work encyclopedia generic legal-case manual pamphlet patent proceedings report software serial standard statute thesis unpublished video website")
	cffTexts = strings.Fields("title abstract journal collection-title collection-type status edition number issue section notes thesis-type version volume start end")
	cffForms = map[string]*regexp.Regexp{
		"date-published": regexp.MustCompile(`^[0-9]{4}-[01][0-9]-[0-3][0-9]$`), "date-accessed": regexp.MustCompile(`^[0-9]{4}-[01][0-9]-[0-3][0-9]$`),
		"date-released": regexp.MustCompile(`^[0-9]{4}-[01][0-9]-[0-3][0-9]$`),
		"doi":           regexp.MustCompile(`^10\.\d{4,9}(\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+$`), "isbn": regexp.MustCompile(`^[0-9\- ]{10,17}X?$`),
		"url": regexp.MustCompile(`^(https|http|ftp|sftp)://.+`),
	}
	cffPerson = strings.Fields("family-names given-names name-particle name-suffix")
)

// checkCFF reports what in an object is not as CFF has it.
func checkCFF(t *testing.T, object map[string]any, isRoot bool) {
	t.Helper()
	for _, required := range []string{"type", "title", "authors"} {
		if object[required] == nil {
			t.Errorf("no %s: %v", required, object)
		}
	}
	for name, value := range object {
		text, isText := value.(string)
		form := cffForms[name]
		switch {
		case name == "type" && isRoot:
			if text != "software" && text != "dataset" {
				t.Errorf("type %q of a file", text)
			}
		case name == "type":
			if !slices.Contains(cffTypes, text) {
				t.Errorf("type %q of a reference", text)
			}
		case form != nil:
			if !form.MatchString(text) {
				t.Errorf("%s is %v", name, value)
			}
		case name == "authors" || name == "editors" || name == "translators":
			for _, n := range value.([]any) {
				for part, value := range n.(map[string]any) {
					if _, ok := value.(string); !ok || part != "name" && !slices.Contains(cffPerson, part) {
						t.Errorf("%s of %s: %v", part, name, value)
					}
				}
			}
		case name == "publisher" || name == "institution" || name == "location":
			if _, ok := value.(map[string]any)["name"].(string); !ok {
				t.Errorf("%s is no entity: %v", name, value)
			}
		case name == "year" || name == "month":
			if _, ok := value.(uint64); !ok {
				t.Errorf("%s is %T", name, value)
			}
		case name == "keywords":
			for _, word := range value.([]any) {
				if _, ok := word.(string); !ok {
					t.Errorf("keyword %v", word)
				}
			}
		case name == "identifiers":
			for _, id := range value.([]any) {
				if id.(map[string]any)["type"] != "other" {
					t.Errorf("identifier %v", id)
				}
			}
		case isRoot && name == "preferred-citation":
			checkCFF(t, value.(map[string]any), false)
		case isRoot && name == "references":
			for _, r := range value.([]any) {
				checkCFF(t, r.(map[string]any), false)
			}
		case isRoot && (name == "cff-version" || name == "message"):
		case !isText || !slices.Contains(cffTexts, name):
			t.Errorf("%s is no member of a reference, or no text: %v", name, value)
		}
	}
}

// What is written as CITATION.cff is of the structure of CFF 1.2.0, for no work, for one
// and for several, whatever their references say.
func TestCFFIsOfItsStructure(t *testing.T) {
	b := outsideBibliography(t)
	several := b.Works()
	for i := -1; i < len(several)+1; i++ {
		works := b
		if i < len(several) {
			works = new(Bibliography)
		}
		if 0 <= i && i < len(several) {
			works.Add("fact", &several[i].Reference)
		}
		written := written(t, works, WriteOptions{Format: CFF})
		var file map[string]any
		if err := yaml.Unmarshal(written, &file); err != nil {
			t.Fatalf("%v:\n%s", err, written)
		}
		if file["cff-version"] != "1.2.0" || file["message"] == nil {
			t.Errorf("no version or message:\n%s", written)
		}
		checkCFF(t, file, true)
		if references, _ := file["references"].([]any); i == len(several) && len(references) != len(several) {
			t.Errorf("%d references of %d works", len(references), len(several))
		}
		if t.Failed() {
			t.Fatalf("%s", written)
		}
	}
}

// Software is the work of the file itself; any other work is what it prefers to cite.
func TestCFFOfOneWork(t *testing.T) {
	roe := []Name{{Family: "Roe", Given: "Ana"}}
	for want, r := range map[string]Reference{
		`cff-version: 1.2.0
message: Please cite this work as follows.
title: Rimcount
authors:
- family-names: Roe
  given-names: Ana
type: software
version: "2.3"
url: https://rims.example
date-released: "2021-05-07"
`: {Type: Misc, Kind: "software", Title: "Rimcount", Authors: roe, Version: "2.3", URL: "https://rims.example", Year: "2021", Month: 5, Day: "7"},
		`cff-version: 1.2.0
message: Please cite this work as follows.
title: "Felt: rims"
authors:
- family-names: Roe
  given-names: Ana
type: software
doi: 10.1000/a
preferred-citation:
  type: article
  title: "Felt: rims"
  authors:
  - family-names: Roe
    given-names: Ana
  journal: Carts
  year: 2019
  doi: 10.1000/a
`: {Type: Article, Title: "Felt: rims", Authors: roe, Container: "Carts", DOI: "10.1000/a", Year: "2019"},
	} {
		var b Bibliography
		b.Add("fact", &r)
		if got := string(written(t, &b, WriteOptions{Format: CFF})); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}
