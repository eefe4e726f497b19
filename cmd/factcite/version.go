package main

import (
	"cmp"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/validate"
)

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(cmd.OutOrStdout(), "factcite", version())
			return err
		},
	}
}

// committed is when the version was, as the build recorded it; nil if it did not.
func committed() *time.Time {
	info, _ := debug.ReadBuildInfo()
	if info == nil {
		return nil
	}
	for _, setting := range info.Settings {
		if at, err := time.Parse(time.RFC3339, setting.Value); err == nil && setting.Key == "vcs.time" {
			return &at
		}
	}
	return nil
}

// release is the version that the linker was told, as for an image, whose sources come
// without their history; "" if it was not.
var release string

// version is that of the module, or "devel".
func version() string { return cmp.Or(release, validate.Version()) }
