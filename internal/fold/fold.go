package fold

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
	"golang.org/x/text/unicode/norm"
)

// Words splits text into words for comparison: LaTeX decoded, accents and
// case dropped, letters that have a usual spelling in ASCII written so, British
// endings as American ones, "&" as "and". An apostrophe does not end a word.
func Words(s string) []string { return SpelledWords(Letters(s)) }

// SpelledWords returns the words of folded letters in American spelling.
func SpelledWords(folded string) []string { return AppendSpelled(nil, folded) }

// AppendSpelled is [SpelledWords] after other words.
func AppendSpelled(words []string, folded string) []string {
	words = slices.Grow(words, strings.Count(folded, " ")+1)
	for word := range Spelled(folded) {
		words = append(words, word)
	}
	return words
}

// Spelled yields what spelledWords returns.
func Spelled(folded string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for start := 0; start < len(folded); {
			end := start
			for end < len(folded) && folded[end] != ' ' {
				end++
			}
			if end > start && !yield(AmericanSpelling(folded[start:end])) {
				return
			}
			start = end + 1
		}
	}
}

// Letters returns text in small letters and digits, single marks between
// words as spaces.
func Letters(s string) string {
	if strings.IndexByte(s, '\\') >= 0 || strings.IndexByte(s, '{') >= 0 || strings.IndexByte(s, '$') >= 0 {
		s = latex.Decode(s)
	}
	if text.IsASCII(s) {
		return lettersOfASCII(s)
	}
	if folded, ok := lettersOfTable(s); ok {
		return folded
	}
	return lettersOfUnicode(s)
}

// lettersOfUnicode is foldLetters for any characters.
func lettersOfUnicode(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(s) {
		switch {
		case text.IsApostrophe(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
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

// foldRoom is room for most texts while they are folded.
type foldRoom [128]byte

// lettersOfASCII is foldLetters for ASCII, to which the tables have nothing to say.
func lettersOfASCII(s string) string {
	var room foldRoom
	folded := room[:0]
	for i := range len(s) {
		folded = appendFoldedASCII(folded, s[i])
	}
	return string(folded)
}

func appendFoldedASCII(folded []byte, c byte) []byte {
	switch c = asciiFolds[c]; c {
	case 0:
		return folded
	case '&':
		return append(folded, " and "...)
	default:
		return append(folded, c)
	}
}

// asciiFolds has what ASCII characters fold to: 0 is nothing, "&" a word.
var asciiFolds = foldsOfASCII()

func foldsOfASCII() (folds [utf8.RuneSelf]byte) {
	for c := range folds {
		switch c := byte(c); {
		case text.IsASCIIAlphanumeric(c):
			folds[c] = byte(unicode.ToLower(rune(c)))
		case c == '\'':
			folds[c] = 0
		case c == '&':
			folds[c] = c
		default:
			folds[c] = ' '
		}
	}
	return folds
}

// lettersOfTable is foldLetters for ASCII and the characters of commonFolds, false if
// there are others. None of these is a combining mark, so each decomposes by itself
// whatever is beside it, and can be folded alone.
func lettersOfTable(s string) (string, bool) {
	var room foldRoom
	folded := room[:0]
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c != '`' { // an apostrophe in such company
				folded = appendFoldedASCII(folded, c)
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r <= text.LastLatin:
			folded = append(folded, commonFolds.latin[r]...)
		case r >= text.FirstMark && r <= text.LastMark:
			folded = append(folded, commonFolds.marks[r-text.FirstMark]...)
		default:
			return "", false
		}
		i += size
	}
	return string(folded), true
}

var commonFolds = newFoldTable()

// foldTable has what characters fold to.
type foldTable struct {
	latin [text.LastLatin + 1]string // from [utf8.RuneSelf] on
	marks [text.LastMark - text.FirstMark + 1]string
}

func newFoldTable() *foldTable {
	t := new(foldTable)
	for r := rune(utf8.RuneSelf); r <= text.LastLatin; r++ {
		t.latin[r] = lettersOfUnicode(string(r))
	}
	for r := text.FirstMark; r <= text.LastMark; r++ {
		t.marks[r-text.FirstMark] = lettersOfUnicode(string(r))
	}
	return t
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

var britishShapes = text.ShapesOfWords(maps.Keys(britishWords))

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

// AmericanSpelling returns a folded word in American spelling.
func AmericanSpelling(word string) string {
	if len(word) < 4 {
		return word
	}
	if britishShapes.MayHave(word) {
		if american, ok := britishWords[word]; ok {
			return american
		}
	}
	for _, e := range britishEndings[word[len(word)-1]] {
		if stem, ok := strings.CutSuffix(word, e.british); ok && len(stem) > 1 {
			return stem + e.american
		}
	}
	return word
}

// Text returns the words of a text as titles and names are compared by, with a
// space between: LaTeX decoded, accents, case and punctuation dropped, British
// endings as American ones. Letters of scripts that have no usual spelling in
// ASCII stay as they are. It is empty for a text without letters and digits.
func Text(s string) string { return strings.Join(Words(s), " ") }

// AppendRune appends the small letters and digits that a character stands for, as
// [Letters] has them, and nothing for any other.
func AppendRune(letters []byte, r rune) []byte {
	switch {
	case r < utf8.RuneSelf && text.IsASCIIAlphanumeric(byte(r)):
		return append(letters, asciiFolds[r])
	case r < utf8.RuneSelf:
		return letters
	case r <= text.LastLatin:
		return appendWithoutSpaces(letters, commonFolds.latin[r])
	case r >= text.FirstMark && r <= text.LastMark:
		return appendWithoutSpaces(letters, commonFolds.marks[r-text.FirstMark])
	}
	if spelled, ok := asciiSpelling[unicode.ToLower(r)]; ok {
		return append(letters, spelled...)
	}
	return appendWithoutSpaces(letters, lettersOfUnicode(string(r)))
}

func appendWithoutSpaces(letters []byte, folded string) []byte {
	for i := range len(folded) {
		if folded[i] != ' ' {
			letters = append(letters, folded[i])
		}
	}
	return letters
}
