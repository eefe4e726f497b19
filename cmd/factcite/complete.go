package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// unquoteUsages takes the marks off the names of values in what is said of flags, which a
// shell shows as it is.
func unquoteUsages(cmd *cobra.Command) {
	cmd.Flags().VisitAll(func(flag *pflag.Flag) { _, flag.Usage = pflag.UnquoteUsage(flag) })
	for _, verb := range cmd.Commands() {
		unquoteUsages(verb)
	}
}

// complete makes the shell complete the values of a flag.
func complete[S ~string](cmd *cobra.Command, flag string, values ...S) {
	completions := make([]cobra.Completion, len(values))
	for i, value := range values {
		completions[i] = cobra.Completion(value)
	}
	directive := cobra.ShellCompDirectiveNoFileComp
	if len(values) > 0 && strings.HasSuffix(string(values[0]), "=") {
		directive = cobra.ShellCompDirectiveNoSpace // a file follows
	}
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(completions, directive)); err != nil {
		panic(err) // the flag is not there: a mistake of the program
	}
}
