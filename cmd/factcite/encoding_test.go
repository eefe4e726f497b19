package main

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// inEncodings are bibliographies, each with a word of its title, as files in their
// encodings.
var inEncodings = map[string]struct {
	text, word string
	encoding   encoding.Encoding
}{
	"gbk.bib":      {"@article{wang2019,\n  author = {王小明 and 李红},\n  title = {基于毛毡的安静手推车研究},\n  journal = {图书馆学报},\n  year = 2019\n}\n", "安静手推车", simplifiedchinese.GBK},
	"sjis.bib":     {"@article{yamada2019,\n  author = {山田, 太郎},\n  title = {静かな荷車のフェルト縁に関する予備的表示},\n  journal = {図書館学会誌},\n  year = 2019\n}\n", "予備的表示", japanese.ShiftJIS},
	"cp1251.bib":   {"@article{ivanov2019,\n  author = {Иванов, Иван and Петров, Пётр},\n  title = {Войлочные ободья тихих тележек},\n  journal = {Вестник библиотек},\n  year = 2019\n}\n", "ободья", charmap.Windows1251},
	"latin1.bib":   {"@article{mueller2019,\n  author = {Müller, Jörg},\n  title = {Über leise Wagen in Lesesälen},\n  journal = {Zeitschrift für Bücher},\n  year = 2019\n}\n", "Lesesälen", charmap.ISO8859_1},
	"declared.bib": {"% Encoding: Cp1250\n@article{dvorak2019,\n  author = {Dvořák, Jiří},\n  title = {Tiché vozíky v čítárně},\n  journal = {Časopis},\n  year = 2019\n}\n", "čítárně", charmap.Windows1250},
	"utf16.bib":    {"@article{roe2019,\n  author = {Roe, Ana},\n  title = {Größe},\n  journal = {Carts},\n  year = 2019\n}\n", "Größe", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
	"nomark.bib":   {"@article{roe2019,\n  author = {Roe, Ana},\n  title = {Größe},\n  journal = {Carts},\n  year = 2019\n}\n", "Größe", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
}

func writeEncoded(t *testing.T) {
	t.Helper()
	for name, file := range inEncodings {
		written, err := file.encoding.NewEncoder().String(file.text)
		if err != nil {
			t.Fatal(err)
		}
		write(t, map[string]string{name: written})
	}
}

// A .bib in one encoding is read by every verb as what it says.
func TestBibInOtherEncodings(t *testing.T) {
	t.Chdir(t.TempDir())
	writeEncoded(t)
	for name, file := range inEncodings {
		for _, verb := range []string{"bib --encoding utf8", "bib --format csl-json", "refs"} {
			code, out, note := call(t, "", append(strings.Fields(verb), name)...)
			if code != exitClean || !strings.Contains(strings.NewReplacer("{", "", "}", "").Replace(out), file.word) {
				t.Errorf("%s %s exits %d, prints %q and says %q", verb, name, code, out, note)
			}
			if strings.Count(note, "and was read as such; offsets") != 1 {
				t.Errorf("%s %s says %q", verb, name, note)
			}
		}
		code, out, note := call(t, "", "check", name)
		isDeclared := strings.HasPrefix(file.text, "% Encoding")
		if (code == exitClean) != isDeclared || strings.Contains(out, "invalid-utf8") == isDeclared {
			t.Errorf("check %s exits %d, prints %q and says %q", name, code, out, note)
		}
	}
}

// An update leaves every byte, and adds what the encoding can hold.
func TestUpdateInOtherEncodings(t *testing.T) {
	t.Chdir(t.TempDir())
	writeEncoded(t)
	write(t, map[string]string{"more.ris": "TY  - JOUR\r\nAU  - Smørs, Åse\r\nTI  - Felt rims\r\nJO  - Carts\r\nPY  - 2018\r\nER  - \r\n"})
	for name, file := range inEncodings {
		before, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		code, _, note := call(t, "", "bib", "more.ris", "--encoding", "utf8", "--update", name)
		after, _ := os.ReadFile(name)
		decoded, err := file.encoding.NewDecoder().String(string(after))
		if code != exitClean || err != nil || !strings.HasPrefix(string(after), string(before)) || !strings.Contains(decoded, "Felt rims") || !strings.Contains(decoded, `Sm{\o}rs, {\AA}se`) {
			t.Errorf("%s: exits %d, says %q and has %q", name, code, note, decoded)
		}
		if code, out, _ := call(t, "", "bib", "more.ris", "--encoding", "utf8", "--check", "--update", name); code != exitClean {
			t.Errorf("%s updated again: exits %d and prints %q", name, code, out)
		}
	}
	write(t, map[string]string{"more.ris": "TY  - JOUR\r\nID  - wang\r\nAU  - 王小明\r\nTI  - 毛毡\r\nPY  - 2018\r\nER  - \r\n"})
	before, _ := os.ReadFile("latin1.bib")
	code, _, note := call(t, "", "bib", "more.ris", "--update", "latin1.bib")
	if after, _ := os.ReadFile("latin1.bib"); code != exitCouldNotRun || !strings.Contains(note, "Latin-1 has no character") || string(after) != string(before) {
		t.Errorf("exits %d and says %q", code, note)
	}
}

// Nothing is written of a file that is in no one encoding, nor to it.
func TestBibOfMixedEncodingIsNotWritten(t *testing.T) {
	t.Chdir(t.TempDir())
	mixed := "@misc{a, title = {Grüße}}\n@misc{b, title = {Gr\xfc\xdfe}}\n"
	write(t, map[string]string{"mixed.bib": mixed, "good.bib": "@misc{c, title = {Felt}}\n"})
	for _, args := range []string{"bib mixed.bib", "bib good.bib mixed.bib -o out.bib", "bib --format csl-json mixed.bib", "bib good.bib --update mixed.bib"} {
		code, out, note := call(t, "", strings.Fields(args)...)
		if code != exitCouldNotRun || out != "" || !strings.Contains(note, "neither UTF-8 nor all in another encoding") {
			t.Errorf("%s exits %d, prints %q and says %q", args, code, out, note)
		}
	}
	if _, err := os.Stat("out.bib"); err == nil {
		t.Error("a file was written")
	}
	if code, out, _ := call(t, "", "check", "mixed.bib"); code != exitFindings || !strings.Contains(out, "mixed.bib:2:21: error: not UTF-8") {
		t.Errorf("check exits %d and prints %q", code, out)
	}
}

// What checks such a file, whole or in parts, reports it and writes no bibliography.
func TestCheckOfMixedEncodingWritesNoBib(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, map[string]string{"mixed.bib": "@book{a, title = {Caf\xe9 \xc3\xa9 \xff\xfe\x81}, author = {Roe, Ana}, publisher = {P}, year = 2001}\n"})
	if code, _, note := call(t, "", "check", "--partial", "part", "mixed.bib"); code != exitClean {
		t.Fatalf("a part is not written: %s", note)
	}
	for _, command := range [][]string{{"check", "mixed.bib", "--bib", "out.bib"}, {"merge", "part", "--bib", "out.bib"}} {
		code, out, note := call(t, "", command...)
		if code != exitCouldNotRun || !strings.Contains(out, "[invalid-utf8]") || !strings.Contains(note, "mixed.bib: nothing is written of it") {
			t.Errorf("%v exits %d, prints %q and says %q", command, code, out, note)
		}
		if _, err := os.Stat("out.bib"); err == nil {
			t.Errorf("%v wrote a bibliography", command)
		}
		if code, _, _ := call(t, "", command[:2]...); code != exitFindings {
			t.Errorf("%v exits %d", command[:2], code)
		}
	}
}

// What is no .bib is not added to.
func TestUpdateOfWhatIsNoBib(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, map[string]string{"good.bib": "@misc{c, title = {Felt rims}, author = {Roe, Ana}}\n"})
	for name, text := range map[string]string{
		"notes.txt":   "Felt is quiet.\n",
		"notes.bib":   "Felt is quiet.\n",
		"notes.md":    "# Felt\n\n```bibtex\n@misc{a, title = {Oak}}\n```\n",
		"page.html":   "<!doctype html><html><body><p>Felt</p></body></html>\n",
		"facts.jsonl": oneFact,
		"paper.tex":   "\\documentclass{article}\n\\begin{document}\n@misc{a, title = {Oak}}\n\\end{document}\n",
		"refs.ris":    "TY  - JOUR\r\nTI  - Oak\r\nER  - \r\n",
		"binary":      "\x7fELF\x02\x01\x01\x00\x00\x00",
	} {
		write(t, map[string]string{name: text})
		code, out, note := call(t, "", "bib", "good.bib", "--update", name)
		if after, _ := os.ReadFile(name); code != exitCouldNotRun || out != "" || string(after) != text || !strings.Contains(note, "it is no .bib") && !strings.Contains(note, "encoding") {
			t.Errorf("%s: exits %d and says %q", name, code, note)
		}
	}
	for name, text := range map[string]string{"empty.bib": "", "blank.bib": "\n \n", "comment.bib": "% references\n", "marked.bib": "@comment{none yet}\n", "macros.bib": "@string{j = {Carts}}\n", "unknown.bib": "@felt{a, rim = {x}}\n"} {
		write(t, map[string]string{name: text})
		code, _, note := call(t, "", "bib", "good.bib", "--update", name)
		if after, _ := os.ReadFile(name); code != exitClean || !strings.HasPrefix(string(after), text) || !strings.Contains(string(after), "Felt rims") {
			t.Errorf("%s: exits %d, says %q and has %q", name, code, note, after)
		}
		if text == "" || name == "blank.bib" {
			continue
		}
		write(t, map[string]string{name: text})
		for _, verb := range []string{"check", "bib", "refs"} {
			if code, _, note := call(t, "", verb, name); code != exitClean {
				t.Errorf("%s %s exits %d and says %q", verb, name, code, note)
			}
		}
	}
}

// An update names the facts that it could not write, and writes the others.
func TestUpdateNamesWhatItCouldNotWrite(t *testing.T) {
	t.Chdir(t.TempDir())
	broken := "@article{roe2019,\n  author = {Roe, Ana},\n  title = {Felt rims and quiet carts},\n  year = 2019\n  doi = {10.99999/jrr.7}\n}\n"
	write(t, map[string]string{"refs.bib": broken, "more.bib": "@article{a,\n author = {Roe, Ana}, title = {Felt rims and quiet carts}, year = 2019, journal = {Carts}}\n@article{b, author = {Lim, Bo}, title = {Iron tyres}, year = 2020}\n"})
	code, _, note := call(t, "", "bib", "more.bib", "--update", "refs.bib")
	after, _ := os.ReadFile("refs.bib")
	if code != exitClean || !strings.HasPrefix(string(after), broken) || !strings.Contains(string(after), "Iron tyres") || strings.Count(string(after), "Felt rims") != 1 {
		t.Errorf("exits %d and writes %q", code, after)
	}
	if !strings.Contains(note, `refs.bib:1:1: entry "roe2019" is left as it is, without what fact "a" states: it has a syntax error`) {
		t.Errorf("says %q", note)
	}
}
