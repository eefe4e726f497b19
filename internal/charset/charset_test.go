package charset_test

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"github.com/factcite/factcite/internal/charset"
)

// entry is a bibliography that is mostly ASCII, as real ones are.
func entry(author, title, journal string) string {
	return "@article{roe2019,\n  author = {" + author + "},\n  title = {" + title + "},\n  journal = {" + journal + "},\n  year = 2019\n}\n" +
		"@article{lim2020,\n  author = {Roe, Ana and Lim, Bo},\n  title = {Felt rims and quiet carts in the reading room},\n  volume = 7\n}\n"
}

func TestDecodeFindsTheEncodingOfAWholeText(t *testing.T) {
	chinese := entry("王小明 and 李红", "基于毛毡的安静手推车研究", "图书馆学报")
	german := entry("Müller, Jörg", "Über leise Wagen in Lesesälen", "Zeitschrift für Bücher")
	tests := []struct {
		name, text string
		encoding   encoding.Encoding
	}{
		{"GBK", chinese, simplifiedchinese.GBK},
		{"GBK", chinese, simplifiedchinese.GB18030},
		{"GB18030", chinese + "ﷺ", simplifiedchinese.GB18030},
		{"Big5", entry("王小明", "安靜手推車的毛氈研究", "圖書館學刊"), traditionalchinese.Big5},
		{"Shift-JIS", entry("山田太郎", "静かな荷車のフェルト縁に関する研究", "図書館学会誌"), japanese.ShiftJIS},
		{"EUC-JP", entry("山田太郎", "静かな荷車のフェルト縁に関する研究", "図書館学会誌"), japanese.EUCJP},
		{"EUC-KR", entry("김철수", "조용한 수레의 펠트 바퀴 연구", "도서관학회지"), korean.EUCKR},
		{"Windows-1251", entry("Иванов, И. И. and Петров, П. П.", "Войлочные ободья тихих тележек", "Вестник библиотек"), charmap.Windows1251},
		{"KOI8-R", entry("Иванов, И. И. and Петров, П. П.", "Войлочные ободья тихих тележек", "Вестник библиотек"), charmap.KOI8R},
		{"Latin-1", german, charmap.ISO8859_1},
		{"Latin-1", entry("Müller, J.", "Quiet", "Carts"), charmap.Windows1252},
		{"Latin-1", entry("Lefèvre, André", "L’été des chariots feutrés", "Le Chariot"), charmap.Windows1252},
		{"Latin-1", entry("Muñoz, José", "¿Qué son los carros? ¡Silencio!", "Revista"), charmap.ISO8859_1},
		{"UTF-16", german, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
		{"UTF-16", chinese, unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
		{"UTF-16", german, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"UTF-16", chinese, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
		{"UTF-16", "a character that was lost: \ufffd", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
		{"UTF-32", german, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)},
		{"", chinese, unicode.UTF8},
	}
	for _, tt := range tests {
		written, err := tt.encoding.NewEncoder().Bytes([]byte(tt.text))
		if err != nil {
			t.Fatal(err)
		}
		got, e, ok := charset.Decode(written)
		if !ok || e.Name != tt.name || string(got) != tt.text {
			t.Errorf("%v: got %v, %q, want %q; the text is\n%s", tt.encoding, ok, e.Name, tt.name, got)
			continue
		}
		if back, err := e.Encode(got); err != nil || !bytes.Equal(back, written) {
			t.Errorf("%v: written back other bytes: %v", tt.encoding, err)
		}
	}
}

func TestDecodeTakesWhatATextDeclares(t *testing.T) {
	tests := []struct{ declaration, name, want string }{
		{"% Encoding: Cp1250", "Windows-1250", "Dvořák"},
		{"% Encoding: ISO8859_2", "ISO-8859-2", "Dvořák"},
		{"% This file was created with JabRef 2.10.\n% Encoding: windows-1250", "Windows-1250", "Dvořák"},
		{"% !TeX encoding = ISO-8859-2", "ISO-8859-2", "Dvořák"},
		{"%% -*- mode: bibtex; coding: iso-8859-2-unix -*-", "ISO-8859-2", "Dvořák"},
		{"%% -*- coding: iso-8859-2-dos -*-", "ISO-8859-2", "Dvořák"},
		{"%% -*- coding: iso-8859-2-mac -*-", "ISO-8859-2", "Dvořák"},
		{"% vim: set fileencoding=cp1250 :", "Windows-1250", "Dvořák"},
		{"@comment{x-kbibtex-encoding=iso-8859-2}", "ISO-8859-2", "Dvořák"},
		{strings.Repeat("%\n", 2000) + "% Encoding: cp1250", "Windows-1250", "Dvořák"},
		{"% Encoding: macroman", "MacRoman", "Jørgen"},
		{"% Encoding: MS932", "Shift-JIS", "表"},
		{"% Encoding: GB2312", "GBK", "图书馆学报"},
		{"% Encoding: EUC_KR", "EUC-KR", "김"},
	}
	encodings := map[string]encoding.Encoding{"Windows-1250": charmap.Windows1250, "ISO-8859-2": charmap.ISO8859_2, "MacRoman": charmap.Macintosh,
		"Shift-JIS": japanese.ShiftJIS, "GBK": simplifiedchinese.GBK, "EUC-KR": korean.EUCKR}
	for _, tt := range tests {
		text := tt.declaration + "\n@misc{a, title = {" + tt.want + "}}\n"
		written, err := encodings[tt.name].NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		got, e, ok := charset.Decode(written)
		if !ok || !e.Declared || e.Name != tt.name || string(got) != text {
			t.Errorf("%q: got %v, %+v and %q", tt.declaration, ok, e.Name, got)
		}
	}
}

// What is said only elsewhere, of something else, or wrongly is not believed.
func TestDecodeLooksAtTheBytesWhereADeclarationIsWrong(t *testing.T) {
	for _, head := range []string{"% Encoding: UTF-8\n", "% Encoding: klingon\n", "", "@misc{b, note = {encoding: cp1250}}\n", strings.Repeat("%\n", 2048) + "% Encoding: cp1250\n"} {
		got, e, ok := charset.Decode([]byte(head + "@misc{a, author = {M\xfcller and Sm\xf8rs}}\n"))
		if !ok || e.Name != "Latin-1" || e.Declared || !strings.HasSuffix(string(got), "{Müller and Smørs}}\n") {
			t.Errorf("%.30q: got %v, %+v, %q", head, ok, e.Name, got)
		}
	}
	text := "% Encoding: Cp1252\n@misc{a, title = {Grüße}}\n"
	if got, e, ok := charset.Decode([]byte(text)); !ok || e.Name != "" || string(got) != text {
		t.Errorf("UTF-8 that is declared to be another: got %v, %q, %q", ok, e.Name, got)
	}
}

// Latin-1 is told by its words, the last one of a text and rare ones among them.
func TestDecodeOfLatinWords(t *testing.T) {
	for text, want := range map[string]string{
		"M\xfcller":                         "Müller",
		"a b c\nd M\xfcller":                "a b c\nd Müller",
		"na\xef\xef\xeff et cr\xe9\xe9e":    "naïïïf et créée",
		"\xab Caf\xe9 \xbb, l\x92\xe9t\xe9": "« Café », l’été",
		"co\xadop Caf\xe9, a\xb7b":          "co\u00adop Café, a·b",
	} {
		if got, e, ok := charset.Decode([]byte(text)); !ok || e.Name != "Latin-1" || string(got) != want {
			t.Errorf("%q: got %v, %q, %q", text, ok, e.Name, got)
		}
	}
	for _, text := range []string{"na\xef\xef\xef\xeff", "na\xef\xef\xef\xeff Caf\xe9", "Caf\xe9 a\x81b", "Caf\xe9 a\xb3b", "\xc3\xa9 Caf\xe9"} {
		if got, e, ok := charset.Decode([]byte(text)); ok && e.Name == "Latin-1" {
			t.Errorf("%q is taken for Latin-1: %q", text, got)
		}
	}
}

func TestDecodeLeavesWhatIsInNoOneEncoding(t *testing.T) {
	english := strings.Repeat("Felt rims and quiet carts in the reading room\n", 20)
	for name, text := range map[string]string{
		"few words of Czech in much English":      english + "Dvo\xf8\xe1k, \xc8esk\xfd, v\xec\x9at\xecn\xed \xf8eky\n" + english,
		"a character that Shift-JIS has twice":    "% Encoding: Shift_JIS\n{\xfa\x95\x81\x41}\n",
		"Russian in a code page that has no name": "\x99\xb7\xd0\xf2\xd6\xb7\x20\xa6\x20\xd1\xa8\xb7\xa8\xd4\xb7",
		"UTF-8 and Latin-1":                       "@misc{a, title = {Grüße}}\n@misc{b, title = {Gr\xfc\xdfe}}\n",
		"few bytes of Shift-JIS":                  "@misc{a, author = {\x8e\x52\x93\x63}}\n",
		"few bytes of GBK":                        "@misc{a, title = {\xc3\xab\xd5\xb1\xd1\xd0\xbe\xbf}}\n",
		"Polish without a word":                   "@misc{a, author = {\xa3ukasz Wa\xb3\xeasa and Wo\xbcniak and K\xb3os}}\n",
		"a cut character":                         "@misc{a, title = {毛\xe6\xaf}}\n",
		"noise":                                   "\x00\x81\xff\xfe\x90\x9d\x8f",
		"an odd byte after UTF-16":                "\xff\xfea\x00b",
		"half a character of UTF-16":              "\xff\xfe\x00\xd8a\x00",
	} {
		got, e, ok := charset.Decode([]byte(text))
		if ok || e.Name != "" || string(got) != text {
			t.Errorf("%s: got %v, %q, %q", name, ok, e.Name, got)
		}
	}
}

// What an encoding is called can be declared, and is called so again.
func TestNamesCanBeDeclared(t *testing.T) {
	for _, name := range []string{"GBK", "Big5", "Shift-JIS", "EUC-JP", "EUC-KR", "Windows-1250", "Windows-1251", "KOI8-R", "Latin-1", "ISO-8859-2", "MacRoman", "MacCyrillic", "IBM866"} {
		for _, letters := range []string{"\xc5\xf9\xc5\xf9", "\x83\x65\x83\x65"} {
			if _, e, ok := charset.Decode([]byte("% Encoding: " + name + "\n" + letters)); ok && e.Declared && e.Name != name {
				t.Errorf("%s is called %s", name, e.Name)
			} else if ok && e.Declared {
				break
			} else if letters[0] == 0x83 {
				t.Errorf("%s is not known", name)
			}
		}
	}
}

func TestNewReaderReadsWideTexts(t *testing.T) {
	for _, e := range []encoding.Encoding{unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), utf32.UTF32(utf32.BigEndian, utf32.UseBOM),
		utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)} {
		written, _ := e.NewEncoder().Bytes([]byte("Felt rims and quiet carts: Größe\n"))
		found, wide := charset.Wide(written[:16])
		if !wide {
			t.Errorf("%v is not found", e)
			continue
		}
		if got, err := io.ReadAll(found.NewReader(bytes.NewReader(written))); err != nil || string(got) != "Felt rims and quiet carts: Größe\n" {
			t.Errorf("%v: got %q, %v", e, got, err)
		}
	}
}

// TestNewReaderFindsTheEncoding holds which encoding the reader of a text tells, and that it
// reads as much as there is, in small pieces and large ones.
func TestNewReaderFindsTheEncoding(t *testing.T) {
	latin := func(s string) string {
		written, err := charmap.ISO8859_1.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return written
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("Größe der Räder\n")
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("a line of felt and rims\n", 8000) // several windows
	german := "Müller und Jörg über leise Wägen\n"
	tests := []struct{ name, text, want, encoding string }{
		{"nothing", "", "", ""},
		{"ASCII", "felt", "felt", ""},
		{"much ASCII", long, long, ""},
		{"UTF-8", "felt\n" + german, "felt\n" + german, ""},
		{"UTF-8 after much ASCII", long + german, long + german, ""},
		{"much UTF-8", strings.Repeat(german, 5000), strings.Repeat(german, 5000), ""},
		{"Latin-1", latin(german), german, "Latin-1"},
		{"Latin-1 in the middle of a line", "felt\nrims and " + latin(german) + "carts", "felt\nrims and " + german + "carts", "Latin-1"},
		{"Latin-1 after much ASCII", long + latin(german), long + german, "Latin-1"},
		{"much Latin-1", latin(strings.Repeat(german, 5000)), strings.Repeat(german, 5000), "Latin-1"},
		{"UTF-16", wide, "Größe der Räder\n", "UTF-16"},
		{"two encodings", german + latin(german), german + latin(german), ""},
	}
	for _, tt := range tests {
		for _, slowly := range []bool{false, true} {
			var told []string
			var text io.Reader = strings.NewReader(tt.text)
			if slowly {
				text = iotest.HalfReader(text)
			}
			got, err := io.ReadAll(charset.NewReader(text, func(e charset.Encoding) { told = append(told, e.Name) }))
			if err != nil || string(got) != tt.want {
				t.Errorf("%s (slowly: %t): %.80q of %d bytes, %v; want %.80q of %d", tt.name, slowly, got, len(got), err, tt.want, len(tt.want))
			}
			if strings.Join(told, " ") != tt.encoding {
				t.Errorf("%s (slowly: %t) is told to be in %q, want %q", tt.name, slowly, told, tt.encoding)
			}
		}
	}
}

// TestNewReaderFails holds that what a text cannot be read for is said.
func TestNewReaderFails(t *testing.T) {
	for _, text := range []string{"", "felt\n", "Größe"} {
		broken := io.MultiReader(strings.NewReader(text), iotest.ErrReader(io.ErrClosedPipe))
		if got, err := io.ReadAll(charset.NewReader(broken, func(charset.Encoding) {})); err != io.ErrClosedPipe || string(got) != text {
			t.Errorf("%q and no more: %q, %v", text, got, err)
		}
	}
}

// TestWideTextsAreFound holds where texts without a mark are taken for wide ones.
func TestWideTextsAreFound(t *testing.T) {
	little16, big16 := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	little32, big32 := utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)
	tests := []struct {
		text       string
		in16, in32 string
	}{
		{"a", "", ""},
		{"ab", "UTF-16", "UTF-32"},
		{"a\r\n\tb", "UTF-16", "UTF-32"},
		{"a\x01", "", ""},
		{"ab\x01", "", ""},
		{"abcdefжж", "", "UTF-32"},
		{"abcdefgж", "UTF-16", "UTF-32"},
		{strings.Repeat("a", 15) + "\x01", "", ""},
		{strings.Repeat("a", 31) + "\x01", "", "UTF-32"},
		{strings.Repeat("a", 32) + "\x01", "UTF-16", "UTF-32"},
	}
	for _, tt := range tests {
		for _, e := range []encoding.Encoding{little16, big16, little32, big32} {
			want := tt.in16
			if e == little32 || e == big32 {
				want = tt.in32
			}
			written, err := e.NewEncoder().Bytes([]byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			if found, wide := charset.Wide(written); found.Name != want || wide != (want != "") {
				t.Errorf("%q in %v: %q, %t, want %q", tt.text, e, found.Name, wide, want)
			}
		}
	}
}

func TestEncodeRefusesWhatAnEncodingLacks(t *testing.T) {
	_, e, _ := charset.Decode([]byte("M\xfcller, J\xf6rg"))
	if got, err := e.Encode([]byte("毛")); err == nil || !strings.Contains(err.Error(), "Latin-1") {
		t.Errorf("got %q, %v", got, err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("% Encoding: Cp1252\nM\xfcller"))
	f.Add([]byte("\xff\xfea\x00"))
	f.Add([]byte("@misc{a, title = {\xc3\xab\xd5\xb1\xd1\xd0\xbe\xbf}}"))
	f.Fuzz(func(t *testing.T, text []byte) {
		got, e, ok := charset.Decode(text)
		if !ok {
			if e.Name != "" || !bytes.Equal(got, text) {
				t.Fatalf("a text in no encoding was changed to %q, %q", e.Name, got)
			}
			return
		}
		if !utf8.Valid(got) {
			t.Fatalf("%q is not UTF-8", got)
		}
		if back, err := e.Encode(got); err != nil || !bytes.Equal(back, text) {
			t.Fatalf("%q came back as %q (%v)", text, back, err)
		}
	})
}
