package ground

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// fewestLetters and fewestWords are what a quotation must have to be told from words
// that stand in any text.
const (
	fewestLetters = 12
	fewestWords   = 3
)

// quoted is a stretch of a statement that is a quotation, without its marks.
type quoted struct {
	span [2]int
	// doubtful says that nothing but the kind of the fact makes it a quotation: it has
	// marks of its own inside, which may be the only words quoted.
	doubtful bool
}

// quotations returns the quotations of a statement in their order.
func quotations(s *Statement) []quoted {
	whole := [2]int{0, len(s.Content)}
	if s.Evidence {
		return []quoted{{span: whole}}
	}
	marked := quoteMarks(s.Content)
	if len(marked) == 0 {
		if s.Quotation {
			return []quoted{{span: whole}}
		}
		return nil
	}
	var found []quoted
	for _, m := range marked {
		if isLongEnough(s.Content[m[0]:m[1]]) && (s.Quotation || isSaid(s.Content, m)) {
			found = append(found, quoted{span: m})
		}
	}
	if len(found) == 0 && s.Quotation {
		return []quoted{{span: whole, doubtful: true}}
	}
	return found
}

func isLongEnough(s string) bool {
	w := readWords(s)
	return len(w.list) >= fewestWords && len(w.letters) >= fewestLetters
}

// quoteMarks returns the stretches between quotation marks, without the marks. Of
// marks within marks the outer ones count. Marks without a partner are no marks.
func quoteMarks(s string) [][2]int {
	var found [][2]int
	var open []rune // marks that nothing closes from there on, so that it is looked for once
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		closing := closingMarks[r]
		if closing == "" || slices.Contains(open, r) || !maySay(s, i, r, size) {
			i += size
			continue
		}
		if end, length := closingMark(s, i+size, closing); end > 0 {
			found = append(found, [2]int{i + size, end})
			i = end + length
			continue
		}
		open = append(open, r)
		i += size
	}
	return found
}

// closingMarks are the marks that end what each mark begins.
var closingMarks = map[rune]string{
	'"': "\"”", '“': "”\"", '„': "“”\"", '«': "»", '»': "«", '‘': "’", '\'': "'", '‹': "›", '「': "」", '『': "』", '‚': "‘’",
}

// maySay reports whether a mark at i opens: an apostrophe, or a mark after a word, does
// not.
func maySay(s string, i int, r rune, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+size:])
	if unicode.IsSpace(after) || i+size == len(s) {
		return false
	}
	switch r {
	case '"', '\'', '‘', '»':
		return i == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before)
	}
	return true
}

// closingMark returns where the first of the closing marks stands that ends what
// begins at from, and its length; 0 if there is none.
func closingMark(s string, from int, closing string) (at, length int) {
	for i, r := range s[from:] {
		if !strings.ContainsRune(closing, r) || i == 0 {
			continue
		}
		at, length = from+i, utf8.RuneLen(r)
		if r != '\'' && r != '’' && r != '‘' {
			return at, length
		}
		after, _ := utf8.DecodeRuneInString(s[at+length:])
		if at+length == len(s) || !unicode.IsLetter(after) && !unicode.IsDigit(after) {
			return at, length
		}
	}
	return 0, 0
}

// sayingWords are verbs that come before or after what somebody says.
var sayingWords = setOf("say says said saying state states stated stating write writes wrote written writing argue argues argued note notes noted conclude concludes concluded concluding remark remarks remarked explain explains explained report reports reported declare declares declared add adds added warn warns warned claim claims claimed admit admits admitted announce announces announced comment comments commented quote quotes quoted quoting tell tells told recall recalls recalled reads ask asks asked insist insists insisted observe observes observed acknowledge acknowledges acknowledged emphasize emphasizes emphasized caution cautions cautioned according")

// namingWords come before a title, a term or a name in quotation marks.
var namingWords = setOf("titled entitled called named known termed dubbed paper article book report study chapter thesis film song album series essay novel poem title term word phrase headed section talk lecture course published")

// beside is how many bytes beside a quotation are looked at for who says it.
const beside = 200

// isSaid reports whether the words in marks are what somebody says rather than the
// title of a work or a term.
func isSaid(content string, m [2]int) bool {
	before := readWords(strings.ToValidUTF8(content[max(0, m[0]-beside):m[0]], ""))
	for i := len(before.list) - 1; i >= max(0, len(before.list)-6); i-- {
		word := before.word(i)
		switch {
		case namingWords[string(word)]:
			return false
		case sayingWords[string(word)]:
			return true
		}
	}
	after := readWords(strings.ToValidUTF8(content[m[1]:min(len(content), m[1]+beside)], ""))
	for i := range min(5, len(after.list)) {
		if word := after.word(i); sayingWords[string(word)] {
			return string(word) != "according"
		} else if namingWords[string(word)] {
			return false
		}
	}
	return false
}

// part is a piece of a quotation between marks of omission: the words [from,to) of the
// statement.
type part struct{ from, to int }

// parts cuts the words [from,to) at marks of omission.
func parts(w *words, span [2]int) []part {
	from, to := w.from(span[0]), w.from(span[1])
	list := []part{{from, to}}
	for i := from + 1; i < to; i++ {
		if gap := w.between(i); len(gap) > 2 && isOmission(gap) {
			list[len(list)-1].to = i
			list = append(list, part{i, to})
		}
	}
	return slices.DeleteFunc(list, func(p part) bool { return p.from >= p.to })
}

// isOmission reports whether a gap between words has a mark of omission.
func isOmission(gap string) bool {
	return strings.Contains(gap, "…") || strings.Contains(gap, "..") || strings.Contains(gap, ". . .") || strings.Contains(gap, "[--]") || strings.Contains(gap, "***")
}

// isShort reports whether a part has too few words to be looked for.
func (p part) isShort(w *words) bool {
	return p.to-p.from < fewestWords || len(w.spelled(p.from, p.to)) < fewestLetters/2
}

// negations are words that turn what is said into its opposite.
var negations = setOf("no not never without cannot neither nor none nobody nothing hardly scarcely barely lack lacks lacked lacking fail fails failed failing refuse refuses refused refusing deny denies denied denying absent absence cant dont doesnt didnt isnt arent wasnt werent wont wouldnt couldnt shouldnt hasnt havent hadnt aint nowhere")

// isCapital reports whether a word is printed with a capital.
func isCapital(printed string) bool {
	r, _ := utf8.DecodeRuneInString(printed)
	return unicode.IsUpper(r) || len(printed) > 1 && text.HasCapital(printed[1:])
}
