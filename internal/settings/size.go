package settings

import (
	"fmt"
	"strconv"
	"strings"
)

// Size is a flag that holds a number of bytes, as in 16MiB.
type Size int

var byteUnits = []struct {
	suffix string
	bytes  int
}{{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}, {"B", 1}, {"", 1}}

// String implements pflag.Value.
func (s *Size) String() string {
	if *s == 0 {
		return ""
	}
	return strconv.Itoa(int(*s))
}

// Type implements pflag.Value.
func (s *Size) Type() string { return "SIZE" }

// Set implements pflag.Value.
func (s *Size) Set(text string) error {
	for _, unit := range byteUnits {
		digits, ok := strings.CutSuffix(text, unit.suffix)
		if !ok {
			continue
		}
		n, err := strconv.ParseUint(digits, 10, 31)
		if err != nil || n == 0 || int(n) > (1<<40)/unit.bytes {
			break
		}
		*s = Size(int(n) * unit.bytes)
		return nil
	}
	return fmt.Errorf("write a size as 16MiB, 512KiB or a number of bytes")
}
