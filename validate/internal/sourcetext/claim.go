package sourcetext

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/validate/internal/finding"
)

// Claim is a fact that is to be compared with the text of one of its sources, with all
// that a finding about it needs: it waits on disk until the stream has ended, so that
// a text is prepared once for all facts that name it.
type Claim struct {
	Order   int // of the fact in the run
	Text    int // the number of the text; -1 if there is none
	Source  int // among the sources of the record
	Fact    string
	Of      string
	At      fact.Place
	Content string
	Type    string
	Quotes  []string
	Known   []string // title, author and site of the source
	Partial bool     // the record says that the text is not the whole one
	Full    bool     // the record says that it is
	Hash    string   // that the record states of the text
	Spots   spots
	Inside  string        // the pointer to the content
	Pointer string        // of the text in the record; "" for a file
	Member  [2]fact.Place // where the source's quotes begin and end
	Stated  [2]fact.Place // where its hash does
}

// byText orders claims so that those about one text follow one another.
func byText(a, b *Claim) int {
	return cmp.Or(cmp.Compare(a.Text, b.Text), cmp.Compare(a.Order, b.Order), cmp.Compare(a.Source, b.Source))
}

// spots tell where in the input the bytes of a content are, though the item that it came
// from is gone: one spot wherever columns do not count on with the characters, and one so
// often that no place is far from one.
type spots []Spot

// Spot is where the bytes of a content from an offset on are.
type Spot struct {
	Offset             int // of the content
	Line, Column       int
	EndLine, EndColumn int // where what ends at Offset ends
}

// farthest is how many bytes may be between spots from which columns count on.
const farthest = 4 << 10

// newSpots looks up the places at which the words of a content begin and end, and those of
// the characters that may be written as several.
func newSpots(item *fact.Item) spots {
	content := item.Record.Content
	var list spots
	var last Spot
	add := func(offset int) {
		from, _ := item.LocateContent(offset, offset)
		to := from
		if offset > 0 {
			_, to = item.LocateContent(offset-1, offset)
		}
		s := Spot{offset, from.Line, from.Column, to.Line, to.Column}
		counts := len(list) > 0 && last.on(content, offset) == s
		last = s // which columns count on from as they do from the spot before it
		if !counts || offset-list[len(list)-1].Offset > farthest {
			list = append(list, s)
		}
	}
	plain := false
	for i, r := range content {
		is := r > ' ' && r < utf8.RuneSelf && r != '"' && r != '\\' && r != '/'
		if !is || !plain {
			add(i)
		}
		plain = is
	}
	add(len(content))
	return list
}

// on returns the spot at a later offset if columns count on from this one.
func (s Spot) on(content string, offset int) Spot {
	columns := 0
	for range content[s.Offset:offset] {
		columns++
	}
	return Spot{offset, s.Line, s.Column + columns, s.Line, s.Column + columns}
}

// place returns where an offset of the content is, as the start or as the end of something.
func (list spots) place(at fact.Place, content string, offset int, end bool) fact.Place {
	if len(list) == 0 {
		return at
	}
	after := sort.Search(len(list), func(i int) bool { return list[i].Offset > offset })
	s := list[max(after-1, 0)]
	if s.Offset < offset {
		s = s.on(content, offset)
	}
	at.Line, at.Column = s.Line, s.Column
	if end {
		at.Line, at.Column = s.EndLine, s.EndColumn
	}
	return at
}

// words places a finding at bytes of the content.
func (c *Claim) words(span [2]int, f finding.Finding) finding.Finding {
	at := c.At
	at.Pointer = c.Inside
	return finding.Placed(f, c.Spots.place(at, c.Content, span[0], false), c.Spots.place(at, c.Content, span[1], true))
}

// ClaimsOf returns what is to be compared of a record: one claim for each of its sources,
// and the texts that the record has itself. Findings about it belong to of, see
// [finding.Draft].
func ClaimsOf(item *fact.Item, of string, texts Texts) []PendingClaim {
	record := item.Record
	if !isGrounded(record, texts) {
		return nil
	}
	var list []PendingClaim
	for i := range record.Sources {
		s := &record.Sources[i]
		p := PendingClaim{Claim: Claim{
			Source: i, Fact: record.ID, Of: of, At: item.Place, Content: record.Content, Type: string(record.Type),
			Quotes: s.Quotes, Known: known(s), Text: -1,
		}}
		switch {
		case s.RawContent != "":
			p.OwnText, p.Pointer = s.RawContent, "/sources/"+strconv.Itoa(i)+"/raw_content"
			p.Partial, p.Full, p.Hash = s.IsPartial, s.IsFullText, statedHash(s)
		case texts != nil:
			if p.TextName = texts.Find(s); p.TextName == "" && s.ContextSnippet != "" {
				p.OwnText, p.Pointer, p.Partial = s.ContextSnippet, "/sources/"+strconv.Itoa(i)+"/context_snippet", true
			}
			p.Hash = statedHash(s)
		}
		if p.OwnText == "" && p.TextName == "" {
			continue
		}
		if len(list) == 0 {
			at, _ := item.LocateContent(0, 0)
			p.Spots, p.Inside = newSpots(item), at.Pointer
		} else {
			p.Spots, p.Inside = list[0].Spots, list[0].Inside
		}
		if p.Hash != "" {
			p.Stated[0], p.Stated[1] = item.Locate("/sources/" + strconv.Itoa(i) + "/content_hash")
		}
		if len(s.Quotes) > 0 {
			p.Member[0], p.Member[1] = item.Locate("/sources/" + strconv.Itoa(i) + "/quote")
		}
		list = append(list, p)
	}
	return list
}

// PendingClaim is a claim whose text has no number yet: it is named, or held by the
// record itself.
type PendingClaim struct {
	Claim
	TextName, OwnText string
}

// isGrounded reports whether a text of a source of the record may be at hand.
func isGrounded(record *fact.Record, texts Texts) bool {
	if texts != nil {
		return true
	}
	for i := range record.Sources {
		if record.Sources[i].RawContent != "" {
			return true
		}
	}
	return false
}

func known(s *fact.Source) []string {
	var list []string
	for _, value := range [...]string{s.Title, s.AuthorPerson, s.AuthorOrg, s.Domain, s.Attribution} {
		if value != "" {
			list = append(list, value)
		}
	}
	return list
}

// statedHash returns the SHA-256 that a source states of its text, "" if it states none.
func statedHash(s *fact.Source) string {
	hash := text.LowerASCII(s.ContentHash)
	for _, prefix := range [...]string{"sha256-", "sha256:"} {
		hash = strings.TrimPrefix(hash, prefix)
	}
	if len(hash) != hex.EncodedLen(sha256.Size) || strings.Trim(hash, "0123456789abcdef") != "" {
		return ""
	}
	return hash
}
