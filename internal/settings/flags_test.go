package settings

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/internal/golden"
	"github.com/factcite/factcite/validate"
)

// all are the flags that programs register together.
type all struct {
	Reading
	Making
	Known
	Works
	Reporting
}

// parsed returns the flags that arguments set.
func parsed(t *testing.T, args ...string) (*all, *pflag.FlagSet) {
	t.Helper()
	f, flags := new(all), pflag.NewFlagSet("check", pflag.ContinueOnError)
	f.Reading.Register(flags)
	f.Making.Register(flags)
	f.Known.Register(flags)
	f.Works.Register(flags)
	f.Reporting.Register(flags)
	if err := flags.Parse(args); err != nil {
		t.Fatalf("%q: %v", args, err)
	}
	return f, flags
}

// settle says what is wrong with flags, "" if nothing is.
func (f *all) settle() string {
	for _, err := range []error{f.Reading.Settle(), f.Making.Settle(), f.Reporting.Settle(), f.Reporting.Complete(new(validate.Options))} {
		if err != nil {
			return err.Error()
		}
	}
	return ""
}

// TestHelp holds what users are told of the flags, and what they are without being set.
func TestHelp(t *testing.T) {
	f, flags := parsed(t)
	if got := f.settle(); got != "" {
		t.Errorf("without a flag: %s", got)
	}
	golden.Compare(t, filepath.Join("testdata", "flags.txt"), flags.FlagUsagesWrapped(100))
}

// TestEveryFlagIsHeard holds which values flags set.
func TestEveryFlagIsHeard(t *testing.T) {
	got, _ := parsed(t, "--from", "jsonl", "--map", "content=/text,id=/uid", "--records", "/all", "--max-record", "2KiB", "--max-depth", "7",
		"--schema", "s.json", "--schema-on", "raw", "--today", "2026-03-12", "--config", "c.yaml", "--index", "a", "--index", "b", "--all-types", "--all-kinds",
		"--format", "json", "-o", "out", "--report", "sarif=s", "--report", "html=h", "--bib", "r.bib", "--keys-from", "k.bib", "--fail-on", "never",
		"--baseline", "known", "--write-baseline", "new", "--used-by", "p.tex", "--max-findings", "5")
	want := &all{
		Reading: Reading{From: "jsonl", Members: Members{"content": "/text", "id": "/uid"}, Records: "/all", MaxRecord: 2048, MaxDepth: 7},
		Making:  Making{Schema: "s.json", SchemaOn: "raw", Today: "2026-03-12", Config: "c.yaml"},
		Known:   Known{Indexes: []string{"a", "b"}},
		Works:   Works{AllTypes: true, AllKinds: true},
		Reporting: Reporting{Format: "json", Out: "out", Reports: []string{"sarif=s", "html=h"}, Bib: "r.bib", KeysFrom: "k.bib", FailOn: "never",
			Baseline: "known", WriteBaseline: "new", UsedBy: []string{"p.tex"}, MaxFindings: 5},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	options := got.Options()
	if diff := cmp.Diff([]any{"jsonl", "/all", 2048, 7, "/text"}, []any{string(options.Form), options.Records, options.MaxRecord, options.MaxDepth, options.Map["content"]}); diff != "" {
		t.Errorf("options of reading (-want +got):\n%s", diff)
	}
	targets, err := got.Targets()
	if diff := cmp.Diff([]Target{{"json", "out"}, {"sarif", "s"}, {"html", "h"}}, targets); diff != "" || err != nil {
		t.Errorf("targets, %v (-want +got):\n%s", err, diff)
	}
	if !got.SchemaOnRaw() || new(Making).SchemaOnRaw() {
		t.Error("--schema-on raw is not heard, or heard where it is not said")
	}
	if all, some := got.MostFindings(), (&Reporting{MaxFindings: 5}).MostFindings(); all != 0 || some != 5 {
		t.Errorf("%d findings with --write-baseline and %d without, want 0, which is all, and 5", all, some)
	}
}

// TestWhatFlagsRefuse holds what is said of values that flags do not take.
func TestWhatFlagsRefuse(t *testing.T) {
	t.Chdir(t.TempDir())
	for args, want := range map[string]string{
		"--max-depth -1":         `--max-depth -1 is negative`,
		"--max-depth 0":          ``,
		"--max-findings -1":      `--max-findings -1 is negative`,
		"--max-findings 0":       ``,
		"--schema-on row":        `--schema-on takes no "row"; did you mean "raw"? It takes mapped or raw`,
		"--today soon":           `--today "soon" is no date; write it as 2026-03-12`,
		"--fail-on sometimes":    `--fail-on takes no "sometimes"; use error, warning, info or never`,
		"--format yaml":          `--format takes no "yaml"; use text, json, sarif, github, junit, markdown, html or concise`,
		"--report sarif":         `--report "sarif"; write FORMAT=FILE, with one of text, json, sarif, github, junit, markdown, html, concise`,
		"--report sarif=":        `--report "sarif="; write FORMAT=FILE, with one of text, json, sarif, github, junit, markdown, html, concise`,
		"--report sarf=out":      `--report takes no "sarf"; did you mean "sarif"? It takes text, json, sarif, github, junit, markdown, html or concise`,
		"--keys-from none.bib":   `cannot read the keys of an earlier run: open none.bib: `,
		"--baseline none.json":   `cannot read the baseline: open none.json: `,
		"--used-by none.tex":     `open none.tex: `,
		"--baseline broken.json": `broken.json: the baseline cannot be read (write it anew with --write-baseline)`,
	} {
		if err := os.WriteFile("broken.json", []byte("{"), 0o644); err != nil {
			t.Fatal(err)
		}
		f, _ := parsed(t, strings.Fields(args)...)
		if got := f.settle(); !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("%s: %q, want %q", args, got, want)
		}
	}
	if _, _, err := (&Known{Indexes: []string{"none"}}).Open(); err == nil {
		t.Error("an index that is not there is opened")
	}
	if known, closeAll, err := new(Known).Open(); known != nil || err != nil {
		t.Errorf("without --index: %v, %v", known, err)
	} else {
		closeAll()
	}
}

// TestDay holds by which day a run judges.
func TestDay(t *testing.T) {
	day := time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		today, epoch string
		want         time.Time
		refused      string
	}{
		{"2026-03-12", "5", day, ""},
		{"", fmt.Sprint(day.Unix()), day, ""},
		{"", "", time.Time{}, ""},
		{"", "soon", time.Time{}, `SOURCE_DATE_EPOCH "soon" is no number of seconds`},
	} {
		t.Setenv("SOURCE_DATE_EPOCH", test.epoch)
		got, err := (&Making{Today: test.today}).Day()
		if !got.Equal(test.want) || got.Location() != time.UTC || (err == nil) != (test.refused == "") || err != nil && err.Error() != test.refused {
			t.Errorf("--today %q, SOURCE_DATE_EPOCH %q: %v, %v; want %v, %s", test.today, test.epoch, got, err, test.want, test.refused)
		}
	}
	if got, err := Date("--retrieved", ""); !got.IsZero() || err != nil {
		t.Errorf("no date is %v, %v", got, err)
	}
}

// TestComplete holds what is read of the files that flags name.
func TestComplete(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"refs.bib": "@book{roe, title = {Rims}}", "empty.bib": "", "notes.bib": "no entry", "refs.ris": "TY  - BOOK\nID  - lund\nTI  - Felt\nER  - \n",
		"comment.ris": "TY  - BOOK\nTI  - Felt\nER  - \n", "paper.tex": `\cite{roe,lund}`, "more.tex": `\cite{uhl}`, "known.json": `{"version":1,"fingerprints":[]}`,
	} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	keys := func(path string) string {
		f, err := ReadEarlier(path)
		switch {
		case err != nil:
			return err.Error()
		case f == nil:
			return "none"
		}
		var list []string
		for _, e := range f.Entries {
			list = append(list, e.Key)
		}
		return strings.Join(list, " ")
	}
	for path, want := range map[string]string{
		"": "none", "refs.bib": "roe", "empty.bib": "", "refs.ris": "lund",
		"notes.bib": "notes.bib is no bibliography, whose keys --keys-from keeps: it has text, and no entry; name a .bib, or a file of --format csl-json, ris or cff",
	} {
		if diff := cmp.Diff(want, keys(path)); diff != "" {
			t.Errorf("--keys-from %q (-want +got):\n%s", path, diff)
		}
	}
	f, _ := parsed(t, "--keys-from", "refs.bib", "--baseline", "known.json", "--used-by", "paper.tex", "--used-by", "more.tex", "--max-findings", "3", "--report", "html=h")
	var options validate.Options
	if err := f.Complete(&options); err != nil {
		t.Fatal(err)
	}
	var cited []string
	for _, key := range options.Cited {
		cited = append(cited, key.Key)
	}
	if diff := cmp.Diff([]string{"roe", "lund", "uhl"}, cited); diff != "" {
		t.Errorf("cited (-want +got):\n%s", diff)
	}
	if options.KeysFrom.Entry("roe") == nil || options.Baseline == nil || options.MaxFindings != 3 || !options.KeepChecked {
		t.Errorf("keys %v, baseline %v, %d findings, checked works kept: %v", options.KeysFrom, options.Baseline, options.MaxFindings, options.KeepChecked)
	}
	if f, _ := parsed(t); f.Complete(&options) != nil || options.Cited != nil || options.KeysFrom != (*bib.File)(nil) || options.KeepChecked {
		t.Errorf("without a flag: cited %v, keys %v, kept %v", options.Cited, options.KeysFrom, options.KeepChecked)
	}
}

// TestMembers holds how the pointers of --map are written.
func TestMembers(t *testing.T) {
	for text, want := range map[string]string{
		"content=/text":                       "content=/text",
		"content=/a,b":                        "content=/a,b",
		"id=/uid,content=/text":               "content=/text,id=/uid",
		`"fact_type==a claim, ""old""",id=/i`: `fact_type==a claim, "old",id=/i`,
		"content":                             `"content" names no pointer; write MEMBER=POINTER`,
		"content=/a,content=/b":               `content is mapped twice, to "/a" and to "/b"; join texts with "+", or take the first that is there with "|", as in content=/a|/b`,
		`a="x,b=y`:                            `"a=\"x,b=y" cannot be cut at its commas; put a value that has quotation marks in quotation marks`,
	} {
		var m Members
		got := ""
		if err := m.Set(text); err != nil {
			got = err.Error()
		} else {
			got = m.String()
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("--map %s (-want +got):\n%s", text, diff)
		}
	}
}

func TestAlternatives(t *testing.T) {
	for want, values := range map[string][]string{"a or b": {"a", "b"}, "a, b or c": {"a", "b", "c"}} {
		if got := Alternatives(values); got != want {
			t.Errorf("%q are %q, want %q", values, got, want)
		}
	}
}
