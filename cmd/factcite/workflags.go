package main

import "github.com/spf13/pflag"

// workFlags say what of that which sentences name are works to be cited.
type workFlags struct {
	allTypes bool
	allKinds bool
}

func (f *workFlags) register(flags *pflag.FlagSet) {
	flags.BoolVar(&f.allTypes, "all-types", false, "take works as references in facts of every type")
	flags.BoolVar(&f.allKinds, "all-kinds", false, "take films, series, songs, games and cases in court as works too")
}
