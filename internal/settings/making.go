package settings

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/pflag"
)

// Making says by what records are judged, beside what is read of them.
type Making struct {
	Schema   string
	SchemaOn string
	Today    string
	Config   string
}

// SchemaStates are what --schema-on may be.
var SchemaStates = []string{"mapped", "raw"}

// Register registers the flags.
func (f *Making) Register(flags *pflag.FlagSet) {
	flags.StringVar(&f.Schema, "schema", "", "check records against the JSON Schema in `FILE`")
	flags.StringVar(&f.SchemaOn, "schema-on", "mapped", "with --map, check records in this `STATE`: raw (as they came) or mapped")
	flags.StringVar(&f.Today, "today", "", "`DATE` that future years are judged by (SOURCE_DATE_EPOCH, else the clock)")
	flags.StringVar(&f.Config, "config", "", "configuration `FILE` (.factcite.yaml, found upward from the first path)")
}

// Settle says what is wrong with the flags.
func (f *Making) Settle() error {
	if !slices.Contains(SchemaStates, f.SchemaOn) {
		return NoneOf("--schema-on", f.SchemaOn, SchemaStates)
	}
	_, err := f.Day()
	return err
}

// SchemaOnRaw reports whether records are checked as they came.
func (f *Making) SchemaOnRaw() bool { return f.SchemaOn == "raw" }

// Day is the day that a run judges by: the flag, else SOURCE_DATE_EPOCH
// (https://reproducible-builds.org/specs/source-date-epoch/), else the clock,
// for which it returns the zero time.
func (f *Making) Day() (time.Time, error) {
	if f.Today != "" {
		return Date("--today", f.Today)
	}
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH %q is no number of seconds", epoch)
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// Date reads the date of a flag; an empty one is the zero time.
func Date(flag, value string) (time.Time, error) {
	if value == "" {
		return time.Time{}, nil
	}
	date, err := time.Parse(time.DateOnly, value)
	if err != nil {
		return date, fmt.Errorf("%s %q is no date; write it as 2026-03-12", flag, value)
	}
	return date, nil
}
