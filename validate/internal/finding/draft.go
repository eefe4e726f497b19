package finding

// Draft is a finding with what its fingerprint and suppression need.
type Draft struct {
	Finding
	Of   string   // the fact, citation key or source that it belongs to
	Also []string // other facts that would have had it, had they been seen first
}

// NumberRepeats gives findings their fingerprints; those that agree in all that a
// fingerprint holds are numbered in order.
func NumberRepeats(drafts []Draft) {
	if len(drafts) == 1 { // as most records with a finding have
		d := &drafts[0]
		d.Fingerprint = Fingerprint(d.Rule, d.Of, d.Field, d.Stated, 0)
	}
	if len(drafts) <= 1 {
		return
	}
	seen := map[string]int{}
	for i := range drafts {
		d := &drafts[i]
		first := Fingerprint(d.Rule, d.Of, d.Field, d.Stated, 0)
		d.Fingerprint = first
		if n := seen[first]; n > 0 {
			d.Fingerprint = Fingerprint(d.Rule, d.Of, d.Field, d.Stated, n)
		}
		seen[first]++
	}
}

// Repeats counts findings by a hash of what their fingerprints share.
type Repeats map[uint64]int32

// Number gives a finding a fingerprint that those before it have not.
func (r *Repeats) Number(d *Draft, hash func(string) uint64) {
	d.Fingerprint = Fingerprint(d.Rule, d.Of, d.Field, d.Stated, 0)
	base := hash(d.Fingerprint)
	if *r == nil {
		*r = Repeats{}
	}
	if n := (*r)[base]; n > 0 {
		d.Fingerprint = Fingerprint(d.Rule, d.Of, d.Field, d.Stated, int(n))
	}
	(*r)[base]++
}
