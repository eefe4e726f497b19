package ground

// roles are what a word may be. Those of the words of a text are looked up once for each
// word that it has, so that most words are passed over at once.
type roles uint16

const (
	common      roles = 1 << iota // says nothing of what a sentence is about
	denies                        // is a negation
	silent                        // is no content of a clause: a verb of saying, or bound to a negation
	hasOpposite                   // by itself, or without a prefix that denies
	beginsDate                    // unless digits do
	beginsNumber
	namesMonth
	measures // may be the unit of a number or its scale, or begin one
	limits   // makes a number a rough one or a limit
)

func rolesOf(letters []byte) roles {
	r := rolesOfWords[string(letters)]
	if opposites[string(stemOf(letters))].word != "" {
		r |= hasOpposite
	}
	if len(letters) == 4 && (letters[0] == 'q' || letters[1] == 'q') {
		r |= beginsDate // Q320
	}
	return r
}

var rolesOfWords = readRoles()

func readRoles() map[string]roles {
	table := map[string]roles{}
	for _, of := range [...]struct {
		words map[string]bool
		role  roles
	}{
		{commonWords, common}, {negations, denies}, {scopes, silent}, {sayingWords, silent}, {denials, hasOpposite}, {feastsBegin, beginsDate},
		{setOf("q1 q2 q3 q4"), beginsDate}, {setOf("a an"), beginsNumber},
		{setOf("per basis percentage square sq cubic cu degree degrees us of"), measures}, {hedges, limits}, {lowerLimits, limits}, {upperLimits, limits}, {lessening, limits},
	} {
		for word := range of.words {
			table[word] |= of.role
		}
	}
	for _, words := range [...]map[string]int{weekdayNames, ordinals, decadeWords, centuryWords} {
		for word := range words {
			table[word] |= beginsDate
		}
	}
	for word := range monthNames {
		table[word] |= beginsDate | namesMonth
	}
	for _, words := range [...]map[string]float64{numberWords, multiples} {
		for word := range words {
			table[word] |= beginsNumber
		}
	}
	for word := range units {
		table[word] |= measures
	}
	for word := range currencies {
		table[word] |= measures
	}
	for word := range scales {
		table[word] |= measures
	}
	return table
}

// is reports whether word i has one of the roles.
func (w *words) is(i int, r roles) bool {
	if id := w.list[i].id; id != 0 && w.roles != nil {
		return w.roles[id]&r != 0
	}
	return rolesOf(w.word(i))&r != 0
}
