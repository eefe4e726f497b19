package citation

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// leaveOutBare leaves out what is no more than words that are marked or quoted: a warning in
// bold, a link to another part of the same text, what a link asks its reader to do, words in
// small letters, and what a row of a change log seems to name.
func leaveOutBare(e *Extraction, plain *markup.Plain) {
	if len(e.References) == 0 {
		return
	}
	changes := isChange(plain)
	e.References = slices.DeleteFunc(e.References, func(r Reference) bool {
		switch {
		case isPartOfProgram(plain.Text, &r):
			return true
		case changes && r.Kind == "" && !isIdentified(&r):
			return true
		case r.Title == "":
			return countsOthers(plain.Text, &r) || isVersionOf(&r) || isDatedChange(plain.Text, &r)
		}
		return isBare(&r) && (isInSmallLetters(&r) || isMarkedOtherwise(plain, &r) || asksReader(&r) || isPartAlone(plain, &r) || namesChange(&r))
	})
	if len(e.References) == 0 && e.Class == ClassReference {
		e.Class = ClassNone
		if len(e.Mentions) > 0 {
			e.Class = ClassCitation
		}
	}
}

// isBare reports whether a title, and perhaps its address, is all that is said of a work.
func isBare(r *Reference) bool {
	for _, row := range ref.Fields {
		if _, stated := r.Spans[string(row.Name)]; stated && row.Name != ref.FieldTitle && row.Name != ref.FieldURL {
			return false
		}
	}
	return r.Kind == ""
}

func isInSmallLetters(r *Reference) bool {
	return r.URL == "" && text.StartsLower(r.Title) && r.Title == strings.ToLower(r.Title)
}

// isMarkedOtherwise reports whether the words of a title are marked as those of works are
// not: as strong, with code among them, or as a link to a place in the same text.
func isMarkedOtherwise(plain *markup.Plain, r *Reference) bool {
	title := r.Spans[string(ref.FieldTitle)]
	return slices.ContainsFunc(plain.Marks, func(m markup.Mark) bool {
		if m.End <= title[0] || title[1] <= m.Start {
			return false
		}
		return m.Kind == markup.Jump || m.Kind == markup.Code || m.Kind == markup.Strong && r.URL == ""
	})
}

var partNouns = text.WordSet("chapter", "chapters", "section", "sections", "subsection", "appendix", "kapitel", "abschnitt", "chapitre", "capítulo", "capitolo")

// isPartAlone reports whether a part of a work is named and nothing of the work: "the chapter
// 'Rims'" is one of the same text.
func isPartAlone(plain *markup.Plain, r *Reference) bool {
	before := strings.TrimRight(plain.Text[:r.Spans[string(ref.FieldTitle)][0]], " \"'`“”„«‘‚*_:")
	return r.URL == "" && partNouns[strings.ToLower(before[strings.LastIndexByte(before, ' ')+1:])]
}

// namesChange reports whether a title is what a change or what it mends is called: "Cart bug 481".
func namesChange(r *Reference) bool {
	of := strings.TrimRight(r.Title, "0123456789")
	return len(of) < len(r.Title) && (countsChange(of) || r.URL != "" && strings.HasSuffix(of, " issue "))
}

// isPartOfProgram reports whether what is read as the title or what holds it is part of a program:
// "Cart::Rim", "'T' in Cart::Rim".
func isPartOfProgram(content string, r *Reference) bool {
	container, ok := r.Spans[string(ref.FieldContainer)]
	return ok && (strings.Contains(r.Container, "::") || strings.HasPrefix(content[container[1]:], "::")) || strings.Contains(r.Title, "::") && !strings.Contains(r.Title, " ")
}

// isVersionOf reports whether what is read as the volume is the version of a program: "in FeltCart 1.0.2".
func isVersionOf(r *Reference) bool { return r.Year == "" && strings.Count(r.Volume, ".") > 1 }

// asking are words with which a link asks its reader to do something.
var asking = text.WordSet("click", "try", "join", "visit", "download", "subscribe", "contact", "sign", "register", "ask", "report", "edit", "open", "understand", "learn")

func asksReader(r *Reference) bool {
	first, _, _ := strings.Cut(r.Title, " ")
	return r.URL != "" && asking[strings.ToLower(first)]
}

// isChange reports whether a text links to the change that it tells of, as rows of change
// logs do.
func isChange(plain *markup.Plain) bool {
	for _, part := range [...]string{"/commit/", "/pull/", "/merge_requests/"} {
		if strings.Contains(plain.Text, part) {
			return true
		}
	}
	return false
}
