package validate

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
