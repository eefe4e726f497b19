package pdf_test

import (
	"fmt"
	"html"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/ground/pdf"
	"github.com/factcite/factcite/ground/texts"
)

// paragraphs returns invented text with long words, numbers, names and negations.
func paragraphs(random *rand.Rand, count int) []string {
	pick := func(list string) string {
		words := strings.Fields(list)
		return words[random.IntN(len(words))]
	}
	var all []string
	for range count {
		var sentences []string
		for range 6 {
			var s string
			switch random.IntN(4) {
			case 0:
				s = fmt.Sprintf("The %s of %s was not %s before %d, although the %s had %s it for %d,%03d crowns.",
					pick("administration superintendent commemoration fortification observatory manufacturer"), pick("Torrby Harby Vessby Marburg Lindholm Malmvik"),
					pick("refurbished discontinued acknowledged photographed characterised"), 1700+random.IntN(300),
					pick("municipality parliament congregation foundation"), pick("recommended postponed authorised underestimated"), 1+random.IntN(90), random.IntN(1000))
			case 1:
				s = fmt.Sprintf("Measurements of %s were repeated by %s %s and showed a difference of %d.%d percent between %s and %s.",
					pick("conductivity evaporation sedimentation fluorescence transpiration"), pick("Karin Olof Ilse Ana Bruno"), pick("Sjoholm Dahl Brandt Ortega Lund"),
					2+random.IntN(90), random.IntN(10), pick("experimental agricultural northernmost artificial"), pick("conventional untreated neighbouring historical"))
			case 2:
				s = fmt.Sprintf("Efficient %s influenced the first %s of the office, which %s %s never visited again.",
					pick("floors fittings filters offices"), pick("reconstruction specification affiliation"), pick("Karin Olof Ilse Ana Bruno"), pick("Falk Berg Rossi Novak"))
			default:
				s = fmt.Sprintf("In the %s archive %d of %d %s have been %s, and the %s are described as %s.",
					pick("parliamentary ecclesiastical metropolitan provincial"), 2+random.IntN(40), 50+random.IntN(400), pick("manuscripts photographs instruments correspondences"),
					pick("digitised catalogued misplaced transcribed"), pick("remaining others unidentified"), pick("irreplaceable insignificant extraordinary deteriorating"))
			}
			sentences = append(sentences, s)
		}
		all = append(all, strings.Join(sentences, " "))
	}
	return all
}

// carried is a text as a kind of file holds it, and its original.
type carried struct {
	text     *ground.Text
	original string // "" where it is no text
}

func throughTexts(t *testing.T, name, content string) carried {
	t.Helper()
	var l texts.Library
	if err := l.AddFolder(fstest.MapFS{name: {Data: []byte(content)}}, "t"); err != nil {
		t.Fatal(err)
	}
	d, err := l.Read(t.Context(), "t/"+name)
	if err != nil {
		t.Fatal(err)
	}
	return carried{ground.NewText(d.Reading), content}
}

func throughHTML(t *testing.T, all []string) carried {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html><body><nav>Home</nav>")
	for i, p := range all {
		p = strings.ReplaceAll(html.EscapeString(p), " of the ", " of&nbsp;the\n")
		p = strings.ReplaceAll(p, "archive", "<i>arch</i>ive")
		p = strings.ReplaceAll(p, "photographs", "photo&shy;graphs")
		fmt.Fprintf(&b, "<p>%s<sup>%d</sup></p>\n", strings.ReplaceAll(p, ", and", fmt.Sprintf("<sup><a href='#r'>%d</a></sup>, and", i+1)), i+1)
	}
	b.WriteString("</body></html>")
	return throughTexts(t, "a.html", b.String())
}

func throughMarkdown(t *testing.T, all []string) carried {
	var b strings.Builder
	b.WriteString("---\nreference_id: PMID:1\n---\n# A text\n\n")
	for i, p := range all {
		words := strings.Fields(p)
		for j, w := range words {
			switch {
			case j%17 == 5:
				w = "**" + w + "**"
			case j%31 == 7:
				w += fmt.Sprintf(" ([host.example.org](https://host.example.org/%d_(x)))", i)
			case j%23 == 9:
				w += fmt.Sprintf(" [%d]", j)
			}
			b.WriteString(w)
			b.WriteByte(" \n"[min(j%11, 10)/10])
		}
		b.WriteString("\n\n")
	}
	return throughTexts(t, "a.md", b.String())
}

func throughPDF(t *testing.T, all []string) carried {
	if _, err := exec.LookPath("pdflatex"); err != nil || testing.Short() {
		t.Skip("needs pdflatex, and some seconds")
	}
	folder := t.TempDir()
	source := "\\documentclass[twocolumn,10pt]{article}\\usepackage[T1]{fontenc}\\pagestyle{headings}\\begin{document}\\section{A text}\n" +
		strings.Join(all, "\n\n") + "\n\\end{document}\n"
	if err := os.WriteFile(filepath.Join(folder, "a.tex"), []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	latex := exec.Command("pdflatex", "-interaction=batchmode", "a.tex")
	latex.Dir = folder
	if out, err := latex.CombinedOutput(); err != nil {
		t.Fatalf("pdflatex: %v\n%s", err, out)
	}
	content, err := os.ReadFile(filepath.Join(folder, "a.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	var reader pdf.Reader
	defer reader.Close()
	reading, err := reader.Read(content)
	if err != nil {
		t.Fatal(err)
	}
	return carried{ground.NewText(reading), ""}
}

// Quotations that are cut from a text are found in it, through whatever kind of file it came,
// and one that was changed is told with the word that was.
func TestQuotationsCarriedThrough(t *testing.T) {
	const quotations = 1000
	random := rand.New(rand.NewPCG(3, 5))
	all := paragraphs(random, 120)
	for _, kind := range []struct {
		name    string
		through func(*testing.T, []string) carried
	}{{"HTML", throughHTML}, {"Markdown", throughMarkdown}, {"PDF", throughPDF}} {
		t.Run(kind.name, func(t *testing.T) {
			c := kind.through(t, all)
			found, told, missed := 0, 0, 0
			for range quotations {
				words := strings.Fields(all[random.IntN(len(all))])
				from := random.IntN(len(words) - 25)
				words = words[from : from+8+random.IntN(17)]
				if c.bearsOut(strings.Join(words, " ")) {
					found++
				} else if missed++; missed < 4 {
					t.Logf("not found: %s", strings.Join(words, " "))
				}
				if changed, at := change(random, words); c.tells(changed, at) {
					told++
				} else if missed++; missed < 4 {
					t.Logf("not told: %s (%d)", strings.Join(changed, " "), at)
				}
			}
			if found < quotations*99/100 || told < quotations*99/100 {
				t.Errorf("%d of %d quotations are found, and %d of as many changes told", found, quotations, told)
			}
		})
	}
}

// bearsOut reports whether a quotation is found, at bytes of the original that have its words.
func (c *carried) bearsOut(quotation string) bool {
	r := ground.Check(c.text, ground.Statement{Content: quotation, Evidence: true})
	if len(r.Anchors) != 1 || r.Anchors[0].Verdict != ground.BorneOut {
		return false
	}
	at := r.Anchors[0].At
	if c.original == "" {
		return at.From == -1 && at.Page > 0
	}
	again := ground.NewText(ground.Reading{Text: c.original[at.From:at.To]})
	back := ground.Check(again, ground.Statement{Content: quotation, Evidence: true})
	return back.Verdict() == ground.BorneOut
}

// change alters a word, a number or a name, or drops or adds a negation, and returns which
// word is then another.
func change(random *rand.Rand, words []string) (changed []string, at int) {
	changed = append(changed, words...)
	at = 2 + random.IntN(len(words)-4)
	for i, w := range changed[1 : len(changed)-1] {
		if w == "not" || w == "never" {
			return append(changed[:i+1], changed[i+2:]...), i + 1
		}
	}
	w := strings.Trim(changed[at], ".,")
	if n, err := strconv.Atoi(w); err == nil {
		changed[at] = strings.Replace(changed[at], w, strconv.Itoa(n+1+random.IntN(7)), 1)
		return changed, at
	}
	changed[at] = strings.Replace(changed[at], w, []string{"zeppelin", "Zachariasson", "occasionally"}[random.IntN(3)], 1)
	return changed, at
}

// tells reports whether a changed quotation is told as altered, with a difference at the word
// that was changed.
func (c *carried) tells(words []string, at int) bool {
	quotation := strings.Join(words, " ")
	r := ground.Check(c.text, ground.Statement{Content: quotation, Evidence: true})
	if len(r.Anchors) != 1 || r.Anchors[0].Verdict != ground.Altered {
		return false
	}
	start := len(strings.Join(words[:at], " "))
	for _, d := range r.Anchors[0].Differences {
		if d.Stated[0] <= start+2 && d.Stated[1] >= start {
			return true
		}
	}
	return false
}
