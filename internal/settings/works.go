package settings

import "github.com/spf13/pflag"

// Works say what of that which sentences name are works to be cited.
type Works struct {
	AllTypes bool
	AllKinds bool
}

// Register registers the flags.
func (f *Works) Register(flags *pflag.FlagSet) {
	flags.BoolVar(&f.AllTypes, "all-types", false, "take works as references in facts of every type")
	flags.BoolVar(&f.AllKinds, "all-kinds", false, "take films, series, songs, games and cases in court as works too")
}
