package schema

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// verdict is what a rule says of a value.
type verdict uint8

const (
	no verdict = iota
	yes
	unknown
)

func verdictOf(holds bool) verdict {
	if holds {
		return yes
	}
	return no
}

// accepts reports whether the record on a tape is certainly valid.
func (p *plan) accepts(t *tape) bool {
	return p != nil && !t.unclean && t.judge(p.root, 0) == yes
}

// judge applies a rule to the value at token i.
func (t *tape) judge(r *rule, i int) verdict {
	if r == nil {
		return yes
	}
	tok := &t.tokens[i]
	k := tok.Kind
	if k == kindName {
		k = kindString
	}
	switch {
	case r.sure.has(k):
		return yes
	case r.opaque.has(k):
		return unknown
	case !r.allowed.has(k):
		return no
	}
	if r.values != nil {
		if v := t.among(r.values, tok, k); v != yes {
			return v
		}
	}
	if r.equals != nil {
		if v := t.among(r.equals, tok, k); v != yes {
			return v
		}
	}
	v := yes
	switch k {
	case kindString:
		v = t.judgeText(r, tok)
	case kindNumber:
		v = t.judgeNumber(r, tok)
	case kindArray:
		v = t.judgeArray(r, i)
	case kindObject:
		v = t.judgeObject(r, i)
	}
	if v != yes {
		return v
	}
	for _, c := range r.inPlace {
		if v := t.combine(c, i); v != yes {
			return v
		}
	}
	return yes
}

// judgement is a rule applied to the value at a token.
type judgement struct {
	rule  *rule
	token int
}

// unremembered is how many alternatives of one record are judged before any is
// remembered. Most records have fewer.
const unremembered = 2000

// branch is judge for one of several rules. Of a record that has very many of them
// it remembers what they came to: where alternatives lie within alternatives, each
// would be judged once for every way that leads to it, which doubles with the depth.
func (t *tape) branch(r *rule, i int) verdict {
	if t.branches++; t.branches < unremembered {
		return t.judge(r, i)
	}
	at := judgement{r, i}
	v, ok := t.judged[at]
	if !ok {
		if t.judged == nil {
			t.judged = map[judgement]verdict{}
		}
		v = t.judge(r, i)
		t.judged[at] = v
	}
	return v
}

// combine applies several rules to the value at token i. It is three-valued
// logic: a result is yes or no only if it would be so whatever is unknown.
func (t *tape) combine(c combination, i int) verdict {
	if c.how == ifThenElse {
		switch t.branch(c.rules[0], i) {
		case yes:
			return t.branch(c.rules[1], i)
		case no:
			return t.branch(c.rules[2], i)
		}
		return unknown
	}
	var count [3]int
	for _, r := range c.rules {
		v := t.branch(r, i)
		count[v]++
		if c.how == anyOf && v == yes || c.how == allOf && v == no {
			return v
		}
	}
	switch {
	case c.how == oneOf && count[yes] > 1:
		return no
	case count[unknown] > 0:
		return unknown
	case c.how == allOf:
		return yes
	case c.how == anyOf:
		return no
	case c.how == oneOf:
		return verdictOf(count[yes] == 1)
	}
	return verdictOf(count[yes] == 0)
}

// among reports whether a value is one of those listed.
func (t *tape) among(v *values, tok *token, k kind) verdict {
	switch {
	case v.kinds.has(k):
		return yes
	case v.opaque.has(k):
		return unknown
	}
	result := no
	switch k {
	case kindString:
		text := t.said(tok)
		for _, s := range v.strings {
			if string(text) == s {
				return yes
			}
		}
	case kindNumber:
		value, fraction, ok := t.integer(tok)
		for _, s := range v.numbers {
			n, err := strconv.ParseInt(string(s), 10, 64)
			switch {
			case !ok || err != nil:
				result = unknown
			case n == value && !fraction:
				return yes
			}
		}
	}
	return result
}

func (t *tape) judgeText(r *rule, tok *token) verdict {
	if r.minLength <= 0 && r.maxLength < 0 && r.pattern == nil && r.format == nil {
		return yes
	}
	text := t.said(tok)
	// A text of n bytes has at most n and at least n/4 code points, which mostly settles it.
	if len(text) < utf8.UTFMax*r.minLength || r.maxLength >= 0 && len(text) > r.maxLength {
		length := utf8.RuneCount(text)
		if length < r.minLength || r.maxLength >= 0 && length > r.maxLength {
			return no
		}
	}
	return verdictOf((r.pattern == nil || r.pattern.match(text)) && (r.format == nil || r.format(text)))
}

func (t *tape) judgeNumber(r *rule, tok *token) verdict {
	if !r.integer && len(r.bounds) == 0 {
		return yes
	}
	value, fraction, ok := t.integer(tok)
	if !ok {
		return unknown
	}
	if r.integer && fraction {
		return no
	}
	for _, b := range r.bounds {
		if !b.holds(value, fraction) {
			return no
		}
	}
	return yes
}

// holds reports whether a number is within a bound: value, or with a fraction
// anything between value and the next integer.
func (b bound) holds(value int64, fraction bool) bool {
	switch {
	case b.upper && (fraction || b.exclusive):
		return value < b.limit
	case b.upper:
		return value <= b.limit
	case b.exclusive && !fraction:
		return value > b.limit
	}
	return value >= b.limit
}

// integer returns the greatest integer that is no greater than a number, and
// whether a fraction is left; ok is false for numbers that are long or have an
// exponent.
func (t *tape) integer(tok *token) (value int64, fraction, ok bool) {
	const longest = 18
	digits := t.text[tok.Start:tok.End]
	if len(digits) > longest {
		return 0, false, false
	}
	negative := digits[0] == '-'
	for i, c := range digits {
		switch {
		case text.IsDigit(c):
			value = value*10 + int64(c-'0')
		case c == '.':
			fraction = len(bytes.TrimRight(digits[i+1:], "0")) > 0
			return floor(value, negative, fraction), fraction, onlyDigits(digits[i+1:])
		case c != '-':
			return 0, false, false
		}
	}
	return floor(value, negative, false), false, true
}

func floor(value int64, negative, fraction bool) int64 {
	switch {
	case negative && fraction:
		return -value - 1
	case negative:
		return -value
	}
	return value
}

func onlyDigits(digits []byte) bool {
	for _, c := range digits {
		if !text.IsDigit(c) {
			return false
		}
	}
	return true
}

func (t *tape) judgeArray(r *rule, i int) verdict {
	length := int(t.extra[i])
	if length < r.minItems || r.maxItems >= 0 && length > r.maxItems {
		return no
	}
	if r.unique && length > 1 {
		if v := t.distinct(i); v != yes {
			return v
		}
	}
	if r.prefix != nil || r.items != nil {
		for n, item := 0, i+1; n < length; n, item = n+1, int(t.tokens[item].Next) {
			if v := t.judge(r.item(n), item); v != yes {
				return v
			}
		}
	}
	if r.hasContains {
		return t.judgeContains(r, i)
	}
	return yes
}

// item returns the rule for item n.
func (r *arrayRule) item(n int) *rule {
	if n < len(r.prefix) {
		return r.prefix[n]
	}
	return r.items
}

// judgeContains counts the items that contains allows.
func (t *tape) judgeContains(r *rule, i int) verdict {
	count := 0
	for _, item := range t.items(i) {
		switch t.judge(r.contains, item) {
		case yes:
			count++
		case unknown:
			return unknown
		}
	}
	return verdictOf(count >= r.minContains && (r.maxContains < 0 || count <= r.maxContains))
}

// distinct reports whether the items of the array at token i differ from each
// other, if they are a few plain strings.
func (t *tape) distinct(i int) verdict {
	const most = 16
	array := t.tokens[i]
	if t.extra[i] > most || array.Next != uint32(i)+1+t.extra[i] {
		return unknown
	}
	items := t.tokens[i+1 : array.Next]
	for n := range items {
		if items[n].Kind != kindString || !items[n].Plain {
			return unknown
		}
	}
	for n := range items {
		for m := range n {
			if bytes.Equal(t.text[items[n].Start:items[n].End], t.text[items[m].Start:items[m].End]) {
				return no
			}
		}
	}
	return yes
}

func (t *tape) judgeObject(r *rule, i int) verdict {
	object := &t.objects[t.extra[i]]
	count := int(object.count)
	switch {
	case !object.named.contains(&r.required):
		return no
	case count < r.minMembers || r.maxMembers >= 0 && count > r.maxMembers:
		return no
	case r.closed && r.simple && (object.other > 0 || !r.named.contains(&object.named)):
		return no
	}
	if r.walksMembers {
		if v := t.judgeMembers(r, i); v != yes {
			return v
		}
	}
	for _, need := range r.needs {
		if !object.named.has(need.slot) {
			continue
		}
		if !object.named.contains(&need.required) {
			return no
		}
		if v := t.judge(need.rule, i); v != yes {
			return v
		}
	}
	return yes
}

// judgeMembers applies what a rule says of single members to the object at token i.
func (t *tape) judgeMembers(r *rule, i int) verdict {
	if r.simple {
		return t.judgeNamed(r, i)
	}
	end := t.tokens[i].Next
	for name := uint32(i) + 1; name < end; name = t.tokens[name+1].Next {
		if v := t.judgeMember(r, int(name)); v != yes {
			return v
		}
	}
	return yes
}

// judgeNamed applies only the rules of single names, to as many members as the
// object has of them. Of most members their kind is enough.
func (t *tape) judgeNamed(r *rule, i int) verdict {
	object := &t.objects[t.extra[i]]
	left := r.named.low & object.named.low
	end := uint32(0) // of all members, where some may be named beyond the first word
	if r.named.high != nil && object.named.high != nil {
		end = t.tokens[i].Next
	}
	for name := uint32(i) + 1; left != 0 || name < end; name = t.tokens[name+1].Next {
		slot := uint(t.extra[name])
		if slot < wordNames {
			if left&(1<<slot) == 0 {
				continue
			}
			left &^= 1 << slot
		} else if !r.named.has(slot) {
			continue
		}
		member := r.members[slot]
		if member == nil || member.sure.has(t.tokens[name+1].Kind) {
			continue
		}
		if v := t.judge(member, int(name)+1); v != yes {
			return v
		}
	}
	return yes
}

// judgeMember applies a rule for an object to the member whose name is at token
// name.
func (t *tape) judgeMember(r *rule, name int) verdict {
	slot := uint(t.extra[name])
	if r.names != nil {
		if v := t.judge(r.names, name); v != yes {
			return v
		}
	}
	known := r.named.has(slot)
	if known {
		if v := t.judge(r.members[slot], name+1); v != yes {
			return v
		}
	}
	for _, p := range r.patterns {
		if !p.name.match(t.text[t.tokens[name].Start:t.tokens[name].End]) {
			continue
		}
		known = true
		if v := t.judge(p.rule, name+1); v != yes {
			return v
		}
	}
	switch {
	case known:
		return yes
	case r.closed:
		return no
	}
	return t.judge(r.others, name+1)
}
