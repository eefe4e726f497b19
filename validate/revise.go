package validate

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
)

// Revise returns what [Merge] returns over the parts of a run, made of what an earlier run
// found before some of its inputs changed: less what the records found that are no longer
// there, and what those find that are new. kept has what [Result.Keep] wrote of that run,
// changed yields the part of each input that changed, as it was and as it is, others yields
// those of the other inputs, and the options are those of that run.
//
// It can do so for records that have nothing to do with others: that name no work and cite
// none, or the same as before in the same place, and share neither id nor content. Of all
// others, and where the options depend on more than parts, the result is nil, and all parts
// are to be merged. Works are as they were, and so the result has no Bibliography.
func Revise(ctx context.Context, kept io.Reader, changed iter.Seq2[[2]*Part, error], others iter.Seq2[*Part, error], opts *Options) (*Result, error) {
	r := revision{paths: map[string]bool{}}
	if opts != nil {
		r.opts = *opts
	}
	if r.opts.Baseline != nil || r.opts.Authority != nil || r.opts.Texts != nil || r.opts.KeepChecked || r.opts.KeepGrounded {
		return nil, nil
	}
	defer r.close()
	err := r.compareAll(ctx, changed)
	if err == nil {
		err = r.compareHashes(others)
	}
	var result *Result
	if err == nil {
		result, err = r.result(ctx, kept)
	}
	if errors.Is(err, errShared) {
		return nil, nil
	}
	return result, err
}

// errShared says that what changed has, or may have, to do with other records.
var errShared = errors.New("other records have to do with what changed")

// revision is what changed between two runs.
type revision struct {
	opts          Options
	checker       *Checker
	examiner      *examiner
	parts         partReader
	before, after revised
	paths         map[string]bool // of records that changed
	unchanged     []uint64        // in turn id and sourced of the other records of the inputs that changed
}

// compareAll compares what inputs are with what they were.
func (r *revision) compareAll(ctx context.Context, changed iter.Seq2[[2]*Part, error]) error {
	for part, err := range changed {
		if err == nil && r.checker == nil {
			err = r.begin(ctx, part[0])
		}
		if err == nil {
			err = cmp.Or(r.parts.sameAsFirst(part[0]), r.parts.sameAsFirst(part[1]))
		}
		if err == nil {
			err = r.compare(part[0], part[1])
		}
		if err != nil {
			return err
		}
	}
	if r.checker == nil {
		return errShared // nothing changed
	}
	return nil
}

// begin makes ready to read parts that were made as the first was.
func (r *revision) begin(ctx context.Context, first *Part) (err error) {
	all := r.opts
	all.Cited, all.KeysFrom, all.MaxFindings = nil, nil, 0 // are about works, and about all findings
	if r.checker, err = first.checker(&all); err != nil {
		return err
	}
	if config := r.checker.opts.Config; config != nil && len(config.ignored) > 0 {
		return errShared // any finding may be the one that an ignore is of use for
	}
	r.examiner = newExaminer(ctx, r.checker.rules, &r.checker.opts)
	r.examiner.hash, r.examiner.keep, r.examiner.contexts = stableHash, true, true
	r.parts.first = first
	r.parts.decompressor, err = newDecompressor(1)
	return err
}

func (r *revision) close() {
	if r.parts.decompressor != nil {
		r.parts.decompressor.Close()
	}
}

// records yields what was found of each record of a part.
func (r *revision) records(p *Part) iter.Seq2[*examined, error] {
	return func(yield func(*examined, error) bool) {
		r.parts.read(p, func(do job[[]examined], err error) bool {
			var found []examined
			if err == nil {
				found, err = do(r.examiner)
			}
			for i := range found {
				if !yield(&found[i], nil) {
					return false
				}
			}
			return err == nil || yield(nil, err)
		})
	}
}

// compare compares the records of an input with those that were in their places.
func (r *revision) compare(before, after *Part) error {
	nextWas, stop := iter.Pull2(r.records(before))
	defer stop()
	nextIs, stop := iter.Pull2(r.records(after))
	defer stop()
	was, err, _ := nextWas()
	is, errIs, _ := nextIs()
	for err = cmp.Or(err, errIs); err == nil && (was != nil || is != nil); {
		order := inPlaces(was, is)
		var one, other *examined
		if order <= 0 {
			one = was
		}
		if order >= 0 {
			other = is
		}
		if err := r.note(one, other); err != nil {
			return err
		}
		if order <= 0 {
			was, err, _ = nextWas()
		}
		if order >= 0 && err == nil {
			is, err, _ = nextIs()
		}
	}
	return err
}

// inPlaces compares the places of two records, of which one may be nil for the end.
func inPlaces(a, b *examined) int {
	switch {
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return cmp.Or(cmp.Compare(a.place.Line, b.place.Line), cmp.Compare(a.place.Column, b.place.Column))
}

// note notes the record that was in a place and the one that is, of which one may be nil.
func (r *revision) note(was, is *examined) error {
	if was != nil && is != nil && was.id == is.id && was.sourced == is.sourced && bytes.Equal(packUnplaced(was), packUnplaced(is)) {
		r.unchanged = append(r.unchanged, was.id, was.sourced)
		if len(was.marks) > 0 {
			return errShared // a mark hides findings of other records of the input
		}
		return nil
	}
	for _, x := range []*examined{was, is} {
		if x != nil {
			r.paths[x.place.Path] = true
		}
	}
	shareAlike := was != nil && is != nil && bytes.Equal(shared(was), shared(is))
	if was != nil && !r.before.add(was, shareAlike) || is != nil && !r.after.add(is, shareAlike) {
		return errShared
	}
	return nil
}

// compareHashes looks whether records that changed share an id or content with any other.
func (r *revision) compareHashes(others iter.Seq2[*Part, error]) error {
	isOfOther := func(id, sourced uint64) bool {
		return r.before.ids[id] || r.after.ids[id] || r.before.sourced[sourced] || r.after.sourced[sourced]
	}
	for i := 0; i < len(r.unchanged); i += 2 {
		if isOfOther(r.unchanged[i], r.unchanged[i+1]) {
			return errShared
		}
	}
	for part, err := range others {
		if err == nil {
			err = r.parts.sameAsFirst(part)
		}
		if err == nil {
			err = part.eachHash(func(id, sourced uint64) bool { return !isOfOther(id, sourced) })
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// eachHash calls do with the hashes of each record. It ends with errShared where do is false,
// and at a .bib, whose keys are not told.
func (p *Part) eachHash(do func(id, sourced uint64) bool) error {
	for {
		b, err := p.block()
		switch {
		case err != nil:
			return fmt.Errorf("the part %s is damaged (%w): make it anew", p.name, err)
		case b.kind == lastBlock:
			return nil
		case b.kind != recordBlock:
			return errShared
		}
		for hashes, _, _ := b.cut(); len(hashes) > 0; hashes = hashes[hashesLength:] {
			if !do(readHashes(hashes)) {
				return errShared
			}
		}
	}
}

// result is what was kept, less what the records that changed found, plus what they find.
func (r *revision) result(ctx context.Context, kept io.Reader) (*Result, error) {
	before, err := r.collect(ctx, &r.before)
	if err != nil {
		return nil, err
	}
	defer before.Close()
	after, err := r.collect(ctx, &r.after)
	if err != nil {
		return nil, err
	}
	defer after.Close()
	result, err := r.collect(ctx, new(revised))
	if err != nil {
		return nil, err
	}
	result.Bibliography = nil
	if err := r.change(result, kept, before, after); err != nil {
		result.Close()
		return nil, err
	}
	return result, nil
}

// collect returns what records find that have nothing to do with others.
func (r *revision) collect(ctx context.Context, changed *revised) (*Result, error) {
	return r.checker.collect(ctx, r.examiner, func(yield func(*examined, error) bool) {
		for i := range changed.records {
			if !yield(&changed.records[i], nil) {
				return
			}
		}
	})
}

// change makes an empty result what was kept, with after in the place of before.
func (r *revision) change(result *Result, kept io.Reader, before, after *Result) error {
	gone := map[string]int{} // how many there were, by what they are packed as
	for f, err := range before.Findings() {
		if err != nil {
			return err
		}
		gone[string(packFinding(nil, &f))]++
	}
	told := capped{limit: r.opts.MaxFindings}
	wasFirst := map[string]bool{} // by the fingerprint of what is gone
	err := result.addKept(bufio.NewReaderSize(kept, 1<<16), func(packed []byte) (isGone bool, err error) {
		if f := unpackRule(string(packed)); r.paths[f.Path] && !told.passes(&f) {
			return false, errShared // the rest were only counted
		}
		if gone[string(packed)] == 0 {
			return false, nil
		}
		gone[string(packed)]--
		var f Finding
		unpackFinding(&unpacker{rest: string(packed)}, &f)
		wasFirst[f.Fingerprint] = true
		result.Summary.Findings.add(f.Severity, -1)
		return true, nil
	})
	if err != nil {
		return err
	}
	for packed, count := range gone {
		var f Finding
		unpackFinding(&unpacker{rest: packed}, &f)
		if count > 0 && !r.before.bySource[f.Fingerprint] { // else it is told of another record of the source
			return errShared
		}
	}
	for f, err := range after.Findings() {
		if err == nil && r.after.bySource[f.Fingerprint] && !wasFirst[f.Fingerprint] {
			continue
		}
		if err == nil && !told.passes(&f) {
			err = errShared
		}
		if err == nil {
			result.Summary.Findings.add(f.Severity, 1)
			err = result.findings.add(f)
		}
		if err != nil {
			return err
		}
	}
	before.Summary.Findings, after.Summary.Findings = Counts{}, Counts{} // are counted
	was, is := before.numbers(), after.numbers()
	for i, n := range result.numbers() {
		*n += *is[i] - *was[i]
	}
	return nil
}
