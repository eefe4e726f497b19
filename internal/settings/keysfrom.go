package settings

import (
	"fmt"
	"os"

	"github.com/spf13/pflag"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/bib/exchange"
)

// RegisterKeysFrom registers --keys-from.
func RegisterKeysFrom(flags *pflag.FlagSet, path *string) {
	flags.StringVar(path, "keys-from", "", "works keep the keys that they have in `FILE`, a bibliography of an earlier run in any format")
}

// ReadEarlier reads a bibliography of an earlier run; nil without a path.
func ReadEarlier(path string) (*bib.File, error) {
	if path == "" {
		return nil, nil
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read the keys of an earlier run: %w", err)
	}
	if format := exchange.Detect(path, text); format != "" {
		return exchange.Read(format, path, text), nil
	}
	earlier := bib.Read(path, text)
	if !earlier.IsBib() && len(earlier.Comments) > 0 {
		return nil, fmt.Errorf("%s is no bibliography, whose keys --keys-from keeps: it has text, and no entry; name a .bib, or a file of --format csl-json, ris or cff", path)
	}
	return earlier, nil
}
