package validate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/validate"
)

// stated returns what a rule reports of a fact: the words that it is about, or its
// message where it is about none.
func stated(t *testing.T, rule, factType, content string) string {
	t.Helper()
	var all []string
	for _, f := range check(t, facts(record("a1", factType, content)), &validate.Options{Today: today}) {
		if f.Rule != rule {
			continue
		}
		if f.Stated == "" {
			f.Stated = f.Message
		}
		all = append(all, f.Stated)
	}
	return strings.Join(all, "; ")
}

// sentences runs a rule over sentences.
func sentences(t *testing.T, rule, factType string, want map[string]string) {
	t.Helper()
	got := map[string]string{}
	for content := range want {
		got[content] = stated(t, rule, factType, content)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", rule, diff)
	}
}

func TestSubjects(t *testing.T) {
	want := map[string]string{
		"He put felt on a rim.":                           "He",
		"He et al. put felt on a rim.":                    "",
		"He (2018) put felt on a rim.":                    "",
		"He and Lim put felt on a rim.":                   "",
		"He & Lim put felt on a rim.":                     "",
		"He, Lim and Roe put felt on a rim.":              "",
		"He [3] put felt on a rim.":                       "",
		"He Jing put felt on a rim.":                      "",
		"He\u00a0put felt on a rim.":                      "He",
		" \t\nHe put felt on a rim.":                      "He",
		"She put felt on a rim.":                          "She",
		"They put felt on a rim.":                         "They",
		"We put felt on a rim.":                           "We",
		"I put felt on a rim.":                            "I",
		"His carts are quiet.":                            "His carts",
		"Her carts are quiet.":                            "Her carts",
		"Their carts are quiet.":                          "Their carts",
		"Our carts are quiet.":                            "Our carts",
		"My carts are quiet.":                             "My carts",
		"Her Majesty's carts are quiet.":                  "",
		"It wears out on stone.":                          "It",
		"It BBC wears out.":                               "",
		"It is quiet.":                                    "It",
		"It is known that felt wears out.":                "",
		"It was hard to hear the cart.":                   "",
		"It was Roe who put felt on a rim.":               "",
		"It is unclear whether felt wears out.":           "",
		"It is unclear how felt wears out.":               "",
		"It was 1919 when felt came into use.":            "",
		"It was not until 1919 that felt came into use.":  "",
		"It had rained.":                                  "It",
		"It has been said that felt wears out.":           "",
		"The study found that felt is quiet.":             "The study",
		"This study found that felt is quiet.":            "This study",
		"These studies found that felt is quiet.":         "These studies",
		"Those authors found that felt is quiet.":         "Those authors",
		"That paper found that felt is quiet.":            "That paper",
		"The study's found that felt is quiet.":           "The study's",
		"The study":                                       "",
		"The study, found in a cart, is quiet.":           "",
		"The study of carts found that felt is quiet.":    "",
		"The study 'Felt rims' found that felt is quiet.": "",
		"The cart found that felt is quiet.":              "",
		"The study found, in 2019, that felt is quiet.":   "The study",
		"Felt is quiet.":                                  "",
	}
	for _, verb := range strings.Fields("takes took follows seems appears turns rains snows remains may might can could should would must will") {
		want["It "+verb+" felt."] = ""
	}
	for _, noun := range strings.Fields("study paper article report book survey research researchers authors author studies authors' experiment experiments findings " +
		"results review trial publication chapter thesis document work team researcher scientists") {
		want["The "+noun+" found that felt is quiet."] = "The " + noun
	}
	for _, verb := range strings.Fields("found finds find showed shows show concluded concludes conclude reported reports report suggested suggests suggest examined examines " +
		"examine investigated investigates investigate demonstrated demonstrates demonstrate proposed proposes propose identified identifies identify argued argues argue used " +
		"uses use introduced introduces introduce presented presents present described describes describe indicated indicates indicate revealed reveals reveal noted notes note " +
		"observed observes observe analyzed analyzes analysed analyses was were is are has have also claims claim claimed discusses discuss discussed provides provide provided " +
		"explains explain explained evaluated evaluates highlights highlighted states stated utilized utilizes cites cited addresses addressed explores explored aims aimed " +
		"asserts asserted believe believes developed develops conducted compared compares assessed assesses measured focused focuses offers reviews reviewed tested confirmed " +
		"emphasizes emphasized warned warns recommended recommends recommend emphasize analyze explore aim cite did does do could can") {
		want["The study "+verb+" felt."] = "The study"
	}
	sentences(t, "dangling-subject", "claim", want)
}

func TestQuantities(t *testing.T) {
	none := func(content string) string { return "measurement" }
	want := map[string]string{}
	for _, content := range []string{
		"Felt rims are quiet.",
		"Felt rims are quiet (Roe, 2019).",
		"Roe (2019) and Lim et al. (2020) found felt rims to be quiet.",
		"Felt rims are done.",
	} {
		want[content] = none(content)
	}
	for _, word := range append(strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "+
		"twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens half halve "+
		"halves halved third thirds quarter quarters fifth tenth twice thrice double doubles doubled triple triples tripled quadruple quadrupled twofold threefold fourfold "+
		"fivefold tenfold percent percentage once first second no none single both all every each only"), "31", "½", "Twice", "TWO-THIRDS") {
		want["Felt rims, "+word+" of these, are quiet."] = ""
	}
	want["Roe (2019) found 3 felt rims to be quiet."] = ""
	want["Roe (2019) found felt rims to be quiet in 1919."] = ""
	sentences(t, "measurement-no-quantity", "measurement", want)
	if got := stated(t, "measurement-no-quantity", "claim", "Felt rims are quiet."); got != "" {
		t.Errorf("a claim must state a quantity: %s", got)
	}
}

func TestSpeakers(t *testing.T) {
	const unattributed = "the quote does not say whose words it gives"
	want := map[string]string{
		"'Felt is quiet.'":                             unattributed,
		"“Felt is quiet.”":                             unattributed,
		"‘Felt is quiet.’":                             unattributed,
		"„Felt is quiet.”":                             unattributed,
		"«Felt is quiet.»":                             unattributed,
		`"Felt is quiet."`:                             unattributed,
		"'Felt is quiet', they say, 'and so it was.'":  unattributed,
		"'Felt is quiet', says Roe.":                   "",
		"Roe: 'Felt is quiet.'":                        "",
		"'Carts' wheels aren't loud,' they say.":       unattributed,
		"'Felt is quiet.' 'Iron is Loud.'":             unattributed,
		"'Felt is quiet.' Iron is loud.":               "",
		"Felt is quiet.":                               unattributed,
		"Ana's felt is quiet.":                         unattributed,
		"'Felt is quiet. It was Roe.":                  unattributed,
		"Felt is quiet, according to the wheelwright.": "",
		"According to the wheelwright, felt is quiet.": "",
		"Felt is quiet — Roe":                          "",
		"Felt is quiet – Roe":                          "",
	}
	for _, verb := range strings.Fields("said says wrote writes stated states argued noted asked declared remarked explained called described") {
		want["Felt is quiet, she "+verb+" it."] = ""
	}
	sentences(t, "quote-unattributed", "quote", want)
	for _, member := range []string{"author_person", "attribution"} {
		line := fmt.Sprintf(`{"id": "a1", "fact_type": "quote", "content": "'Felt is quiet.'", "sources": [{"uri": "https://a.example.org/"}, {"uri": "https://b.example.org/", %q: "Ana Roe"}]}`, member)
		for _, f := range check(t, facts(line+"\n"), &validate.Options{Today: today}) {
			if f.Rule == "quote-unattributed" {
				t.Errorf("the quote has an %s, and %s", member, f.Message)
			}
		}
	}
}

func TestBrokenSentences(t *testing.T) {
	want := map[string]string{
		"Felt rims are quiet.":          "",
		"Felt rims are quiet":           "",
		"Felt rims are quiet...":        "...",
		"Felt rims are quiet… ":         "…",
		"Felt rims are quiet,":          ",",
		"Felt rims are quiet (":         "(",
		"Felt rims are quiet [":         "[",
		"Felt rims are quiet -":         "-",
		"Felt rims are quiet –":         "–",
		"Felt rims are quiet —":         "—",
		"Felt rims are well-":           "",
		"Felt rims are quiet and the.":  "",
		"...":                           "...",
		"the":                           "the",
		"Felt rims are quiet\tand\nthe": "the",
	}
	for _, word := range strings.Fields("the a an of and or with from because which that their its the;") {
		want["Felt rims are quiet "+word] = word
	}
	sentences(t, "content-truncated", "claim", want)
}

func TestPageChrome(t *testing.T) {
	want := map[string]string{
		"Felt rims are quiet.":                   "",
		"SKIP TO  CONTENT":                       "",
		"The button 'Skip to content' is quiet.": "",
		"Felt rims: unskip to content.":          "",
		"Skip to Content, accept all cookies.":   "Skip to Content",
		"Privacy policy | terms of use | carts":  "Privacy policy | ",
		"Privacy policy for carts":               "",
		"Carts: skip to contents":                "skip to content",
		"Skip to 'Skip to content'":              "",
		"Carts.\nBack to top":                    "Back to top",
	}
	for _, phrase := range []string{
		"all rights reserved", "accept all cookies", "add to cart", "back to top", "cookie policy", "click here to", "enable javascript",
		"javascript is disabled", "log in to continue", "please verify you are a human", "skip to main content", "skip to content", "skip to navigation",
		"subscribe to our newsletter", "sign up for our newsletter", "share on facebook", "share on twitter", "this site uses cookies", "toggle navigation",
		"we use cookies", "your browser does not support", "Terms of use | ",
	} {
		want["Felt is quiet. "+phrase+" carts."] = phrase
	}
	sentences(t, "page-chrome", "claim", want)
}

func TestLongFacts(t *testing.T) {
	const much = "the fact has 1001 characters: it is a passage rather than a sentence"
	sentences(t, "too-long", "claim", map[string]string{
		strings.Repeat("a", 1000): "",
		strings.Repeat("é", 1000): "",
		strings.Repeat("a", 1001): much,
		strings.Repeat("é", 1001): much,
	})
}
