package ref

import "testing"

func TestLanguageTags(t *testing.T) {
	for name, tag := range map[string]string{"ngerman": "de-DE", "German": "de-DE", "british": "en-GB", "latin": "la", "Felt": "Felt", "": ""} {
		if got := LanguageTag(name); got != tag {
			t.Errorf("LanguageTag(%q) = %q, want %q", name, got, tag)
		}
	}
	for tag, name := range map[string]string{"de-DE": "ngerman", "de": "ngerman", "EN": "english", "en-gb": "british", "la": "latin", "d": "", "Felt": "", "": ""} {
		if got := LanguageName(tag); got != name {
			t.Errorf("LanguageName(%q) = %q, want %q", tag, got, name)
		}
	}
	for _, l := range languageTags {
		if LanguageTag(LanguageName(l[1])) != l[1] {
			t.Errorf("%s is not the tag of the name of its own", l[1])
		}
	}
}

func TestBibStrings(t *testing.T) {
	for key, words := range map[string]string{"inpress": "in press", "patentus": "U.S. patent", "techreport": "technical report", "Reader": "Reader"} {
		if got := BibString(key); got != words {
			t.Errorf("BibString(%q) = %q, want %q", key, got, words)
		}
		if got := BibStringKey(words); got != key {
			t.Errorf("BibStringKey(%q) = %q, want %q", words, got, key)
		}
	}
	if got := BibStringKey("Master's thesis"); got != "mathesis" {
		t.Errorf("of a straight apostrophe: %q", got)
	}
}
