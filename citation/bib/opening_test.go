package bib

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/factcite/factcite/internal/text"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// checkOpenings scans a text with and without openings, which are for speed alone.
func checkOpenings(t *testing.T, content []byte) {
	t.Helper()
	plain := scanAll(scanner{text: content})
	quick := scanAll(scanner{text: content, openings: newOpenings()})
	options := cmp.Options{cmp.AllowUnexported(scannedPiece{}, scannedField{}, scanFault{}), cmpopts.EquateEmpty(), cmpopts.IgnoreFields(scannedField{}, "name")}
	if diff := cmp.Diff(plain, quick, options); diff != "" {
		t.Fatalf("openings change how this is read:\n%s\n(-without +with):\n%s", content, diff)
	}
	for _, p := range quick {
		for _, f := range p.fields {
			if want := text.LowerASCII(string(content[f.nameStart:f.nameEnd])); f.name != "" && f.name != want {
				t.Fatalf("the opening of field %q says %q", want, f.name)
			}
		}
	}
}

func scanAll(s scanner) []scannedPiece {
	var pieces []scannedPiece
	for {
		p, more := s.next()
		if !more {
			return pieces
		}
		p.fields = slices.Clone(p.fields)
		pieces = append(pieces, p)
	}
}

// Whatever is put together of entries, a scanner that remembers openings finds in
// it what one finds that reads each of them.
func TestBibOpenings(t *testing.T) {
	openings := []string{",\n  title = ", ",\n  title = ", ",\n  year =", ", TITLE=", ",title=", ",\n  t\xe4g = ", ", title = # ", ","}
	values := []string{"{x}", "{y}", `"z"`, "12", "jan # {x}", " {x}", "\n{x}\n", "{", "", "%"}
	ends := []string{"}\n", "}", ")", ",}", ",\n", "", " junk\n", "}@string{m = {v}}", "}@comment{"}
	random := rand.New(rand.NewPCG(3, 4))
	one := func(of []string) string { return of[min(random.IntN(len(of)), random.IntN(len(of)))] }
	for range 5_000 {
		var text bytes.Buffer
		for range random.IntN(6) {
			text.WriteString(one([]string{"@misc{a", "@Book{b", "@misc(c", "@misc{a\n"}))
			for range random.IntN(6) {
				text.WriteString(one(openings) + one(values))
			}
			text.WriteString(one(ends))
		}
		checkOpenings(t, text.Bytes())
	}
}

// A name that is not UTF-8 is decoded each time that it is met.
func TestBibOpeningsDecoded(t *testing.T) {
	f := Read("", bytes.Repeat([]byte("@misc{k, T\xe4g = {v}}\n"), 3))
	for _, e := range f.Entries {
		if len(e.Fields) != 1 || e.Fields[0].Name != "täg" {
			t.Errorf("fields %v, want one named täg", e.Fields)
		}
	}
}

// A file of more openings than are remembered is read as any other.
func TestBibOpeningsBounded(t *testing.T) {
	var text bytes.Buffer
	for n := range 3 * maxBibOpenings {
		text.WriteString("@misc{k,\n" + string(bytes.Repeat([]byte(" "), n%(2*maxBibOpeningLength))) + "f" + string(rune('a'+n%26)) + string(rune('a'+n/26%26)) + string(rune('a'+n/676)) + " = {v},\n title = {T}}\n")
	}
	checkOpenings(t, text.Bytes())
	openings := newOpenings()
	scanAll(scanner{text: text.Bytes(), openings: openings})
	if len(openings.known) != maxBibOpenings {
		t.Errorf("%d openings are remembered, want %d", len(openings.known), maxBibOpenings)
	}
}
