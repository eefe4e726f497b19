package validate

// draft is a finding with what its fingerprint and suppression need.
type draft struct {
	Finding
	of   string   // the fact, citation key or source that it belongs to
	also []string // other facts that would have had it, had they been seen first
}

// numberRepeats gives findings their fingerprints; those that agree in all that a
// fingerprint holds are numbered in order.
func numberRepeats(drafts []draft) {
	if len(drafts) == 1 { // as most records with a finding have
		d := &drafts[0]
		d.Fingerprint = fingerprint(d.Rule, d.of, d.Field, d.Stated, 0)
	}
	if len(drafts) <= 1 {
		return
	}
	seen := map[string]int{}
	for i := range drafts {
		d := &drafts[i]
		first := fingerprint(d.Rule, d.of, d.Field, d.Stated, 0)
		d.Fingerprint = first
		if n := seen[first]; n > 0 {
			d.Fingerprint = fingerprint(d.Rule, d.of, d.Field, d.Stated, n)
		}
		seen[first]++
	}
}

// repeats counts findings by a hash of what their fingerprints share.
type repeats map[uint64]int32

// number gives a finding a fingerprint that those before it have not.
func (r *repeats) number(d *draft, hash func(string) uint64) {
	d.Fingerprint = fingerprint(d.Rule, d.of, d.Field, d.Stated, 0)
	base := hash(d.Fingerprint)
	if *r == nil {
		*r = repeats{}
	}
	if n := (*r)[base]; n > 0 {
		d.Fingerprint = fingerprint(d.Rule, d.of, d.Field, d.Stated, int(n))
	}
	(*r)[base]++
}
