package validate_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/schema"
	"github.com/factcite/factcite/validate"
)

// record is one line of JSON Lines, with a source that has an address.
func record(id, factType, content string) string {
	return fmt.Sprintf(`{"id": %q, "fact_type": %q, "content": %q, "sources": [{"uri": "https://carts.example.org/%s"}]}`+"\n", id, factType, content, id)
}

func facts(text ...string) iter.Seq2[validate.Input, error] {
	return validate.Facts(fact.Read(strings.NewReader(strings.Join(text, "")), "facts.jsonl", nil))
}

func bibliography(text string) iter.Seq2[validate.Input, error] {
	return func(yield func(validate.Input, error) bool) {
		yield(validate.Input{Bib: bib.Read("refs.bib", []byte(text))}, nil)
	}
}

func both(streams ...iter.Seq2[validate.Input, error]) iter.Seq2[validate.Input, error] {
	return func(yield func(validate.Input, error) bool) {
		for _, stream := range streams {
			for input, err := range stream {
				if !yield(input, err) {
					return
				}
			}
		}
	}
}

// brief is what tests compare of findings.
func brief(all []validate.Finding) []string {
	lines := []string{}
	for _, f := range all {
		lines = append(lines, fmt.Sprintf("%s:%d: %s: %s %s", f.Path, f.Line, f.Severity, f.Rule, f.Fact))
	}
	return lines
}

const (
	withAuthor = "Ana Roe wrote the paper 'Felt rims and quiet carts' (2019)."
	withVenue  = "The paper 'Felt rims and quiet carts' was published in the Journal of Reading Rooms, volume 7, pages 11–19, doi:10.99999/jrr.2019.7."
)

func TestGapsBelongToTheMergedWork(t *testing.T) {
	got := check(t, facts(record("a1", "reference", withAuthor), record("a2", "reference", withVenue)), &validate.Options{Today: today})
	if diff := cmp.Diff([]string{}, brief(got)); diff != "" {
		t.Errorf("one fact gives the author, another the venue (-want +got):\n%s", diff)
	}
}

func TestGapsAreReportedOnceAtTheFirstFact(t *testing.T) {
	got := check(t, facts(
		record("a1", "claim", "Felt rims are quiet."),
		record("a2", "reference", withVenue),
		record("a3", "reference", withVenue+" It is short."),
	), &validate.Options{Today: today})
	want := []string{
		"facts.jsonl:2: warning: missing-author a2",
		"facts.jsonl:2: warning: missing-year a2",
	}
	if diff := cmp.Diff(want, brief(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAFactOfAnotherTypeHasNoGaps(t *testing.T) {
	stream := func() iter.Seq2[validate.Input, error] { return facts(record("a1", "claim", withVenue)) }
	if got := check(t, stream(), &validate.Options{Today: today}); len(got) > 0 {
		t.Errorf("a claim yields %q", brief(got))
	}
	if got := check(t, stream(), &validate.Options{Today: today, AllTypes: true}); len(got) == 0 {
		t.Error("a claim yields nothing with AllTypes")
	}
}

func TestConflictsGiveBothValuesAndBothPlaces(t *testing.T) {
	got := check(t, facts(
		record("a1", "reference", "Ana Roe published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019, doi:10.99999/jrr.1."),
		record("a2", "reference", "Ana Roe published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2020, doi:10.99999/jrr.1."),
	), &validate.Options{Today: today})
	var conflicts []validate.Finding
	for _, f := range got {
		if f.Rule == "reference-conflict" {
			f.Fingerprint, f.Help = "", ""
			conflicts = append(conflicts, f)
		}
	}
	want := []validate.Finding{{
		Rule: "reference-conflict", Severity: validate.Warning,
		Message: `the year of "Felt rims and quiet carts" is "2020" here and "2019" in another fact`,
		Path:    "facts.jsonl", Line: 2, Column: 1, Fact: "a2", Field: "year", Stated: "2020", Known: "2019",
		Related: []validate.Related{{Path: "facts.jsonl", Line: 1, Column: 1, Fact: "a1", Stated: "2019"}},
	}}
	if diff := cmp.Diff(want, conflicts); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestMentionsResolveAgainstEveryEntry(t *testing.T) {
	claim := record("a1", "claim", "Roe (2019) put felt on the rims of 40 carts.")
	entry := "@article{k, author = {Roe, Ana}, title = {Felt rims}, journal = {J. Reading Rooms}, year = 2019, pages = {1--2}, doi = {10.99999/a}}"
	for _, c := range []struct {
		name   string
		stream iter.Seq2[validate.Input, error]
		want   []string
	}{
		{"no entry", facts(claim), []string{"facts.jsonl:1: info: mention-unresolved a1"}},
		{"an entry of a .bib read later", both(facts(claim), bibliography(entry)), []string{}},
		{"another year", both(facts(claim), bibliography(strings.Replace(entry, "2019", "2018", 1))), []string{"facts.jsonl:1: info: mention-unresolved a1"}},
		{"two entries", both(bibliography(entry+strings.NewReplacer("{k", "{l", "Felt rims", "Iron tyres", "/a", "/b").Replace(entry)), facts(claim)), []string{"facts.jsonl:1: info: mention-ambiguous a1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := brief(check(t, c.stream, &validate.Options{Today: today}))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestACitationMetAgainHasTheSameNames(t *testing.T) {
	got := check(t, facts(
		record("a1", "reference", "Ana Roe wrote the book 'Felt Rims' (2019)."),
		record("a2", "reference", "Ana Roe wrote the book 'Iron Tyres' (2019)."),
		record("a3", "claim", "Roe (2019) put felt on a rim."),
		record("a4", "claim", "Roe (2019) put iron on a rim."),
	), &validate.Options{Today: today})
	var messages []string
	for _, f := range got {
		if f.Rule == "mention-ambiguous" {
			messages = append(messages, f.Fact+": "+f.Message)
		}
	}
	want := []string{
		`a3: "Roe (2019)" is cited, and 2 entries fit, as "Felt Rims" and "Iron Tyres"`,
		`a4: "Roe (2019)" is cited, and 2 entries fit, as "Felt Rims" and "Iron Tyres"`,
	}
	if diff := cmp.Diff(want, messages); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestEveryRepeatIsFoundInALongStream(t *testing.T) {
	const length = 6_000 // more than an index begins with, and more than a page
	var text strings.Builder
	for i := range length {
		text.WriteString(record(fmt.Sprint("a", i), "claim", fmt.Sprint("Felt rims are quiet, room ", i, ".")))
	}
	var want []string
	for i := 0; i < length; i += 500 {
		text.WriteString(record(fmt.Sprint("a", i), "claim", "Iron rims are loud."))
		want = append(want, fmt.Sprintf("the id \"a%d\" names another fact already (facts.jsonl:%d)", i, i+1))
	}
	var got []string
	for _, f := range check(t, facts(text.String()), &validate.Options{Today: today}) {
		if f.Rule == "fact-id-reused" {
			got = append(got, f.Message)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestEntriesOfABibHaveGaps(t *testing.T) {
	got := check(t, bibliography("@article{roe2019,\n  title = {Felt rims},\n  year = 2019,\n  doi = {10.99999/a}\n}\n"), &validate.Options{Today: today})
	want := []string{
		"refs.bib:1: warning: missing-author roe2019",
		"refs.bib:1: info: missing-pages roe2019",
		"refs.bib:1: warning: missing-venue roe2019",
	}
	if diff := cmp.Diff(want, brief(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestEntriesOfOneWork(t *testing.T) {
	entry := func(key, rest string) string {
		return "@article{" + key + ", author = {Roe, Ana}, title = {Felt rims}, journal = {J. Reading Rooms}, year = 2019, pages = {1--2}" + rest + "}\n"
	}
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"twice", entry("a", ", doi = {10.99999/a}") + entry("b", ""), []string{"refs.bib:2: warning: duplicate-fact b"}},
		{"three times", entry("a", ", doi = {10.99999/a}") + entry("b", "") + entry("c", ""), []string{"refs.bib:2: warning: duplicate-fact b"}},
		{"two publications", entry("a", ", doi = {10.99999/a}") + entry("b", ", doi = {10.99999/b}"), []string{"refs.bib:2: info: other-version b"}},
		{"one key", entry("a", ", doi = {10.99999/a}") + entry("a", ""), []string{"refs.bib:2: error: bib-duplicate-key a"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := brief(check(t, bibliography(c.text), &validate.Options{Today: today}))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestRecordsOfABundleNeedNoType(t *testing.T) {
	bundle := `{"schema_version": 2, "sources": [{"idx": 0, "url": "https://carts.example.org/a"}], "facts": [{"idx": 0, "text": "Felt rims are quiet."}], "fact_sources": [{"fact_idx": 0, "source_idx": 0}], "concepts": []}`
	got := check(t, validate.Facts(fact.Read(strings.NewReader(bundle), "bundle.json", nil)), &validate.Options{Today: today})
	if diff := cmp.Diff([]string{}, brief(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRecordsOfABundleNeedTheOtherMembers(t *testing.T) {
	const text = `{"type": "object", "required": ["fact_type", "stance"]}`
	s, err := schema.Compile("strict.json", []byte(text), nil)
	if err != nil {
		t.Fatal(err)
	}
	bundle := `{"schema_version": 2, "sources": [{"idx": 0, "url": "https://carts.example.org/a"}], "facts": [{"idx": 0, "text": "Felt rims are quiet."}], "fact_sources": [{"fact_idx": 0, "source_idx": 0}], "concepts": []}`
	got := check(t, validate.Facts(fact.Read(strings.NewReader(bundle), "bundle.json", nil)), &validate.Options{Today: today, Schema: s})
	if len(got) != 1 || got[0].Rule != "schema" || !strings.Contains(got[0].Message, "stance") {
		t.Errorf("got %v, want the missing stance alone", got)
	}
}

func TestARecordThatCannotBeCheckedIsInvalid(t *testing.T) {
	line := `{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "metadata": {"é": 1e1000001}, "sources": [{"uri": "https://carts.example.org/a"}]}` + "\n"
	res, err := validate.Check(t.Context(), facts(record("a0", "claim", "Iron rims are loud."), line), &validate.Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	defer res.Close()
	want := validate.Summary{Records: 2, Valid: 1, Invalid: 1, Findings: validate.Counts{Error: 1}}
	if diff := cmp.Diff(want, res.Summary); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for f := range res.Findings() {
		got := fmt.Sprintf("%s:%d:%d %s %s: %s", f.Path, f.Line, f.Column, f.Rule, f.Field, f.Message)
		const want = "facts.jsonl:2:89 schema /metadata/é: the record cannot be checked: a number with an exponent over 400 at 2:89"
		if got != want {
			t.Errorf("got %s\nwant %s", got, want)
		}
	}
}

func TestACutEntryHasNoGaps(t *testing.T) {
	whole := "@article{lim2020,\n  title = {Iron tyres},\n  year = 2020,\n  doi = {10.99999/b}\n}\n"
	got := check(t, bibliography("@article{roe2019,\n  title = {Felt rims},\n  year = 2019 2020,\n  doi = {10.99999/a}\n}\n"+whole), &validate.Options{Today: today})
	want := []string{
		"refs.bib:3: error: bib-syntax roe2019",
		"refs.bib:6: warning: missing-author lim2020",
		"refs.bib:6: info: missing-pages lim2020",
		"refs.bib:6: warning: missing-venue lim2020",
	}
	if diff := cmp.Diff(want, brief(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestAnEntryThatAFaultHasLeftNothingNamesNoWork holds that its key is known all the same.
func TestAnEntryThatAFaultHasLeftNothingNamesNoWork(t *testing.T) {
	text := "@article{roe2019,\n  title = {Felt rims,\n\n@article{lim2020,\n  title = {Iron tyres}, year = 2020,\n"
	options := &validate.Options{Today: today, Cited: []bib.CitedKey{{Key: "roe2019", Path: "a.tex", Line: 1, Column: 1}}}
	result, err := validate.Check(t.Context(), bibliography(text), options)
	if err != nil {
		t.Fatal(err)
	}
	defer result.Close()
	if s := result.Summary; s.Works != 1 || s.References != 1 || len(result.Bibliography.Works()) != 1 {
		t.Errorf("%d works of %d references", s.Works, s.References)
	}
	for f := range result.Findings() {
		if f.Rule == "cited-key-missing" {
			t.Errorf("the key of the entry is unknown: %s", f.Message)
		}
	}
}

// TestEntriesOfOneKeyAreToldApart holds that findings of the entries of one key have
// fingerprints of their own, however many works there are.
func TestEntriesOfOneKeyAreToldApart(t *testing.T) {
	var text strings.Builder
	const entries = 700
	for i := range entries {
		fmt.Fprintf(&text, "@book{roe, title = {Felt rims %d}, year = 2001, author = {Roe, Ana}}\n", i)
	}
	counts := map[string]int{}
	for _, f := range check(t, bibliography(text.String()), &validate.Options{Today: today}) {
		if f.Rule == "missing-publisher" {
			counts[f.Fingerprint]++
		}
	}
	if len(counts) != entries {
		t.Errorf("%d fingerprints of %d entries", len(counts), entries)
	}
}

func TestAFactMetAgainIsCountedOnce(t *testing.T) {
	res, err := validate.Check(t.Context(), facts(record("a1", "reference", withVenue), record("a1", "reference", withVenue)), &validate.Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	defer res.Close()
	want := validate.Summary{Records: 2, Valid: 2, Repeated: 1, References: 1, Works: 1, Findings: validate.Counts{Warning: 2}}
	if diff := cmp.Diff(want, res.Summary); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSummaryCountsEveryRecord(t *testing.T) {
	res, err := validate.Check(t.Context(), facts(
		record("a1", "claim", "Felt rims are quiet."),
		`{"id": "a2", "fact_type": "claim", "content": "Felt`+"\n",
		record("a3", "rumour", "Iron rims are loud."),
		record("a4", "claim", "Roe et al. (2019) put felt on rims."),
	), &validate.Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	defer res.Close()
	want := validate.Summary{Records: 4, Valid: 2, Invalid: 1, Unreadable: 1, Mentions: 1, Findings: validate.Counts{Error: 2, Info: 1}}
	if diff := cmp.Diff(want, res.Summary); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSourcesAreReportedOnce(t *testing.T) {
	titled := func(id string) string {
		return fmt.Sprintf(`{"id": %q, "fact_type": "claim", "content": "Cart %s is quiet.", "sources": [{"title": "Carts", "published_date": "4 days ago"}]}`+"\n", id, id)
	}
	got := brief(check(t, facts(titled("a1"), titled("a2"), titled("a3")), &validate.Options{Today: today}))
	want := []string{
		"facts.jsonl:1: info: source-no-uri a1",
		"facts.jsonl:1: warning: source-date-relative a1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestCheckedTellsWhatWasRead(t *testing.T) {
	res, err := validate.Check(t.Context(), facts(
		record("a1", "reference", "Bo Lim wrote the book 'Iron Tyres' in 2001."),
		record("a2", "reference", withAuthor),
		record("a3", "reference", withVenue),
		"no record\n",
	), &validate.Options{Today: today, KeepChecked: true, Spill: 2})
	if err != nil {
		t.Fatal(err)
	}
	defer res.Close()
	type line struct {
		Fact, Source string
		Titles       []string
		Unreadable   bool
	}
	var got []line
	for c, err := range res.Checked() {
		if err != nil {
			t.Fatal(err)
		}
		l := line{Fact: c.Fact, Source: c.Source, Unreadable: c.Unreadable}
		for _, w := range c.Works {
			l.Titles = append(l.Titles, res.Bibliography.At(w).Reference.Title)
		}
		got = append(got, l)
	}
	want := []line{
		{Fact: "a1", Source: "https://carts.example.org/a1", Titles: []string{"Iron Tyres"}},
		{Fact: "a2", Source: "https://carts.example.org/a2", Titles: []string{"Felt rims and quiet carts"}},
		{Fact: "a3", Source: "https://carts.example.org/a3", Titles: []string{"Felt rims and quiet carts"}},
		{Unreadable: true},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(validate.Completeness{Works: 2, Title: 2, Author: 2, Year: 2, Venue: 1, Identifier: 1, Venues: 1}, res.Completeness()); diff != "" {
		t.Errorf("coverage (-want +got):\n%s", diff)
	}
	// Of the five of a book, publisher and identifier are not known; of the six of an article all are.
	if known, needed := res.FieldsKnown(); known != 9 || needed != 11 {
		t.Errorf("%d of %d fields are known, want 9 of 11", known, needed)
	}
}

// manyRecords is a stream in which every rule about records and across them has
// something to say.
func manyRecords(n int) string {
	var b strings.Builder
	for i := range n {
		id := fmt.Sprint("a", i%(n-n/10))
		switch i % 5 {
		case 0:
			b.WriteString(record(id, "claim", fmt.Sprintf("They counted %d carts.", i)))
		case 1:
			b.WriteString(record(id, "reference", fmt.Sprintf("The paper 'Felt rims, part %d' was published in the Journal of Reading Rooms in %d.", i%40, 2000+i%7)))
		case 2:
			b.WriteString(record(id, "claim", fmt.Sprintf("Roe and Lim (%d) counted carts.", 2000+i%9)))
		case 3:
			b.WriteString(record(id, "rumour", "Iron rims are loud."))
		case 4:
			b.WriteString("{\n")
		}
	}
	return b.String()
}

func TestFindingsAreTheSameForAnyNumberOfWorkers(t *testing.T) {
	text := manyRecords(700)
	want := check(t, facts(text), &validate.Options{Today: today, Workers: 1})
	if len(want) < 500 {
		t.Fatalf("only %d findings", len(want))
	}
	for _, workers := range []int{2, 3, 16} {
		got := check(t, facts(text), &validate.Options{Today: today, Workers: workers})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d workers (-1 worker +%d):\n%s", workers, workers, diff)
		}
	}
}

func TestSpilledFindingsAreTheSame(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	text := manyRecords(500)
	want := check(t, facts(text), &validate.Options{Today: today})
	res, err := validate.Check(t.Context(), facts(text), &validate.Options{Today: today, Spill: 7})
	if err != nil {
		t.Fatal(err)
	}
	if files, _ := os.ReadDir(dir); len(files) > 0 && runtime.GOOS != "windows" {
		t.Errorf("%s has a name, and would be left behind by a kill", files[0].Name())
	}
	for range 2 {
		if diff := cmp.Diff(want, findings(t, res)); diff != "" {
			t.Errorf("(-in memory +spilled):\n%s", diff)
		}
	}
	if err := res.Close(); err != nil {
		t.Error(err)
	}
	if files, _ := os.ReadDir(dir); len(files) > 0 {
		t.Errorf("%s is left behind", files[0].Name())
	}
	t.Setenv("TMPDIR", filepath.Join(dir, "missing"))
	if _, err := validate.Check(t.Context(), facts(text), &validate.Options{Today: today, Spill: 7}); err == nil {
		t.Error("nothing was spilled to disk")
	}
}

func TestCheckEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	endless := func(yield func(validate.Input, error) bool) {
		for n := 0; ; n++ {
			if n == 5000 {
				cancel()
			}
			for input, err := range facts(record(fmt.Sprint("a", n), "claim", "Felt rims are quiet.")) {
				if !yield(input, err) {
					return
				}
			}
		}
	}
	_, err := validate.Check(ctx, endless, &validate.Options{Today: today})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Check returns %v, want %v", err, context.Canceled)
	}
}

func TestCheckEndsWithItsStream(t *testing.T) {
	broken := errors.New("the disk is gone")
	stream := both(facts(record("a1", "claim", "Felt rims are quiet.")), func(yield func(validate.Input, error) bool) { yield(validate.Input{}, broken) })
	if _, err := validate.Check(t.Context(), stream, nil); !errors.Is(err, broken) {
		t.Errorf("Check returns %v, want %v", err, broken)
	}
}

func FuzzCheck(f *testing.F) {
	f.Add(manyRecords(10))
	f.Add(record("a1", "reference", withVenue) + record("a2", "quote", "'") + "\xff\n")
	f.Add("concept\n\nFelt\n\nFacts (1)\n\nSources\nCarts carts.example.org 1 fact\nreferenceRoe, A. (2019). 'Felt'.\n")
	compiled := schema.Default(nil)
	f.Fuzz(func(t *testing.T, text string) {
		res, err := validate.Check(t.Context(), both(facts(text), bibliography(text)), &validate.Options{Schema: compiled, Today: today, AllTypes: true, Spill: 3})
		if err != nil {
			t.Skip(err)
		}
		defer res.Close()
		s := res.Summary
		if s.Records != s.Valid+s.Invalid+s.Unreadable {
			t.Errorf("the records do not add up: %+v", s)
		}
		var counts validate.Counts
		for _, finding := range findings(t, res) {
			switch finding.Severity {
			case validate.Error:
				counts.Error++
			case validate.Warning:
				counts.Warning++
			case validate.Info:
				counts.Info++
			}
			if finding.Line < 1 || finding.Column < 1 || finding.Fingerprint == "" || finding.Message == "" {
				t.Errorf("a finding lacks its place, message or fingerprint: %+v", finding)
			}
		}
		if counts != s.Findings {
			t.Errorf("the summary counts %+v, the findings are %+v", s.Findings, counts)
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	text := manyRecords(20_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		res, err := validate.Check(b.Context(), facts(text), &validate.Options{Today: today})
		if err != nil {
			b.Fatal(err)
		}
		res.Close()
	}
}

// TestFindingsOfOneRule holds that a record with many faults of a kind is told a hundred
// of them, and how many others there are.
func TestFindingsOfOneRule(t *testing.T) {
	const sources = 350
	text := `{"id":"a","fact_type":"claim","content":"Felt is quiet.","sources":[` + strings.Repeat("{},", sources-1) + "{}]}"
	counts, more := map[string]int{}, 0
	for _, f := range check(t, facts(text), &validate.Options{Today: today}) {
		counts[f.Rule]++
		if strings.HasPrefix(f.Message, fmt.Sprint(sources-100, " more findings")) {
			more++
		}
	}
	if more == 0 {
		t.Errorf("the rest is not counted: %v", counts)
	}
	for rule, count := range counts {
		if count > 101 {
			t.Errorf("%d findings of %s", count, rule)
		}
	}
}

// counter remembers what was written, and how much at a time.
type counter struct {
	bytes.Buffer
	most int
}

func (c *counter) Write(p []byte) (int, error) {
	c.most = max(c.most, len(p))
	return c.Buffer.Write(p)
}

// TestBaselineIsWrittenBitByBit holds that a baseline is not made as a whole in memory,
// and is JSON with its indents.
func TestBaselineIsWrittenBitByBit(t *testing.T) {
	for _, text := range []string{"", manyRecords(3000)} {
		res, err := validate.Check(t.Context(), facts(text), &validate.Options{Today: today})
		if err != nil {
			t.Fatal(err)
		}
		defer res.Close()
		var got counter
		if err := validate.WriteBaseline(&got, res); err != nil {
			t.Fatal(err)
		}
		if got.most > 16<<10 {
			t.Errorf("%d bytes are written at once", got.most)
		}
		var file struct {
			Version      int      `json:"version"`
			Fingerprints []string `json:"fingerprints"`
		}
		if err := json.Unmarshal(got.Bytes(), &file); err != nil {
			t.Fatal(err)
		}
		want, _ := json.MarshalIndent(file, "", "  ")
		if diff := cmp.Diff(string(want)+"\n", got.String()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if text != "" && len(file.Fingerprints) < 1000 {
			t.Errorf("only %d fingerprints", len(file.Fingerprints))
		}
	}
}
