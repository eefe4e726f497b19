package ref

import "strings"

// languageTags are the names of languages that babel and polyglossia have, which a .bib
// gives in langid, and the tags of them (BCP 47) that CSL wants. Of several names with one
// tag the first is written.
var languageTags = [][2]string{
	{"english", "en-US"}, {"american", "en-US"}, {"usenglish", "en-US"}, {"british", "en-GB"}, {"ukenglish", "en-GB"}, {"canadian", "en-CA"}, {"australian", "en-AU"},
	{"newzealand", "en-NZ"}, {"ngerman", "de-DE"}, {"german", "de-DE"}, {"naustrian", "de-AT"}, {"austrian", "de-AT"}, {"nswissgerman", "de-CH"}, {"swissgerman", "de-CH"},
	{"french", "fr-FR"}, {"canadien", "fr-CA"}, {"acadian", "fr-CA"}, {"spanish", "es-ES"}, {"italian", "it-IT"}, {"portuguese", "pt-PT"}, {"brazilian", "pt-BR"},
	{"brazil", "pt-BR"}, {"dutch", "nl-NL"}, {"danish", "da-DK"}, {"swedish", "sv-SE"}, {"norsk", "nb-NO"}, {"norwegian", "nb-NO"}, {"nynorsk", "nn-NO"}, {"finnish", "fi-FI"},
	{"icelandic", "is-IS"}, {"polish", "pl-PL"}, {"czech", "cs-CZ"}, {"slovak", "sk-SK"}, {"slovene", "sl-SI"}, {"slovenian", "sl-SI"}, {"croatian", "hr-HR"}, {"serbian", "sr-RS"},
	{"bulgarian", "bg-BG"}, {"romanian", "ro-RO"}, {"hungarian", "hu-HU"}, {"magyar", "hu-HU"}, {"greek", "el-GR"}, {"polutonikogreek", "el-GR"}, {"russian", "ru-RU"},
	{"ukrainian", "uk-UA"}, {"estonian", "et-EE"}, {"latvian", "lv-LV"}, {"lithuanian", "lt-LT"}, {"turkish", "tr-TR"}, {"hebrew", "he-IL"}, {"farsi", "fa-IR"},
	{"japanese", "ja-JP"}, {"chinese", "zh-CN"}, {"thai", "th-TH"}, {"vietnamese", "vi-VN"}, {"mongolian", "mn-MN"}, {"catalan", "ca-AD"}, {"afrikaans", "af-ZA"},
	{"arabic", "ar"}, {"basque", "eu"}, {"latin", "la"},
}

// LanguageTag returns the tag of a language of babel, or else the name itself.
func LanguageTag(name string) string {
	for _, l := range languageTags {
		if strings.EqualFold(l[0], name) {
			return l[1]
		}
	}
	return name
}

// LanguageName returns babel's name of a language with a tag, which may lack its region.
// It is "" for other words.
func LanguageName(tag string) string {
	for _, l := range languageTags {
		language, _, _ := strings.Cut(l[1], "-")
		if strings.EqualFold(l[1], tag) || strings.EqualFold(language, tag) {
			return l[0]
		}
	}
	return ""
}

// bibstrings are what biblatex prints in English for its keys of states of publication
// and of types (manual, section 4.9.2).
var bibstrings = [][2]string{
	{"inpress", "in press"}, {"inpreparation", "in preparation"}, {"prepublished", "prepublished"},
	{"mathesis", "Master’s thesis"}, {"phdthesis", "PhD thesis"}, {"candthesis", "Candidate thesis"}, {"bathesis", "Bachelor’s thesis"},
	{"techreport", "technical report"}, {"resreport", "research report"}, {"software", "computer software"}, {"datacd", "data CD"}, {"audiocd", "audio CD"},
	{"patentde", "German patent"}, {"patenteu", "European patent"}, {"patentfr", "French patent"}, {"patentuk", "British patent"}, {"patentus", "U.S. patent"},
	{"patreq", "patent request"}, {"patreqde", "German patent request"}, {"patreqeu", "European patent request"}, {"patreqfr", "French patent request"},
	{"patrequk", "British patent request"}, {"patrequs", "U.S. patent request"},
}

// BibString returns what biblatex prints for a key of its own, or else the words
// themselves.
func BibString(words string) string {
	for _, b := range bibstrings {
		if b[0] == words {
			return b[1]
		}
	}
	return words
}

// BibStringKey returns biblatex's key for words that it prints, or else the words
// themselves.
func BibStringKey(words string) string {
	printed := strings.ReplaceAll(words, "'", "’")
	for _, b := range bibstrings {
		if strings.EqualFold(b[1], printed) {
			return b[0]
		}
	}
	return words
}

// PeriodicalKinds are the types of CSL for what biblatex tells of an article in
// entrysubtype (manual, section 2.3.1).
var PeriodicalKinds = map[string]string{"newspaper": "article-newspaper", "magazine": "article-magazine"}
