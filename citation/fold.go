package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// foldWords splits text into words for comparison: LaTeX decoded, accents and
// case dropped, letters that have a usual spelling in ASCII written so, British
// endings as American ones, "&" as "and". An apostrophe does not end a word.
func foldWords(s string) []string {
	folded := foldLetters(s)
	words := make([]string, 0, strings.Count(folded, " ")+1)
	for word := range strings.SplitSeq(folded, " ") {
		if word != "" {
			words = append(words, americanSpelling(word))
		}
	}
	return words
}

// foldLetters returns text in small letters and digits, single marks between
// words as spaces.
func foldLetters(s string) string {
	if strings.ContainsAny(s, `\{$`) {
		s = decodeLaTeX(s)
	}
	if isASCII(s) {
		return foldASCII(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(s) {
		switch {
		case isApostrophe(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		case r == '&':
			b.WriteString(" and ")
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			r = unicode.ToLower(r)
			if spelled, ok := asciiSpelling[r]; ok {
				b.WriteString(spelled)
			} else {
				b.WriteRune(r)
			}
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// foldASCII is foldLetters for ASCII, to which the tables have nothing to say.
func foldASCII(s string) string {
	folded := make([]byte, 0, len(s)+8)
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			folded = append(folded, c)
		case c >= 'A' && c <= 'Z':
			folded = append(folded, c+'a'-'A')
		case c == '\'':
		case c == '&':
			folded = append(folded, " and "...)
		default:
			folded = append(folded, ' ')
		}
	}
	return string(folded)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// asciiSpelling is how letters that no decomposition brings to ASCII are usually
// spelled in it: Latin ones as catalogues do, Greek ones by name as titles do,
// Cyrillic ones after the romanisation of BGN/PCGN without its signs.
var asciiSpelling = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'ı': "i", 'ȷ': "j", 'đ': "d", 'ð': "d", 'þ': "th",
	'ŋ': "ng", 'ħ': "h", 'ŧ': "t", 'ĸ': "k", 'ə': "e",
	'α': "alpha", 'β': "beta", 'γ': "gamma", 'δ': "delta", 'ε': "epsilon", 'ζ': "zeta", 'η': "eta",
	'θ': "theta", 'ι': "iota", 'κ': "kappa", 'λ': "lambda", 'μ': "mu", 'ν': "nu", 'ξ': "xi", 'ο': "o",
	'π': "pi", 'ρ': "rho", 'σ': "sigma", 'ς': "sigma", 'τ': "tau", 'υ': "upsilon", 'φ': "phi", 'χ': "chi",
	'ψ': "psi", 'ω': "omega",
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ж': "zh", 'з': "z", 'и': "i", 'к': "k",
	'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f",
	'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "y", 'ь': "", 'э': "e", 'ю': "yu",
	'я': "ya", 'і': "i", 'ї': "i", 'є': "ye", 'ґ': "g",
}

// britishWords are spellings that no ending tells.
var britishWords = map[string]string{
	"grey": "gray", "defence": "defense", "offence": "offense", "licence": "license", "practise": "practice",
	"programme": "program", "programmes": "programs", "sceptic": "skeptic", "sceptical": "skeptical",
	"scepticism": "skepticism", "mould": "mold", "plough": "plow", "tyre": "tire", "tyres": "tires",
	"aluminium": "aluminum", "sulphur": "sulfur", "ageing": "aging", "judgement": "judgment", "judgements": "judgments",
	"artefact": "artifact", "artefacts": "artifacts", "cheque": "check", "enrolment": "enrollment",
	"fulfilment": "fulfillment", "skilful": "skillful", "whilst": "while", "amongst": "among", "towards": "toward",
	"homoeopathy": "homeopathy", "homoeopathic": "homeopathic", "manoeuvre": "maneuver", "oestrogen": "estrogen",
	"oesophageal": "esophageal", "foetal": "fetal", "foetus": "fetus", "diarrhoea": "diarrhea", "coeliac": "celiac",
	"leukaemia": "leukemia", "anaemia": "anemia", "ischaemia": "ischemia", "ischaemic": "ischemic",
	"anaesthesia": "anesthesia", "anaesthetic": "anesthetic", "paediatric": "pediatric", "paediatrics": "pediatrics",
	"gynaecology": "gynecology", "orthopaedic": "orthopedic", "haemoglobin": "hemoglobin", "encyclopaedia": "encyclopedia",
	"hyperglycaemia": "hyperglycemia", "hypoglycaemia": "hypoglycemia", "tumour": "tumor", "tumours": "tumors",
	"archaeology": "archeology", "archaeological": "archeological", "mediaeval": "medieval", "aeroplane": "airplane",
	"metre": "meter", "metres": "meters", "litre": "liter", "litres": "liters", "fibre": "fiber",
	"fibres": "fibers", "centre": "center", "centres": "centers", "centred": "centered", "licences": "licenses", "theatre": "theater", "kilometre": "kilometer",
}

// spelling is an ending in British and in American.
type spelling struct{ british, american string }

// britishEndings turn a British ending into the American one; they stand under
// their last letter.
var britishEndings = byLastLetter([]spelling{
	{"isations", "izations"}, {"isation", "ization"}, {"isational", "izational"}, {"ising", "izing"}, {"ised", "ized"},
	{"iser", "izer"}, {"isers", "izers"}, {"ise", "ize"}, {"ises", "izes"},
	{"ysing", "yzing"}, {"ysed", "yzed"}, {"yse", "yze"},
	{"ours", "ors"}, {"our", "or"}, {"oured", "ored"}, {"ouring", "oring"}, {"oural", "oral"}, {"ourally", "orally"},
	{"ourable", "orable"}, {"ourful", "orful"},
	{"elling", "eling"}, {"elled", "eled"}, {"eller", "eler"}, {"ellers", "elers"},
	{"ogue", "og"}, {"ogues", "ogs"}, {"haem", "hem"},
})

func byLastLetter(endings []spelling) (by [256][]spelling) {
	for _, e := range endings {
		last := e.british[len(e.british)-1]
		by[last] = append(by[last], e)
	}
	return by
}

func americanSpelling(word string) string {
	if len(word) < 4 {
		return word
	}
	if american, ok := britishWords[word]; ok {
		return american
	}
	for _, e := range britishEndings[word[len(word)-1]] {
		if stem, ok := strings.CutSuffix(word, e.british); ok && len(stem) > 1 {
			return stem + e.american
		}
	}
	return word
}
