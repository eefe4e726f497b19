package latex

import (
	"maps"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
	"golang.org/x/text/unicode/norm"
)

// Encoding is how letters outside ASCII are written.
type Encoding bool

const (
	ASCII Encoding = false // in LaTeX's notation, where it has one
	UTF8  Encoding = true  // as they are
)

// commands is latexSymbols with the raised and lowered characters.
var commands = withScripts(latexSymbols, map[string]string{"^": latexRaised, "_": latexLowered})

func withScripts(symbols map[rune]string, scripts map[string]string) map[rune]string {
	commands := maps.Clone(symbols)
	for command, pairs := range scripts {
		for plain, script := range scriptPairs(pairs) {
			commands[script] = "$" + command + string(plain) + "$"
		}
	}
	return commands
}

// scriptPairs maps plain characters to their raised or lowered forms.
func scriptPairs(pairs string) map[rune]rune {
	forms := map[rune]rune{}
	runes := []rune(pairs)
	for i := 0; i < len(runes); i += 2 {
		forms[runes[i]] = runes[i+1]
	}
	return forms
}

var latexScripts = map[byte]map[rune]rune{'^': scriptPairs(latexRaised), '_': scriptPairs(latexLowered)}

// latexRunes maps LaTeX's command names to characters, the other way round of
// latexSymbols.
var latexRunes = invertSymbols()

var latexMarks = invertAccents()

func invertSymbols() map[string]string {
	runes := make(map[string]string, len(latexSymbols)+len(latexAliases))
	for r, command := range latexSymbols {
		if name, ok := strings.CutPrefix(strings.Trim(command, "$"), `\`); ok {
			runes[name] = string(r)
		}
	}
	for name, text := range latexAliases {
		runes[name] = text
	}
	return runes
}

func invertAccents() map[string]rune {
	marks := make(map[string]rune, len(latexAccents))
	for mark, command := range latexAccents {
		marks[command] = mark
	}
	return marks
}

// Encode writes text so that LaTeX typesets it and runs none of it. The
// result has balanced braces and no command but the ones of the tables;
// [Decode] gives the text back. Characters that LaTeX has no notation for
// stay as they are.
func Encode(s string, encoding Encoding) string {
	if isWrittenAsIs(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/4)
	mayCombine := strings.ContainsFunc(s, text.IsUncommon)
	if mayCombine {
		s = norm.NFC.String(s)
	}
	var last rune
	for s != "" {
		if plain := plainLength(s); plain > 1 {
			plain-- // the last one may bear accents
			b.WriteString(s[:plain])
			last, s = rune(s[plain-1]), s[plain:]
		}
		r, size := utf8.DecodeRuneInString(s)
		if r >= utf8.RuneSelf && encoding == UTF8 {
			b.WriteString(s[:size])
			last, s = r, s[size:]
			continue
		}
		if r <= text.LastLatin && latinLetters[r] != "" && !mayCombine {
			b.WriteString(latinLetters[r])
			last, s = 0, s[size:]
			continue
		}
		if n := letterWithMarks(s); n > 0 {
			if encoding == UTF8 {
				b.WriteString(s[:n])
			} else {
				writeAccented(&b, []rune(norm.NFD.String(s[:n])))
			}
			last, s = 0, s[n:]
			continue
		}
		s = s[size:]
		writeLaTeXRune(&b, last, r)
		last = r
	}
	return b.String()
}

// latinLetters are the letters with accents as they are written if no other accent
// follows.
var latinLetters = accentedLetters()

func accentedLetters() (written [text.LastLatin + 1]string) {
	for r := rune(utf8.RuneSelf); r <= text.LastLatin; r++ {
		if letter := string(r); letterWithMarks(letter) > 0 {
			var b strings.Builder
			writeAccented(&b, []rune(norm.NFD.String(letter)))
			written[r] = b.String()
		}
	}
	return written
}

// latexPlain are the ASCII characters that are written as they stand, whatever
// follows them but an accent.
var latexPlain = plainCharacters("#$%&_{}\\^~`<>|-',")

func plainCharacters(others string) (plain [utf8.RuneSelf]bool) {
	for c := range plain {
		plain[c] = strings.IndexByte(others, byte(c)) < 0
	}
	return plain
}

// isWrittenAsIs reports whether text is ASCII without anything to escape and without
// two of the characters that fonts join side by side: so are most values, and of
// them encodeLaTeX has nothing to write in another way.
func isWrittenAsIs(s string) bool {
	var last byte
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf || !latexPlain[c] && (c == last || c != '-' && c != '\'' && c != ',') {
			return false
		}
		last = c
	}
	return true
}

// plainLength returns how many bytes at the start of s are written as they stand.
func plainLength(s string) int {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || !latexPlain[s[i]] {
			return i
		}
	}
	return len(s)
}

func writeLaTeXRune(b *strings.Builder, last, r rune) {
	if joinsInFonts(last, r) {
		b.WriteString("{}")
	}
	if escape, ok := escapes[r]; ok {
		b.WriteString(escape)
		return
	}
	command, ok := commands[r]
	switch {
	case !ok:
		b.WriteRune(r)
	case command[0] == '\\' || command[0] == '$':
		b.WriteString("{" + command + "}")
	default:
		b.WriteString(command)
	}
}

// joinsInFonts reports whether TeX's fonts would make one sign of two, as they make
// a dash of two hyphens.
func joinsInFonts(last, r rune) bool {
	for _, family := range [...]string{"-–—", "'”", "“!?", ","} {
		if strings.ContainsRune(family, r) && strings.ContainsRune(family, last) {
			return r != '!' && r != '?'
		}
	}
	return false
}

// letterWithMarks returns the length of an ASCII letter, or one of LaTeX's own
// letters, with the accents on it at the start of s; 0 if there is none.
func letterWithMarks(s string) int {
	first, n := utf8.DecodeRuneInString(s)
	if first == 'å' || first == 'Å' {
		return 0 // \aa, unless more accents follow: those stay as they are
	}
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if latexAccents[r] == "" {
			break
		}
		n += size
	}
	if n == 1 {
		return 0
	}
	letters := []rune(norm.NFD.String(s[:n]))
	if len(letters) < 2 {
		return 0
	}
	base := letters[0]
	if base >= utf8.RuneSelf && !strings.ContainsRune("æÆœŒøØłŁ", base) || base < utf8.RuneSelf && !unicode.IsLetter(base) {
		return 0
	}
	for _, mark := range letters[1:] {
		if latexAccents[mark] == "" {
			return 0
		}
	}
	return n
}

func writeAccented(b *strings.Builder, letters []rune) {
	base := string(letters[0])
	if command, ok := latexSymbols[letters[0]]; ok {
		base = command
	}
	for i, mark := range letters[1:] {
		command := latexAccents[mark]
		if isLetterCommand(command) || i > 0 {
			base = `\` + command + "{" + base + "}"
		} else {
			base = `\` + command + base
		}
	}
	b.WriteString("{" + base + "}")
}

func isAbove(mark rune) bool {
	return !strings.ContainsRune("\u0323\u0326\u0327\u0328\u0331", mark)
}

func isLetterCommand(name string) bool {
	return unicode.IsLetter(rune(name[0]))
}
