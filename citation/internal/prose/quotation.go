package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// quotation is a quotation whose role is to be found.
type quotation struct {
	*reader
	i      int           // its token
	before *phrase.Token // what introduces it: a comma, a colon or parentheses are passed over
	citing bool          // the work at hand has a title already
}

// quotationRule says what a quotation is.
type quotationRule struct {
	before anyOf                  // what introduces the quotation, nothing for any word
	when   func(q quotation) bool // what else must hold, nil for nothing
	role   ref.Field              // the title or the container, or inProse
	then   func(r *reader)        // what follows from it, nil for nothing
}

// inProse is the role of a quotation that is neither a title nor a container.
const inProse ref.Field = ""

// inArt is the role of a quotation that names a film, a song or the like.
const inArt ref.Field = "art"

// quotationRules say what a quotation is. The first rule that holds decides.
var quotationRules = []quotationRule{
	{when: quotation.isCase, role: inProse},                          // *Roe v. Lind*, 410 U.S. 113 (1973)
	{when: quotation.isQuotedFrom, role: inProse},                    // 'felt is quiet' (Lee, 1955, p. 3)
	{when: quotation.isSpeech, role: inProse},                        // stated in the interview: 'T'
	{when: quotation.isArt, role: inArt},                             // the film 'T'
	{when: quotation.isForeignTitle, role: ref.FieldTitle},           // ihr Roman „T“ erschien 1998 bei Lund
	{when: quotation.isManual, role: inProse},                        // see [Build & Run](https://docs.example.org/build)
	{when: quotation.isJudged, role: inProse, then: (*reader).leave}, // discussed the paper 'T' in her book 'Y'
	{when: quotation.isLocatedTitle, role: ref.FieldTitle},           // 'T,' Cart Journal 5, 113–119
	{when: quotation.isWording, role: inProse},                       // only in 'production' builds
	{when: quotation.isCode, role: inProse},                          // the menu 'File -> Save as'
	{when: quotation.isReported, role: inProse},                      // why does the rim report 'T'
	{when: quotation.isOnScreen, role: inProse},                      // the 'Save as' button

	{before: listed(lexicon.ContainerNouns), role: ref.FieldContainer}, // the journal 'Y'

	{before: listed(lexicon.TitleCues), when: quotation.isCalledOtherwise, role: inProse}, // a course titled 'T'
	{before: words("called", "named"), when: quotation.isNickname, role: inProse},         // a method called 'T'
	{before: listed(lexicon.TitleCues), role: ref.FieldTitle},                             // a paper titled 'T'

	{before: words("in", "the"), when: quotation.isPlaceToGo, role: inProse},                                  // discussed in the [Felt forum](https://felt.example)
	{before: words("the"), when: quotation.isPhraseAfterIn, role: inProse},                                    // in the 'not in my back yard' debate
	{before: words("in"), when: quotation.isBookOfPart, role: ref.FieldContainer, then: (*reader).holdInBook}, // a chapter in 'Y'
	{before: words("in"), when: quotation.isLoneWord, role: inProse},                                          // In 'Vertigo' (1958), the tower
	{before: words("the"), when: quotation.isLoneWordAfterIn, role: inProse},                                  // as described in the 'Calculation'
	{before: words("in"), when: quotation.canHold, role: ref.FieldContainer},                                  // 'T' in 'Y'
	{before: words("in"), when: quotation.isWhere, role: inProse},                                             // kept in 'Cart Files', a typo in 'felt --help'
	{before: words("in"), role: ref.FieldTitle},                                                               // In 'T', Lee argues
	{before: words("the"), when: quotation.canHoldAfterIn, role: ref.FieldContainer},                          // 'T' in the 'Y'
	{before: words("the"), when: quotation.isAfterIn, role: ref.FieldTitle},                                   // In the 'T'
	{before: words("to"), when: quotation.isSecond, role: ref.FieldContainer},                                 // contributed 'T' to 'Y'

	{before: listed(lexicon.NotWorkNouns), when: quotation.isWorkAllTheSame, role: ref.FieldTitle}, // the trial 'Effects of Oats on the Horse', published
	{before: gatherings, when: quotation.isToCome, role: inProse},                                  // our talk 'T' is on 3 May
	{before: sited, when: quotation.isSite, role: ref.FieldTitle, then: (*reader).callItPage},      // the page 'T' (https://example.org)
	{before: kept, when: quotation.isKept, role: ref.FieldTitle, then: (*reader).callItData},       // the dataset 'T' (doi:10.5281/zenodo.1)
	{before: weakNouns, when: quotation.isArticleOfWork, role: ref.FieldTitle},                     // the entry 'T' in the Encyclopedia of Y
	{before: listed(lexicon.NotWorkNouns), role: inProse},                                          // the course 'T'

	{before: listed(lexicon.BookNouns), when: quotation.isBookOfWork, role: ref.FieldContainer},                           // 'T' in the book 'Y'
	{before: listed(lexicon.WorkNouns), when: quotation.isLinkPhrase, role: inProse},                                      // a report [via the web](https://felt.example)
	{before: listed(lexicon.WorkNouns), when: quotation.isPhraseApart, role: inProse},                                     // in last week's post, 'slow tools' are
	{before: weakNouns, when: quotation.isNoTitle, role: inProse},                                                         // the column "Wheel size"
	{before: listed(lexicon.WorkNouns), when: quotation.isCitingWork, role: inProse},                                      // 'T' is cited in the paper 'Y'
	{before: listed(lexicon.WorkNouns), when: quotation.isOfAnother, role: ref.FieldTitle, then: (*reader).forgetSubject}, // Lee wrote the foreword to the book 'T'
	{before: listed(lexicon.WorkNouns), role: ref.FieldTitle},                                                             // the paper 'T'

	{before: words("to", "of", "for"), when: quotation.isAfterForeword, role: ref.FieldTitle, then: (*reader).forgetSubject}, // the preface to 'T'
	{before: words("as"), when: quotation.isTranslation, role: ref.FieldTitle, then: (*reader).keepAuthors},                  // Lee's 'T' was translated as 'U'
	{before: words("translated"), when: quotation.isFirst, role: ref.FieldTitle, then: (*reader).forgetSubject},              // Lee translated 'T'

	{before: listed(lexicon.AuthoringVerbs), when: quotation.isUnmade, role: inProse},                                  // is provided 'as is', for writing [Felt](https://felt.example)
	{before: listed(lexicon.AuthoringVerbs), role: ref.FieldTitle},                                                     // Lee published 'T'
	{before: words("the", "a", "its").or(lexicon.Possessives), when: quotation.isAfterAuthoring, role: ref.FieldTitle}, // Lee published her 'T'
	{before: words("to"), when: quotation.isAccordingTo, role: ref.FieldTitle},                                         // according to 'T'
	{before: words("as"), when: quotation.isPublishedAs, role: ref.FieldTitle},                                         // published as 'T'
	{before: words("title"), when: quotation.isUnderTitle, role: ref.FieldTitle},                                       // under the title 'T'
	{when: quotation.isApposed, role: ref.FieldTitle},                                                                  // a report by Lee, 'T'

	{when: quotation.isAboutNoun, role: ref.FieldTitle},                                                           // a paper on the topic, 'T'
	{before: words("of"), when: quotation.isBookOfNumberedPart, role: ref.FieldTitle, then: (*reader).callItBook}, // chapter 4 of 'T'
	{when: quotation.isCited, role: ref.FieldTitle},                                                               // Lee & Park (2020), 'T'
	{when: quotation.isLinkedWork, role: ref.FieldTitle},                                                          // [T](https://arxiv.org/abs/2301.01234)
	{when: quotation.isSigned, role: ref.FieldTitle},                                                              // Lee, 'T', Cart Press, 2001
	{when: quotation.isLinkedTitle, role: ref.FieldTitle},                                                         // [How the Carts Came to Cork](https://example.org)
	{when: quotation.isIdentified, role: ref.FieldTitle},                                                          // 'T' (arXiv:2301.01234)
	{when: quotation.isImprinted, role: ref.FieldTitle},                                                           // 'T' (Harbour Institute, Circular 17, 1982)
	{when: quotation.isCredited, role: ref.FieldTitle},                                                            // 'T' by Lee
	{when: quotation.isSaidPublished, role: ref.FieldTitle},                                                       // code for 'T', published at ICML 2019
	{before: words("of"), when: quotation.isOfTitle, role: ref.FieldTitle},                                        // the author of 'T'
	{before: words("of"), when: quotation.isDivided, role: ref.FieldTitle},                                        // the security section of 'T'
	{before: words("of"), role: inProse},                                                                          // the art of 'T'

	{before: words("and"), when: quotation.isFurtherTitle, role: ref.FieldTitle},                 // 'T' and 'U'
	{when: quotation.isNextTitle, role: ref.FieldTitle},                                          // 'T' (1961), 'U' (1964)
	{before: words("s"), when: quotation.isOfSubject, role: ref.FieldTitle},                      // Lee's 'T'
	{before: words("s"), when: quotation.isOfOwner, role: ref.FieldTitle},                        // a copy of Lee's 'T' (3rd edition)
	{when: quotation.isSequel, role: ref.FieldTitle},                                             // Lee's sequel, 'T', appeared in
	{before: words("is", "was"), when: quotation.isPresented, role: ref.FieldTitle},              // a key paper is 'T' by Lee
	{when: quotation.isSubjectOfSentence, role: ref.FieldTitle},                                  // 'T' was published in
	{when: quotation.isAnnounced, role: ref.FieldTitle},                                          // New preprint! 'T' https://arxiv.org/abs/2209.13371
	{when: quotation.isGivenOut, role: ref.FieldTitle},                                           // Lee authored the classic 'T' (2019)
	{when: quotation.isOfKind, role: ref.FieldTitle},                                             // 'T', a novel
	{when: quotation.isRead, role: ref.FieldTitle},                                               // read 'T'
	{when: quotation.isOwned, role: ref.FieldTitle},                                              // Lee's _T_
	{when: quotation.isNamedByNoun, role: ref.FieldTitle},                                        // the [T](https://example.org) book
	{before: words("is", "was", "remains"), when: quotation.isNamedAsBest, role: ref.FieldTitle}, // the classic reference is _T_
	{when: quotation.isItem, role: ref.FieldTitle},                                               // 'T' – Lee et al., Harbour Press
	{when: quotation.isEntry, role: ref.FieldTitle},                                              // 'T'. [Lee et al., 2023]
}

// roleOf says what the quotation at i is.
func (r *reader) roleOf(i int) ref.Field {
	q := quotation{r, i, r.introduces(i), r.cur.Title != ""}
	for n := range quotationRules {
		rule := &quotationRules[n]
		if !rule.before.isEverything() && !rule.before.has(q.before) || rule.when != nil && !rule.when(q) {
			continue
		}
		if rule.then != nil {
			rule.then(r)
		}
		return rule.role
	}
	return inProse
}

// introduces returns the token before the quotation at i, or before the comma, the
// colon or the parentheses that are there.
func (r *reader) introduces(i int) *phrase.Token {
	at := i - 1
	if r.At(at).Is(",") || r.At(at).Is(":") {
		at = i - 2
	}
	if r.At(at).Is(")") {
		at = r.ParenBefore(i-1) - 1
	}
	return r.At(at)
}

// forgetSubject notes that whoever the sentence begins with did not write the work.
func (r *reader) forgetSubject() { r.subject.forget() }

func (r *reader) holdInBook() { r.cur.Held = true }

func (r *reader) callItBook() { r.cur.Noun = "book" }

// keepAuthors notes that the next work is by the authors of the one at hand as well.
func (r *reader) keepAuthors() {
	if sp, named := r.cur.Spans[string(ref.FieldAuthors)]; named {
		r.subject = subject{NameList: phrase.NameList{Names: r.cur.Authors, EtAl: r.cur.EtAl}, span: sp, role: author}
	}
}

// back is the nth token before the quotation.
func (q quotation) back(n int) *phrase.Token { return q.At(q.i - n) }

func (q quotation) isFirst() bool { return !q.citing }

// isTranslation reports whether the work at hand is said to be translated as the quotation.
func (q quotation) isTranslation() bool { return q.citing && q.back(2).Is("translated") }

func (q quotation) isSecond() bool { return q.citing }

// isQuotedFrom reports whether the quotation is what somebody wrote or said.
func (q quotation) isQuotedFrom() bool {
	_, ok := QuotedFrom(q.Text, q.i)
	return ok
}

// isSpeech reports whether a colon introduces what somebody said.
func (q quotation) isSpeech() bool {
	return q.back(1).Is(":") && (q.back(2).In(lexicon.AuthoringVerbs) || q.quotesSpeech(q.i-1))
}

// isJudged reports whether the title is a further one in what a judge says.
func (q quotation) isJudged() bool { return q.citing && q.isJudging() }

func (q quotation) isLocatedTitle() bool { return !q.citing && q.isLocated(q.i) }

// isCalledOtherwise reports whether the noun that the title belongs to is none of a
// work.
func (q quotation) isCalledOtherwise() bool {
	return q.namesNoWork(q.i) || q.words() == 1 && q.noun >= 0 && weakNouns.has(q.At(q.noun))
}

// isNickname reports whether something is called so that is no work.
func (q quotation) isNickname() bool {
	return !q.back(2).In(lexicon.WorkNouns) && !q.endsField(q.i-2, ref.FieldAuthors) && !(q.subject.wrote() && q.noun >= 0 && q.back(2).Is("was"))
}

// isWording reports whether the quotation is a word or a few in lower case, of which
// nothing says that somebody wrote them.
func (q quotation) isWording() bool {
	first, _ := utf8.DecodeRuneInString(q.At(q.i).Text)
	after := q.At(q.i + 1)
	return !unicode.IsUpper(first) && !unicode.IsDigit(first) && q.words() < 4 && !q.isMarked() && !q.subject.wrote() && !q.cur.hasAuthors() &&
		!q.before.In(lexicon.TitleCues) && !after.Is("(") && !after.Is("by") && !q.saysPublished(q.i+1)
}

// isOnScreen reports whether the quotation names what a program shows.
func (q quotation) isOnScreen() bool { return shown.has(q.At(q.i+1)) && !q.isMarked() }

// shown are what a program shows, and what its texts are called.
var shown = words("button", "buttons", "tab", "menu", "dialog", "banner", "field", "label", "checkbox", "option", "flag", "window", "screen", "prompt", "error", "warning", "builds", "file", "files", "folder", "directory", "section", "subsection", "release", "code", "block", "below", "above", "header", "keyword", "command", "attribute", "property", "parameter", "function", "method", "list", "lists", "pane", "box", "toolbar")

// isCode reports whether the quotation is what a program reads or shows, a letter, or has none:
// "%U", "File -> Save as", "<name>", "Cart::Rim", "felt.conf", "TEXT (SIZE(4))", "2.6 2.7", "0100".
func (q quotation) isCode() bool {
	said := q.At(q.i).Text
	first, _ := utf8.DecodeRuneInString(said)
	switch lone := q.words() == 1; {
	case strings.Contains(said, "->"), strings.Contains(said, "=>"), strings.ContainsRune("%*/:", first), lone && (strings.Contains(said, "_") || strings.Contains(said, "::") || namesFile(said)):
		return true
	case callsFunction(said), !lone && !strings.ContainsFunc(said, unicode.IsLetter), utf8.RuneCountInString(said) == 1 && !q.isMarked():
		return true
	case first == '#':
		return said == strings.ToLower(said)
	case strings.ContainsAny(said, "<>|\\={}_"), strings.ContainsRune("-+$@", first):
		return !phrase.IsTitleCase(said) || strings.Contains(said, "<")
	}
	return first == '0' && !strings.ContainsFunc(said, unicode.IsLetter)
}

// namesFile reports whether a word in small letters is the name of a file: "felt.conf".
func namesFile(said string) bool {
	name, extension, ok := strings.Cut(said, ".")
	return ok && name != "" && extension != "" && text.StartsLower(said) && text.StartsLower(extension)
}

// callsFunction reports whether words in capitals have what programs call in them: "SIZE(4)".
func callsFunction(said string) bool {
	name, _, ok := strings.Cut(said, "(")
	return ok && said == strings.ToUpper(said) && name != "" && !strings.HasSuffix(name, " ") || strings.Count(said, "(") > 1 && said == strings.ToUpper(said)
}

// isReported reports whether the quotation is what is done something with, by a word that is as
// often a noun for a work: "can set 'T'"; works are read and studied as well.
func (q quotation) isReported() bool {
	return q.isDone(q.i-1) && !q.back(1).Is("review") && !q.back(1).Is("study")
}

// isWhere reports whether the quotation after "in" is a command, or a place in a program or a
// list: several words that begin in lower case, or a word or two, or not written as titles are,
// of which nobody is said to have written anything.
func (q quotation) isWhere() bool {
	if q.citing || q.noun >= 0 && !weakNouns.has(q.At(q.noun)) || q.isMarked() {
		return false
	}
	told := q.i < 3 && (q.words() > 2 || q.isTitleLike()) || q.subject.isNamed() || q.cur.hasAuthors() || q.At(q.i+1).Is("(") || q.isCredited()
	return q.isInLowerCase() && q.words() > 1 || !told && (q.words() < 3 || !q.isTitleLike())
}

func (q quotation) isAfterIn() bool { return q.back(2).Is("in") }

// isPhraseAfterIn reports whether the quotation after "in the" is a phrase: it
// begins in lower case, or the noun of what it names and is no work follows.
func (q quotation) isPhraseAfterIn() bool {
	first, _ := utf8.DecodeRuneInString(q.At(q.i).Text)
	after := q.At(q.i + 1)
	return q.isAfterIn() && (unicode.IsLower(first) || after.In(lexicon.NotWorkNouns) && !after.In(lexicon.WorkNouns))
}

func (q quotation) isBookOfPart() bool { return !q.citing && q.back(2).In(lexicon.PartNouns) }

// canHold reports whether the quotation after "in" is what the work is part of.
func (q quotation) canHold() bool {
	if !q.citing && q.noun >= 0 && q.cur.is(ref.Article) && q.back(2).In(lexicon.CueWords) && (q.subject.wrote() || q.cur.hasAuthors()) { // an article that appeared in 'Y'
		return true
	}
	if said := q.back(2); !q.citing && (said.Is("published") || said.Is("wrote") && q.LooksLikeVenue(q.i, q.i+1)) {
		return true
	}
	if !q.citing && q.noun >= 0 && q.noun == q.i-2 && q.isMarked() { // a study in 'Y'
		return true
	}
	return q.citing || (q.subject.wrote() || q.cur.hasAuthors()) && q.LooksLikeVenue(q.i, q.i+1)
}

// isLoneWord reports whether the quotation is one word, and nobody who wrote something of
// that name is said to: it may be a film as well.
func (q quotation) isLoneWord() bool {
	if q.citing || q.words() > 1 && !q.endsInNumber() || q.subject.isNamed() && !q.isInSubject() || q.noun >= 0 && !weakNouns.has(q.At(q.noun)) || q.cur.hasAuthors() {
		return false
	}
	after := q.i + 1
	if q.At(after).Is("(") {
		after = q.ClosingParen(after) + 1
	}
	list, _, ok := q.NamesAt(q.SkipComma(after))
	return !ok || !list.IsPersonal()
}

// endsInNumber reports whether the quotation is a word and a number, as programs and languages
// are called: "Cartlang 68".
func (q quotation) endsInNumber() bool {
	_, number, _ := strings.Cut(q.At(q.i).Text, " ")
	return text.IsDigits(number)
}

// isInSubject reports whether the "in" before the quotation belongs to what the sentence begins
// with, and what is told after it is nothing that is said: "Ada comments in _Ada_ start with".
func (q quotation) isInSubject() bool {
	return q.subject.isNamed() && q.subject.span[1] == q.back(2).End && !q.At(q.i+1).In(lexicon.ReportingVerbs)
}

func (q quotation) isLoneWordAfterIn() bool { return q.isAfterIn() && q.isLoneWord() }

// isPhraseApart reports whether the quotation is no title but a phrase after a comma: it
// begins in lower case.
func (q quotation) isPhraseApart() bool {
	return q.back(1).Is(",") && q.isInLowerCase()
}

// isInLowerCase reports whether the quotation begins in lower case.
func (q quotation) isInLowerCase() bool {
	first, _ := utf8.DecodeRuneInString(q.At(q.i).Text)
	return unicode.IsLower(first)
}

// isLinkPhrase reports whether the quotation is a link that begins in lower case, and is
// neither emphasised nor the address of a work: a report [via the web](https://felt.example).
func (q quotation) isLinkPhrase() bool {
	return q.isInLowerCase() && q.isPlainLink()
}

// isPlainLink reports whether the quotation is a link that is not emphasised and does not
// lead to a work.
func (q quotation) isPlainLink() bool {
	_, linked := q.AddressOf(q.span())
	return linked && !q.IsEmphasised(q.span()) && !q.isLinkedWork()
}

// isPlaceToGo reports whether the quotation after "in" is a link to a place where something
// is: nobody is named who wrote it, and its words are no title by themselves.
func (q quotation) isPlaceToGo() bool {
	in := q.back(1).Is("in") || q.back(1).Is("the") && q.isAfterIn()
	return in && !q.citing && !q.subject.wrote() && !q.cur.hasAuthors() && q.isPlainLink() && !q.isLinkedTitle() && !q.isCredited()
}

// isUnmade reports whether what comes before the quotation does not say that somebody made
// it: "is provided 'as is'", "a library for writing [Felt](https://felt.example)".
func (q quotation) isUnmade() bool {
	if q.isReplacement() {
		return true
	}
	if !q.isMarked() && q.isInLowerCase() && q.words() < 3 && !q.At(q.i+1).Is("(") { // "licensed and provided 'as is'"
		return true
	}
	if formsOfBe.has(q.back(2)) {
		return !q.isMarked() && q.words() < 3
	}
	return (q.back(1).Is("writing") || q.back(1).Is("write")) && !q.subject.isNamed() && !q.cur.hasAuthors() && (q.isPlainLink() || !q.isMarked() && (q.words() == 1 || !phrase.IsTitleCase(q.At(q.i).Text)))
}

// isReplacement reports whether the quotation is what is to be written in place of something
// else: "write 'North Gate' instead of 'Northgate'".
func (q quotation) isReplacement() bool {
	after := q.SkipComma(q.i + 1)
	return (q.back(1).Is("write") || q.back(1).Is("writing")) && !q.isMarked() && (q.At(after).Is("instead") || q.At(after).Is("rather") || q.At(after).Is("not"))
}

// isDivided reports whether a part of the quotation is named before it.
func (q quotation) isDivided() bool {
	part := q.back(2)
	return q.isTitleLike() && q.words() > 2 && (part.In(lexicon.PartNouns) || part.Is("section") || part.Is("sections") || part.Is("appendix"))
}

// isSaidPublished reports whether the quotation, wherever it is, is said to have been
// published or presented at a venue, or by somebody.
func (q quotation) isSaidPublished() bool {
	said := q.i + 2
	return !q.citing && q.isTitleLike() && q.words() > 1 && q.At(q.i+1).Is(",") && q.saysPublished(said) && !q.At(said).Is("cited") && !q.At(said).Is("reviewed") &&
		(q.isMarked() || q.venueFollows(said+1))
}

// isAnnounced reports whether a noun for a work is right before the quotation, up to
// marks, and an identifier of a work is after it.
func (q quotation) isAnnounced() bool {
	if q.citing || !q.isTitleLike() || q.words() < 2 || q.noun < 0 || q.noun < q.i-4 {
		return false
	}
	for at := q.noun + 1; at < q.i; at++ {
		if q.At(at).Kind != phrase.Mark {
			return false
		}
	}
	for at := q.i + 1; at < q.i+longestAnnounced; at++ {
		var scratch phrase.Work
		if _, ok := q.ReadIdentifier(at, &scratch); ok {
			return scratch.URL == "" || phrase.IsAddressOfWork(scratch.URL)
		}
	}
	return false
}

// longestAnnounced is how many tokens may be between a title and its identifier.
const longestAnnounced = 20

func (q quotation) canHoldAfterIn() bool { return q.isAfterIn() && q.canHold() }

// isWorkAllTheSame reports whether the noun, of what can be a work or something
// else, is one for a work.
func (q quotation) isWorkAllTheSame() bool {
	return q.before.In(lexicon.WorkNouns) && (q.saysPublished(q.i+1) || !q.isShort(q.i))
}

// isBookOfWork reports whether the book is the one that holds the work.
func (q quotation) isBookOfWork() bool {
	return q.cur.Container == "" && (q.citing && isHeld(q.cur.Noun) || q.isContribution(q.i-1))
}

func (q quotation) isCitingWork() bool {
	return q.citing && q.noun == q.i-1 && q.isCiting(q.i-1)
}

// isOfAnother reports whether the subject only wrote something for the work, or
// read it before.
func (q quotation) isOfAnother() bool { return q.isDraft(q.i-1) || q.isForeword(q.i-1) }

func (q quotation) isAfterForeword() bool { return q.back(2).In(lexicon.ForewordNouns) }

func (q quotation) isAfterAuthoring() bool {
	made := q.noun < 0 && !q.subject.isNamed() && q.back(2).Is("writing") && !q.back(1).Is("the") // "writing an _Axle_ takes time"
	return q.back(2).Kind == phrase.Word && q.back(2).In(lexicon.AuthoringVerbs) && !made
}

func (q quotation) isAccordingTo() bool { return q.back(2).Is("according") }

func (q quotation) isPublishedAs() bool {
	return !q.citing && (q.back(2).Is("published") || q.back(2).Is("appeared") && q.venueFollows(q.i+1) || q.deed == made && q.noun >= 0 && q.isTitleLike() && q.words() > 1)
}

func (q quotation) isUnderTitle() bool {
	return !q.citing && q.back(2).Is("the") && (q.back(3).Is("under") || q.back(3).Is("with") || q.back(3).Is("by"))
}

// isApposed reports whether the quotation follows, after a comma, whoever wrote the
// work, or the container of what a noun calls a work.
func (q quotation) isApposed() bool {
	if q.citing || !q.back(1).Is(",") || q.topic == theStory {
		return false
	}
	last := q.i - 2
	return q.endsField(last, ref.FieldAuthors) || q.endsField(last, ref.FieldInstitution) || q.noun >= 0 && q.endsField(last, ref.FieldPublisher) || q.noun >= 0 && q.endsField(last, ref.FieldContainer)
}

func (q quotation) isBookOfNumberedPart() bool {
	return q.back(2).Kind == phrase.Number && q.back(3).In(lexicon.PartNouns)
}

func (q quotation) isOfTitle() bool { return q.back(2).In(lexicon.OfTitles) }

// isFurtherTitle reports whether another title, or what the subject did, comes
// before the "and".
func (q quotation) isFurtherTitle() bool {
	if !q.citing {
		return false
	}
	last := q.back(2)
	return last.Kind == phrase.Quoted || last.Is(")") && q.At(q.ParenBefore(q.i-2)-1).Kind == phrase.Quoted || q.isAfterDeed() || q.isNextItem(q.i)
}

// isNextTitle reports whether the quotation is one of several titles, each with when or where it
// came out in parentheses, and the one before it was read.
func (q quotation) isNextTitle() bool {
	if !q.citing || !q.At(q.i+1).Is("(") || !q.endsDated(q.i+1) {
		return false
	}
	last := q.i - 1
	for q.At(last).Is(",") || q.At(last).Is(";") || q.At(last).Is("and") || q.At(last).Is("then") {
		last--
	}
	return last < q.i-1 && q.At(last).Is(")") && q.endsField(q.ParenBefore(last)-1, ref.FieldTitle) && q.endsDated(q.ParenBefore(last))
}

// isAfterDeed reports whether the subject is said to have made a work and the
// sentence still goes on about it.
func (q quotation) isAfterDeed() bool {
	return q.subject.wrote() && q.deed != untold && q.topic == theWork
}

func (q quotation) isOfSubject() bool {
	named := q.words() == 1 && q.isInLowerCase() && !q.isMarked() // "Harbour's 'rimd'"
	return phrase.IsApostropheToken(q.back(2)) && q.subject.wrote() && !q.isFeature(q.subject.NameList) && !named
}

// isOfOwner reports whether the quotation is after the possessive of those who wrote the work
// at hand, and when or in which edition it came out is after it.
func (q quotation) isOfOwner() bool {
	owned := !q.citing && q.endsField(q.i-3, ref.FieldAuthors) && q.isTitleLike() && q.words() > 1
	return owned && (q.At(q.i+1).Is("(") && q.IsEditionAt(q.i+2) || q.words() > 2 && !tellsOfArt(q.Text))
}

// isPresented reports whether a noun for a work is the subject of the sentence and what
// follows the quotation goes on about a work.
func (q quotation) isPresented() bool {
	return !q.citing && !q.subject.isNamed() && q.noun >= 0 && q.noun > q.i-4 && q.goesOnAbout(q.i+1)
}

func (q quotation) isSequel() bool {
	return !q.citing && q.subject.wrote() && q.back(1).Is(",") && q.At(q.i+1).Is(",") && q.saysPublished(q.i+2)
}

// begins reports whether nothing comes before the quotation but an article, or when
// something was.
func (q quotation) begins() bool {
	year := q.openingDate.Year
	switch {
	case q.i == 0, q.i == 1 && q.At(0).Is("the"), q.back(1).Is(".") && q.At(q.i).Start > q.back(1).End && !q.citing:
		return true
	case year != (ref.Span{}) && !q.subject.isNamed():
		return q.back(1).Is(",") && year[1] <= q.back(1).Start && q.back(1).Start <= year[1]+1
	}
	return false
}

// isSubjectOfSentence reports whether a sentence tells of the quotation that it begins
// with. A word or two in bold are a label: "**Do** review the code".
func (q quotation) isSubjectOfSentence() bool {
	labelled := (q.words() < 3 || q.At(q.i+1).Is(":")) && q.isMarked() && !q.isEmphasisedOrLinked()
	listed := q.words() == 1 && q.At(q.SkipComma(q.i+1)).Kind == phrase.Quoted // "'late', 'post' or 'target' rims"
	return q.begins() && q.goesOnAbout(q.i+1) && !labelled && !listed && !((q.words() == 1 || !phrase.IsTitleCase(q.At(q.i).Text)) && weakNouns.has(q.At(q.i+1)))
}

// isGivenOut reports whether what the subject made is said to be out.
func (q quotation) isGivenOut() bool {
	after := q.At(q.i + 1)
	return q.isAfterDeed() && (after.Is("(") || after.Is("published") || after.Is("by"))
}
