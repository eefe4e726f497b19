package schema

import (
	"encoding/json"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// kindSet is a set of kinds.
type kindSet uint8

const (
	noKind   kindSet = 0
	allKinds kindSet = 1<<(kindObject+1) - 1
)

func setOf(kinds ...kind) (s kindSet) {
	for _, k := range kinds {
		s |= 1 << k
	}
	return s
}

func (s kindSet) has(k kind) bool { return s&(1<<k) != 0 }

// rule is one subschema. A nil rule allows everything; so does newRule's, until
// something is set. Of bounds that count, -1 is none.
type rule struct {
	schema  *jsonschema.Schema
	sure    kindSet // kinds of which every value is allowed
	opaque  kindSet // kinds of which the rule cannot judge a value
	allowed kindSet // kinds that a value may be
	values  *values // enum
	equals  *values // const
	inPlace []combination
	objectRule
	arrayRule
	textRule
	numberRule
}

func newRule(s *jsonschema.Schema) *rule {
	return &rule{
		schema:     s,
		allowed:    allKinds,
		objectRule: objectRule{minMembers: -1, maxMembers: -1, simple: true},
		arrayRule:  arrayRule{minItems: -1, maxItems: -1},
		textRule:   textRule{minLength: -1, maxLength: -1},
	}
}

// objectRule is what a rule says of objects.
type objectRule struct {
	required     nameSet
	minMembers   int
	maxMembers   int
	named        nameSet // the slots of members
	members      []*rule // by slot, to the last that is named
	patterns     []patternRule
	closed       bool // no other members
	others       *rule
	names        *rule
	needs        []dependency
	walksMembers bool // something is said of single members
	simple       bool // only members and closed say it
}

// patternRule is a member of patternProperties.
type patternRule struct {
	name matcher
	rule *rule
}

// dependency is what an object with a member must have or be.
type dependency struct {
	slot     uint
	required nameSet
	rule     *rule
}

// arrayRule is what a rule says of arrays.
type arrayRule struct {
	minItems    int
	maxItems    int
	unique      bool
	prefix      []*rule
	items       *rule // of the items after the prefix
	hasContains bool
	contains    *rule
	minContains int
	maxContains int
}

// textRule is what a rule says of strings.
type textRule struct {
	minLength int // in code points
	maxLength int
	pattern   matcher
	format    func(text []byte) bool
}

// matcher reports whether a text holds a match of a pattern.
type matcher interface {
	match(text []byte) bool
}

// numberRule is what a rule says of numbers.
type numberRule struct {
	integer bool // and not number: only integers are of the rule's type
	bounds  []bound
}

// bound is one of minimum, maximum and their exclusive forms.
type bound struct {
	limit     int64
	upper     bool
	exclusive bool
}

// values are the values of an enum, or the one of a const.
type values struct {
	kinds   kindSet // null, false and true
	strings []string
	numbers []json.Number
	opaque  kindSet // arrays and objects are not compared here
}

// combination is a keyword that applies rules to the same value.
type combination struct {
	how   combining
	rules []*rule // of ifThenElse: three
}

type combining uint8

const (
	allOf combining = iota
	anyOf
	oneOf
	notAny
	ifThenElse
)
