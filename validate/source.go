package validate

import "github.com/factcite/factcite/fact"

// recentSource is what a worker found out about its last source. Facts of one
// source mostly stand together, so the next record asks the same.
type recentSource struct {
	published        answer[date]
	person, org, uri answer[string]
}

// answer is the last answer to a question that always has the same one.
type answer[T any] struct {
	question string
	value    T
	known    bool
}

// of returns the answer to question, which find knows.
func (a *answer[T]) of(question string, find func(string) T) T {
	if !a.known || a.question != question {
		*a = answer[T]{question: question, value: find(question), known: true}
	}
	return a.value
}

// sourceDraft is a finding about a source, whose Pointer is relative to its record.
// The next records mostly have the same one, which is reported once, so its place
// is looked up when it is known to be new.
type sourceDraft struct {
	draft
	item *fact.Item
}

// placed returns the draft with its place.
func (d *sourceDraft) placed() draft {
	from, to := d.item.Locate(d.Pointer)
	d.Finding = placed(d.Finding, from, to)
	return d.draft
}
