package formatted

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/internal/text"
)

// mostLeads is how many places a reference is looked for after what introduces it.
const mostLeads = 3

// afterLead reads the reference after the sentence, or the words, that introduce it:
// "See also Horn, A. (2019). …", "Felt is quiet. A. Horn, 'T', …".
func (f *formatted) afterLead() (w phrase.Work, ok bool) {
	c := cutter{formatted: *f}
	looked := false
	for i, tried := 1, 0; i < min(len(f.Tokens), longestReference) && tried < mostLeads; i++ {
		if !f.endsLead(i) || !f.isLead(i) {
			continue
		}
		if !looked && c.opensReference(0) { // few texts have what may be a lead
			return phrase.Work{}, false
		}
		looked = true
		if !c.opensReference(i) || f.ownsWork(i) {
			continue
		}
		w, ok := readReference(f.Part(i, f.leadReaches(i)))
		if ok && (len(w.Authors) == 0 || w.Authors[0].Given != "" || w.Authors[0].Literal != "") {
			return w, true
		}
		tried++
	}
	return phrase.Work{}, false
}

// ownsWork reports whether the name at token i is followed by what is whose work: "Ann Lee's thesis".
func (f *formatted) ownsWork(i int) bool {
	_, next, ok := f.NameAt(i)
	return ok && phrase.IsApostropheToken(f.At(next)) && f.At(next+1).Is("s")
}

// endsLead reports whether what introduces a reference may be over before token i.
func (f *formatted) endsLead(i int) bool {
	before := f.At(i - 1)
	switch {
	case before.Is(":"), (before.Kind == phrase.Word && !before.Capital && !before.In(lexicon.NameGlue|lexicon.Particles) || before.Is("(")) && i > 2 && isListedName(f.Text, i):
		return true
	case before.Is("."):
		return f.At(i).Start > before.End && (!f.IsInitial(i-2) || leadWords[f.At(i-2).Lower])
	}
	return asks(before) || i <= 2 && leadWords[before.Lower]
}

// leadReaches is the token after the reference that begins at token i, which what comes before
// introduces: all that follows, or what is in the same parentheses.
func (f *formatted) leadReaches(i int) int {
	if f.At(i - 1).Is("(") {
		return f.ClosingParen(i - 1)
	}
	return len(f.Tokens)
}

// isListedName reports whether a name at token i is written as only lists write names:
// "Holt, P. and".
func isListedName(s *phrase.Text, i int) bool {
	return s.IsNameWord(i) && s.At(i+1).Is(",") && s.IsInitial(i+2)
}

// asks reports whether a word asks for a reference to be read, wherever in a sentence it
// is.
func asks(t *phrase.Token) bool {
	switch t.Lower {
	case "see", "cite", "citing", "consult", "following", "read":
		return true
	}
	return false
}

// leadWords introduce a reference by themselves.
var leadWords = text.WordSet("see", "also", "cf", "compare", "reference", "references", "source", "sources", "cited", "citation", "cite", "citing", "consult", "following")

// isLead reports whether the tokens before i introduce a reference and are none: they
// say "see" or the like, announce it before a colon, or are a sentence, without a
// number that is no year, in which something is, or one with few capitals that begins with a word that opens sentences or has a
// reference with a label after it.
func (f *formatted) isLead(i int) bool {
	introduces, told, capitals, small := isListedName(f.Text, i) && !f.At(i-1).Is(":") && !f.At(i-1).Is("."), false, 0, 0
	for at := 0; at < i; at++ {
		switch t := f.At(at); {
		case t.Is("["):
			at = f.ClosingParen(at)
		case phrase.IsYear(t) && f.At(at-1).Kind == phrase.Word && !f.At(at-1).Capital:
		case t.Kind == phrase.Number && f.isAskedFor(i):
		case t.Kind == phrase.Number, t.Kind == phrase.Quoted, t.Kind == phrase.Link:
			return false
		case leadWords[t.Lower]:
			introduces = introduces || asks(t) || i <= 4
		case t.Kind == phrase.Word && t.Capital:
			capitals++
		case t.Kind == phrase.Word:
			small++
			told = told || formsOfBe[t.Lower]
		}
	}
	announced := f.At(i-1).Is(":") && small > 1 && capitals <= 2 && !f.At(i-2).Capital
	opens := f.At(0).In(lexicon.FunctionWords) || f.At(i).Is("[")
	return introduces || told || announced || opens && capitals <= 2 && small > 2
}

// isAskedFor reports whether what comes right before token i asks for what follows to be
// read: "Week 5 (Mar 3): Ports — Read: A. Lee".
func (f *formatted) isAskedFor(i int) bool {
	if f.At(i - 1).Is(":") {
		i--
	}
	return asks(f.At(i-1)) || labelWords[f.At(i-1).Lower]
}

var formsOfBe = text.WordSet("is", "are", "was", "were", "has", "have", "had", "be", "been")
