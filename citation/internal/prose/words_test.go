package prose

import (
	"strings"
	"testing"
)

// TestWordsThatCiteNobody holds which words before a year in parentheses make no citation of
// the name that they are in, and which make one of names before a bare year.
func TestWordsThatCiteNobody(t *testing.T) {
	checkMentions := func(text, want string) {
		t.Helper()
		if got := mentionsIn(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for word := range strings.FieldsSeq("Copyright Notice Agreement Act Treaty Convention War Hurricane Storm Directive Constitution Games Cup Windows Ubuntu macOS Version Release Edition") {
		checkMentions("It is by the Lee "+word+" (2015).", "")
	}
	for word := range strings.FieldsSeq("Director Manager Chair Chairman Editor President Minister Secretary Officer Chief Coordinator Lead Ambassador Mayor Governor Dean") {
		checkMentions("Felt is quiet (Area "+word+", 2020).", "")
	}
	for word := range strings.FieldsSeq("Bug Ticket Commit Patch PR Build Error Page Item Line Note Exercise Problem Question Example Theorem Lemma Equation Algorithm") {
		checkMentions("See "+word+" 1999.", "")
	}
	for word := range strings.FieldsSeq("cf. See vgl. siehe voir vid. véase") {
		checkMentions("Felt is quiet, "+word+" Lee 2015.", "Lee 2015 = Lee 2015")
	}
	for word := range strings.FieldsSeq("References Reference Sources Source Literature Lit Citations Reading Readings Read Required Optional") {
		checkMentions(word+": Lee 2012; Park 2013.", "Lee 2012 = Lee 2012; Park 2013 = Park 2013")
	}
	for word := range strings.FieldsSeq("und et y e och og en ed sowie") {
		checkMentions("Brandt "+word+" Eberle (2004) found it.", "Brandt & Eberle 2004 = Brandt "+word+" Eberle (2004)")
	}
}

// TestWordsOfPrograms holds that what a program shows and what is said to somebody is no work.
func TestWordsOfPrograms(t *testing.T) {
	for word := range strings.FieldsSeq("button buttons tab menu dialog banner field label checkbox option flag window screen prompt error warning builds header keyword command attribute property parameter function method") {
		if works := worksIn("The paper 'Felt and Hay' " + word + " is there."); works != "" {
			t.Errorf("%s: %s", word, works)
		}
	}
	for _, words := range []string{"I felt it", "what we felt", "give us felt", "in our felt", "on my felt", "tell me of felt", "if you felt it", "in your felt", "so I'm felt", "as we're felt", "why don't felt", "where it's felt", "so I’m felt", "as we’re felt", "why don’t felt", "where it’s felt"} {
		if works := worksIn("Carters quote 'Rims of carts, " + words + "' by Ann Lee."); works != "" {
			t.Errorf("%s: %s", words, works)
		}
	}
}

// TestWordsOfPublishing holds which verbs say that a title is that of a work.
func TestWordsOfPublishing(t *testing.T) {
	for word := range strings.FieldsSeq("published edited authored written co-authored coauthored") {
		if works := worksIn("'Felt and Hay' was " + word + " in 1912."); !strings.Contains(works, `title "Felt and Hay"`) || !strings.Contains(works, `year "1912"`) {
			t.Errorf("%s: %q", word, works)
		}
	}
	for word := range strings.FieldsSeq("prepared drafted composed developed created assembled co-written conducted reviewed") {
		if works := worksIn("'Felt and Hay' was " + word + " by Ann Lee."); !strings.Contains(works, `title "Felt and Hay"`) || strings.Contains(works, "authors") == (word == "reviewed") {
			t.Errorf("%s: %q", word, works)
		}
	}
	for word := range strings.FieldsSeq("appeared appears printed reprinted presented accepted") {
		if works := worksIn("'Felt and Hay' " + word + " in Cart Journal."); !strings.Contains(works, `container "Cart Journal"`) {
			t.Errorf("%s: %q", word, works)
		}
	}
}
