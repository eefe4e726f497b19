package citation

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// isOfOthers reports whether a line is of a kind that has names, years and numbers where
// references have them: it says who has the rights of something, what a program is to do, or
// is drawn as a table.
func isOfOthers(line string) bool {
	isTable := strings.Contains(line, " | ") || strings.Contains(line, " ; ") && strings.Contains(line, " # ") || hasBoxes(line) || repeats(line)
	return isTable || opensOther(line) || hasHours(line) || isCopyright(line) || listsYears(line) || hasLongWord(line)
}

// opensOther reports whether a line begins as examples, rows of change logs, notes of releases
// and what says which files a licence is for do.
func opensOther(line string) bool {
	if number, ok := strings.CutPrefix(line, "#"); ok {
		return number != "" && text.IsDigit(number[0])
	}
	if version, ok := strings.CutPrefix(line, "Version "); ok { // "Version 1.4.1beta01 [January 8, 2010] Updated"
		return version != "" && text.IsDigit(version[0])
	}
	return strings.HasPrefix(line, "E.g.") || strings.HasPrefix(line, "Files: ") || strings.HasPrefix(line, "Files-Excluded: ")
}

// mostRepeated is how often a line may have one word that is no small one.
const mostRepeated = 6

// repeats reports whether a line has one long word with capitals or digits more often than
// references do, as the columns of tables have.
func repeats(line string) bool {
	if len(line) < mostRepeated*len(" Word") {
		return false
	}
	seen := map[string]int{}
	for word := range strings.FieldsSeq(line) {
		if word = strings.TrimRight(word, ",.:;"); len(word) > 4 && text.HasCapital(word) && strings.ToUpper(word) == word {
			if seen[word]++; seen[word] > mostRepeated {
				return true
			}
		}
	}
	return false
}

// readsOthers reports whether what the model read of a line shows that it is of such a kind.
func readsOthers(content, line string, r *Reference) bool {
	title := r.Spans[string(ref.FieldTitle)]
	return isDatedChange(line, r) || r.Confidence < fairly && isCode(line) || isPassage(line, r) || isUncasedProse(line, r) ||
		countsOthers(content, r) || beginsInWord(content, title) || endsInName(content, title) || hasMailbox(content, r) || namesFile(content, r) ||
		isSaying(content, line, r) || isOfSentence(content, r)
}

// isCopyright reports whether a line says who has the rights of something.
func isCopyright(line string) bool {
	if holder := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(line, "(C) "), "(c) "), "© "); holder != line && holder != "" && text.IsDigit(holder[0]) { // "(C) 2014, 2015 The Cart Authors"
		return true
	}
	if strings.HasPrefix(line, "Copyright ") || strings.Contains(line, "Copyright Notice") || strings.Contains(line, "Copyright (") || strings.Contains(line, "Copyright ©") {
		return true
	}
	lower := strings.ToLower(line)
	if strings.Contains(lower, "all rights reserved") {
		return true
	}
	before, holder, ok := strings.Cut(lower, "copyright")
	year := strings.TrimLeft(holder, " :(c)©")
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " "))
	return ok && holder != year && len(year) >= 4 && text.IsYearDigits(year[:4]) && !unicode.IsLetter(last) // "rims and copyright 2019"
}

// years are several of them before anything else, as those of rights are: "2009-2011, 2014, ".
var years = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\d{4}(?:[-–]\d{4})?(?:, ?\d{4}(?:[-–]\d{4})?)+\b`)
})

// listsYears reports whether a line begins with several years.
func listsYears(line string) bool {
	return line != "" && text.IsDigit(line[0]) && years().MatchString(line)
}

// changed is how rows of change logs begin, with a day and perhaps a version before it: "1.68 2015-01-24 ".
var changed = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:v?\d+(?:\.\d+)+[-\w]*,? )?\(?\d{4}[-./]\d{2}[-./]\d{2}\b`)
})

// isDatedChange reports whether a line begins with a day as the rows of change logs do, and
// says nothing else of when a work came out.
func isDatedChange(line string, r *Reference) bool {
	if line == "" || !text.IsDigit(line[0]) && line[0] != 'v' && line[0] != '(' {
		return false
	}
	date := len(changed().FindString(line))
	return date > 0 && (r.Year == "" || strings.Contains(line[:date], r.Year) && !strings.Contains(line[date:], r.Year))
}

// hasBoxes reports whether the lines of a table are drawn.
func hasBoxes(line string) bool {
	return strings.ContainsFunc(line, func(r rune) bool { return '─' <= r && r <= '╿' })
}

// longestWord is how many letters and digits a word of any language may have; those of keys
// and of encoded files are longer.
const longestWord = 50

func hasLongWord(line string) bool {
	length := 0
	for i := 0; i < len(line); i++ {
		if length++; !text.IsLetter(line[i]) && !text.IsDigit(line[i]) && line[i] != '+' {
			length = 0
		}
		if length > longestWord {
			return true
		}
	}
	return false
}

// fewCodes is how many words of programs a reference may have.
const fewCodes = 2

// isCode reports whether a line has so many words as only programs, settings and what they
// print have: "max_size = 4", "{ name:".
func isCode(line string) bool {
	codes := strings.Count(line, `":`)
	for word := range strings.FieldsSeq(line) {
		if strings.ContainsAny(word, `={}$|\_`) && strings.Trim(word, "_.,—") != "" && !strings.Contains(word, "/") {
			codes++
		}
	}
	return codes > fewCodes
}

// longestWithFew is how many bytes a line may have with fewer authors than those that fill it.
const (
	longestWithFew = 1000
	few            = 10
)

// isPassage reports whether a line is longer than references are that have few authors, or what
// is read as its title, before any authors or editors, is several sentences.
func isPassage(line string, r *Reference) bool {
	if len(line) > longestWithFew && len(r.Authors) < few {
		return true
	}
	people, named := r.Spans[string(ref.FieldAuthors)]
	if !named {
		people, named = r.Spans[string(ref.FieldEditors)]
	}
	opens := !named || r.Spans[string(ref.FieldTitle)][0] < people[0]
	return opens && len(r.Title) > longestOfSentences && breaksSentence(r.Title)
}

// longestOfSentences is how many bytes a title may have that has a full stop inside.
const longestOfSentences = 200

// breaksSentence reports whether a sentence ends inside a text and another begins.
func breaksSentence(s string) bool {
	for i := strings.Index(s, ". "); i >= 0; i = strings.Index(s, ". ") {
		if s = s[i+len(". "):]; text.HasCapital(s[:min(len(s), 1)]) {
			return true
		}
	}
	return false
}

// countsOthers reports whether the number that is read as the year, the volume or the place in
// one is that of a change, or part of a name.
func countsOthers(content string, r *Reference) bool {
	for _, field := range [...]ref.Field{ref.FieldYear, ref.FieldVolume, ref.FieldPages, ref.FieldEID} {
		sp, ok := r.Spans[string(field)]
		if !ok || field != ref.FieldYear && r.Year != "" {
			continue
		}
		before := content[:sp[0]]
		if isPartOfName(before) || countsChange(before) || field == ref.FieldYear && r.Year < "1900" && endsInASCIILetter(before) {
			return true
		}
	}
	return false
}

// isPartOfName reports whether a number after a text, which the model takes for a year, is
// part of a name or set by a program: "#", "CVE-", "MAP_WIRED = ", "U+".
func isPartOfName(before string) bool {
	if strings.HasSuffix(before, "#") || strings.HasSuffix(before, "= ") || strings.HasSuffix(before, "U+") {
		return true
	}
	name, hyphen := strings.CutSuffix(before, "-")
	acronym := name[max(0, len(name)-len("CVE")):]
	return hyphen && acronym != "" && strings.IndexFunc(acronym, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

// endsInASCIILetter reports whether the last byte of a text is a letter: "IEEE P" before "1788".
func endsInASCIILetter(s string) bool { return s != "" && text.IsLetter(s[len(s)-1]) }

// changeWords are before the number of a change or of what it mends.
var changeWords = text.WordSet("patch", "patches", "bug", "bugs", "pr", "ticket", "closes", "fixes", "fix")

// countsChange reports whether a number after a text is that of a change: "Patch 1457", "Fixes #96".
func countsChange(before string) bool {
	before, hash := strings.CutSuffix(before, "#")
	before = strings.TrimRight(before, " [(")
	return hash || changeWords[strings.ToLower(before[strings.LastIndexAny(before, " ([")+1:])]
}

// beginsInWord reports whether a title begins within what is one word: "v1.⟨0m⟩", "max=⟨64⟩",
// "2021⟨年3月⟩".
func beginsInWord(content string, title Span) bool {
	if title[0] == 0 || title[1] == 0 {
		return false
	}
	before, first := content[title[0]-1], content[title[0]]
	switch {
	case before == '=' || before == '_' || text.IsLetter(before):
		return true
	case text.IsDigit(before) && countsDate(content[title[0]:]):
		return true
	case before == '-':
		return text.IsDigit(first)
	case before == ':':
		return strings.HasSuffix(content[:title[0]], "::")
	case before == '.':
		return 'a' <= first && first <= 'z' || text.IsDigit(first)
	}
	return false
}

// endsInName reports whether a title of one word is how the name of a file or of a part of a
// program begins: "⟨doc⟩/rims.xml", "⟨axle⟩.in", "⟨Cart⟩::Rim".
func endsInName(content string, title Span) bool {
	word, rest := content[title[0]:title[1]], content[title[1]:]
	if word == "" || strings.Contains(word, " ") || len(rest) < 2 {
		return false
	}
	return strings.HasPrefix(rest, "::") || (rest[0] == '/' || rest[0] == '.' || rest[0] == '_') && text.StartsLower(rest[1:])
}

// namesFile reports whether what is read as the authors begins with the name of a file, as rows of
// change logs do: "felt/rims/cork: Update to", "rims.guess: Updated".
func namesFile(content string, r *Reference) bool {
	authors := r.Spans[string(ref.FieldAuthors)]
	name, _, _ := strings.Cut(content[authors[0]:authors[1]], " ")
	if !text.StartsLower(name) {
		return false
	}
	_, extension, ok := strings.Cut(strings.TrimSuffix(name, ":"), ".")
	return strings.Contains(name, "/") || ok && len(extension) > 1 && text.StartsLower(extension)
}

// hasMailbox reports whether the address of a mailbox is in what is read as the authors or
// the title.
func hasMailbox(content string, r *Reference) bool {
	for _, field := range [...]ref.Field{ref.FieldAuthors, ref.FieldTitle} {
		sp := r.Spans[string(field)]
		_, host, ok := strings.Cut(content[sp[0]:sp[1]], "@")
		host, _, _ = strings.Cut(host, " ")
		if ok && strings.Contains(host, ".") {
			return true
		}
	}
	return false
}
