package suppress

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/factcite/factcite/validate/internal/finding"
)

// baselineVersion is the version of the baseline's form.
const baselineVersion = 1

// Baseline is the set of findings that an older run knew, by fingerprint. The
// zero value and nil know nothing. It never changes, so that several goroutines may use it.
type Baseline struct {
	known map[string]bool
}

// baselineFile is a baseline as it is written.
type baselineFile struct {
	Version      int      `json:"version"`
	Fingerprints []string `json:"fingerprints"`
}

// ReadBaseline reads what WriteBaseline wrote.
func ReadBaseline(r io.Reader) (*Baseline, error) {
	var file baselineFile
	dec := json.NewDecoder(r)
	dec.DisallowUnknownFields()
	err := dec.Decode(&file)
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		err = fmt.Errorf("its form is not that of a baseline, since the %s that ends at byte %d is out of place", wrong.Value, wrong.Offset)
	}
	if err != nil {
		return nil, fmt.Errorf("the baseline cannot be read (write it anew with --write-baseline): %w", err)
	}
	if file.Version != baselineVersion {
		return nil, fmt.Errorf("the baseline has version %d, and this program reads version %d: write it anew with --write-baseline", file.Version, baselineVersion)
	}
	b := &Baseline{known: make(map[string]bool, len(file.Fingerprints))}
	for _, f := range file.Fingerprints {
		b.known[f] = true
	}
	return b, nil
}

// WriteBaseline writes a baseline of findings of those fingerprints, which it puts in order.
func WriteBaseline(w io.Writer, list []finding.Sum) error {
	slices.SortFunc(list, func(a, b finding.Sum) int { return bytes.Compare(a[:], b[:]) })
	list = slices.Compact(list)
	to := bufio.NewWriter(w)
	fmt.Fprintf(to, "{\n  \"version\": %d,\n  \"fingerprints\": [", baselineVersion)
	for i, sum := range list {
		if i > 0 {
			to.WriteByte(',')
		}
		fmt.Fprintf(to, "\n    \"%x\"", sum)
	}
	if len(list) > 0 {
		to.WriteString("\n  ")
	}
	to.WriteString("]\n}\n")
	if err := to.Flush(); err != nil {
		return fmt.Errorf("the baseline cannot be written: %w", err)
	}
	return nil
}

// knows reports whether an older run had the finding. What is said of a merged work
// counts as known under each of the work's facts: whichever was read first then,
// it is the same gap.
func (b *Baseline) knows(d *finding.Draft) bool {
	if b == nil || len(b.known) == 0 {
		return false
	}
	if b.known[d.Fingerprint] {
		return true
	}
	for _, fact := range d.Also {
		if b.known[finding.Fingerprint(d.Rule, fact, d.Field, d.Stated, 0)] {
			return true
		}
	}
	return false
}
