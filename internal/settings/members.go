package settings

import (
	"encoding/csv"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Members is a flag that holds where the members of records are: MEMBER=POINTER, several
// parted by commas.
type Members map[string]string

// String implements pflag.Value.
func (m *Members) String() string {
	var list []string
	for _, member := range slices.Sorted(maps.Keys(*m)) {
		list = append(list, member+"="+(*m)[member])
	}
	return strings.Join(list, ",")
}

// Type implements pflag.Value.
func (m *Members) Type() string { return "MEMBER=POINTER" }

// Set implements pflag.Value. A member may be named once.
func (m *Members) Set(text string) error {
	pairs := []string{text} // one pointer may have a comma
	if strings.Count(text, "=") > 1 {
		var err error
		if pairs, err = csv.NewReader(strings.NewReader(text)).Read(); err != nil {
			return fmt.Errorf("%q cannot be cut at its commas; put a value that has quotation marks in quotation marks", text)
		}
	}
	if *m == nil {
		*m = Members{}
	}
	for _, pair := range pairs {
		member, pointer, ok := strings.Cut(pair, "=")
		if !ok {
			return fmt.Errorf("%q names no pointer; write MEMBER=POINTER", pair)
		}
		if other, there := (*m)[member]; there {
			return fmt.Errorf("%s is mapped twice, to %q and to %q; join texts with \"+\", or take the first that is there with \"|\", as in %s=%s|%s", member, other, pointer, member, other, pointer)
		}
		(*m)[member] = pointer
	}
	return nil
}
