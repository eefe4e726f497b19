package xmltext

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAttribute(t *testing.T) {
	attributes := ` mdate="2020-01-01" orcid='0' key = "conf/x" xkey="no" amp="&amp;" flag bad=x not="` + "\xff" + `" tabbed=` + "\t\r\n" + `"t" open="x`
	for name, want := range map[string]string{
		"mdate": "2020-01-01", "key": "conf/x", "orcid": "0", "amp": "&", "date": "", "open": "", "none": "", "flag": "", "bad": "", "not": "\ufffd", "tabbed": "t",
	} {
		if got := Attribute([]byte(attributes), name); got != want {
			t.Errorf("attribute %s is %q, want %q", name, got, want)
		}
	}
	for _, attributes := range []string{"", "a", " a", " a=", ` a="`, `a="x"`} {
		if got := Attribute([]byte(attributes), "a"); got != "" {
			t.Errorf("the attribute of %q is %q", attributes, got)
		}
	}
}

func TestIsEndTag(t *testing.T) {
	for text, want := range map[string]bool{
		"</a>": true, "</a \n>b": true, "</ab>": false, "</a": false, "<a>": false, "</b>": false, "a</a>": false, "</a b>": false, "": false,
	} {
		if got := IsEndTag([]byte(text), []byte("a")); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}

func TestMarkupLength(t *testing.T) {
	for text, want := range map[string]string{
		"<!-- a > b -->c": "<!-- a > b -->", "<!-- a": "", "<![CDATA[a > b]]>c": "<![CDATA[a > b]]>", "<![CDATA[a>": "", "<?xml a>?>b": "<?xml a>?>", "<?xml>": "", "</a>b": "</a>", "</a": "",
		"<!DOCTYPE a>b": "<!DOCTYPE a>", "<!DOCTYPE a [<!ENTITY b 'c>'>]>d": "<!DOCTYPE a [<!ENTITY b 'c>'>]>", "<!DOCTYPE a>b [c]>": "<!DOCTYPE a>", "<!DOCTYPE a [b>": "", "<!DOCTYPE": "",
		"<a>": "", "a<!-->": "", "": "",
	} {
		if got := text[:MarkupLength([]byte(text))]; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestStartTag(t *testing.T) {
	for text, want := range map[string]string{
		"<a>b": "a||3|false", "<a/>": "a||4|true", "<a b='c' />d": "a| b='c' |11|true", "<a\nb='c'>": "a|\nb='c'|9|false", "<A-1.x:y>": "A-1.x:y||9|false", "<_a>": "_a||4|false", "<é>": "é||4|false", "<z>": "z||3|false", "<Z\t>": "Z|\t|4|false",
		"<": "||0|false", "<a": "||0|false", "<a b": "||0|false", "<a <b>": "||1|false", "<1>": "||1|false", "< a>": "||1|false", "<>": "||1|false", "<[>": "||1|false", "<{>": "||1|false", "<`>": "||1|false", "<@>": "||1|false",
		"<!-- -->": "||0|false", "<?a?>": "||0|false", "</a>": "||0|false", "": "||0|false",
	} {
		name, attributes, length, closed := StartTag([]byte(text))
		if got := fmt.Sprintf("%s|%s|%d|%t", name, attributes, length, closed); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestChildren(t *testing.T) {
	for text, want := range map[string]string{
		"":                          "",
		"text alone":                "",
		"a<b c='d'>e</b>f<g/>h":     "b  c='d' e; g  ",
		"<a>x<b>y</b>z</a><c></c >": "a  x<b>y</b>z; c  ",
		"<!-- <a> --><?b?><c>d</c>": "c  d",
		"<a>1 <!-- </a> --> <![CDATA[</a>]]></a><b>2</b>": "a  1 <!-- </a> --> <![CDATA[</a>]]>; b  2",
		"<a>b < c</a>":                         "a  b < c",
		"<a>b</a></c>":                         `a  b; "</c>" ends an element that was not begun`,
		"<a>b</a>< c":                          `a  b; "< c" is no tag`,
		"<a>b</a><c":                           `a  b; "<c" is no tag`,
		"<a>b</b>":                             `the element "a" is not closed`,
		"<a>b<!-- ":                            `the element "a" is not closed`,
		"<a>b<":                                `the element "a" is not closed`,
		"<!-- never":                           `"<!-- never" is no tag`,
		"<a>" + strings.Repeat("b", 9) + "</a": `the element "a" is not closed`,
	} {
		var got []string
		for e, err := range Children([]byte(text)) {
			if err != nil {
				got = append(got, err.Error())
				continue
			}
			got = append(got, fmt.Sprintf("%s %s %s", e.Name, e.Attributes, e.Inner))
		}
		if diff := cmp.Diff(want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
	for e := range Children([]byte("<a/><b/>")) {
		if string(e.Name) != "a" {
			t.Error("reading goes on after it was ended")
		}
		break
	}
}
