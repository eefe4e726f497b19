package charset

import (
	"strings"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// named returns the encoding of a name: one of the labels of the WHATWG's Encoding
// Standard (section 4.2), or a name that Java, Emacs or the detector has for it.
func named(name string) (Encoding, bool) {
	label := strings.ReplaceAll(strings.ToLower(name), "_", "-")
	for _, ending := range [...]string{"-unix", "-dos", "-mac"} { // Emacs's line ends
		label = strings.TrimSuffix(label, ending)
	}
	if other, ok := otherLabels[label]; ok {
		label = other
	}
	found, err := htmlindex.Get(label)
	if err != nil {
		return Encoding{}, false
	}
	canonical, err := htmlindex.Name(found)
	if err != nil || canonical == "utf-8" {
		return Encoding{}, false
	}
	return Encoding{Name: said(canonical), encoding: found}, true
}

// otherLabels are labels of the standard by other names for them.
var otherLabels = map[string]string{
	"cp936": "gbk", "ms936": "gbk", "euc-cn": "gbk",
	"cp932": "shift_jis", "ms932": "shift_jis", "shift-jis": "shift_jis", "windows-31j": "shift_jis",
	"cp949": "euc-kr", "ms949": "euc-kr", "uhc": "euc-kr",
	"cp950": "big5", "ms950": "big5",
	"macroman": "macintosh", "applemac": "macintosh", "maccyrillic": "x-mac-cyrillic",
	"ascii": "windows-1252", "us-ascii": "windows-1252", "ansi": "windows-1252", "ansinew": "windows-1252",
	"latin-1": "windows-1252", "latin-2": "iso-8859-2", "latin-9": "iso-8859-15", "latin9": "iso-8859-15", "cp866": "ibm866", "cp874": "windows-874", "tis-620": "windows-874",
}

// said is what people call an encoding of the standard. It is one of its names.
func said(canonical string) string {
	switch canonical {
	case "windows-1252":
		return "Latin-1"
	case "shift_jis":
		return "Shift-JIS"
	case "big5":
		return "Big5"
	case "macintosh":
		return "MacRoman"
	case "x-mac-cyrillic":
		return "MacCyrillic"
	}
	if number, isWindows := strings.CutPrefix(canonical, "windows-"); isWindows {
		return "Windows-" + number
	}
	return strings.ToUpper(canonical)
}

// orWider returns the encoding and those that have the same name for most people, and
// more characters.
func (e Encoding) orWider() []Encoding {
	if e.encoding == simplifiedchinese.GBK {
		return []Encoding{e, {Name: "GB18030", Declared: e.Declared, encoding: simplifiedchinese.GB18030}}
	}
	return []Encoding{e}
}
