package settings

import (
	"github.com/spf13/pflag"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/index"
)

// Known says which indexes have the works that references are compared with.
type Known struct{ Indexes []string }

// Register registers the flags.
func (f *Known) Register(flags *pflag.FlagSet) {
	flags.StringArrayVar(&f.Indexes, "index", nil, "compare with the known works of `INDEX`, a folder that factcite index built; repeatable")
}

// Open opens the indexes, of which there may be none. Call close after use.
func (f *Known) Open() (indexes []authority.Authority, close func(), err error) {
	var opened []*index.Index
	close = func() {
		for _, index := range opened {
			index.Close()
		}
	}
	for _, path := range f.Indexes {
		next, err := index.Open(path)
		if err != nil {
			close()
			return nil, nil, err
		}
		opened, indexes = append(opened, next), append(indexes, next)
	}
	return indexes, close, nil
}
