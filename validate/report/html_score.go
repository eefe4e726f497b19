package report

import (
	"github.com/factcite/factcite/validate"
)

// htmlScore is how good what was read is, from 0 to 100, and what that is made of.
type htmlScore struct {
	Value int // the mean of the parts
	Parts []htmlPart
}

// htmlPart is a part of a score: of how many things how many are as they should be.
type htmlPart struct {
	Name, What   string // What begins with the things that are counted
	Count, Whole int
	Percent      int
}

// newHTMLScore scores a run of which that many records have an error or a warning that is
// no gap. It is nil if nothing was read.
func newHTMLScore(r *run, opts *Options, records, faulty int) *htmlScore {
	s := r.summary
	sound := "records have no error and no warning, gaps aside"
	if s.Known != nil {
		sound = "records have no new error and no new warning, gaps aside"
	}
	parts := []htmlPart{
		{Name: "Readable", What: "records could be read", Count: records - s.Unreadable - s.Unread, Whole: records},
		{Name: "Complete", What: "fields that works of their types are cited with are known", Count: r.known, Whole: r.needed},
		{Name: "Sound", What: sound, Count: records - faulty, Whole: records},
	}
	if opts.Authority != nil {
		v := opts.Authority.Verification
		parts = append(parts, htmlPart{Name: "Confirmed", What: "works that are known, or should be, agree with what is known", Count: v.Agree, Whole: v.Agree + v.Contradicted + v.NotFound})
	}
	if g := s.Grounding; g != nil {
		parts = append(parts, htmlPart{Name: "Borne out", What: "facts with a text of their source agree with it", Count: g.BorneOut, Whole: g.BorneOut + g.Contradicted})
	}
	score := new(htmlScore)
	for _, part := range parts {
		if part.Whole == 0 {
			continue
		}
		part.Percent = percent(max(0, part.Count), part.Whole)
		score.Parts = append(score.Parts, part)
		score.Value += part.Percent
	}
	if len(score.Parts) == 0 {
		return nil
	}
	score.Value /= len(score.Parts)
	return score
}

// isFault reports whether a finding counts against the soundness of its record.
func isFault(f *validate.Finding, family string) bool {
	return f.Severity != validate.Info && family != gapFamily
}

// gapFamily is the family of the rules that the completeness of works is about.
const gapFamily = "gaps"
