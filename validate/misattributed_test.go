package validate_test

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/factcite/factcite/validate"
)

// A quotation is told to stand in another text however that is printed: each line of
// testdata/misattributed.jsonl has words as a text has them, and as a fact quotes them.
func TestMisattributedHoweverItIsPrinted(t *testing.T) {
	file, err := os.Open("testdata/misattributed.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	cases, told := 0, 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var c [2]string
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		cases++
		printed := other[:strings.IndexByte(other, '\n')] + "\n\n" + c[0] + "\n\n" + other[strings.IndexByte(other, '\n'):]
		_, all := checkLines(t, &validate.Options{},
			recordOf("a", "quote", c[1], withText("well", well)),
			recordOf("b", "claim", "The council met.", withText("minutes", printed)))
		if strings.Contains(grounded(all), "quote-misattributed (facts.jsonl/sources/0/raw_content: ") {
			told++
		} else {
			t.Logf("%q is not found in %q: %s", c[1], c[0], grounded(all))
		}
	}
	const untold = 2 // numbers of citations that are glued to a word or a full stop
	if t.Logf("%d of %d", told, cases); told < cases-untold {
		t.Errorf("%d of %d are told", told, cases)
	}
}
