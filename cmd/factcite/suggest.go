package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/factcite/factcite/internal/settings"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/validate"
)

// knownVerb refuses what follows the name of the command and is no verb.
func knownVerb(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var verbs []string
	for _, verb := range cmd.Commands() {
		verbs = append(verbs, verb.Name())
	}
	return fmt.Errorf("no verb is called %q; %s", args[0], orElse(args[0], verbs, "factcite help lists them"))
}

// knownShell refuses what follows "completion" and is no shell.
func knownShell(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var shells []string
	for _, shell := range cmd.Commands() {
		shells = append(shells, shell.Name())
	}
	return settings.NoneOf(cmd.CommandPath(), args[0], shells)
}

// refuseUnknown makes the verbs that cobra adds, help and completion, refuse what they do
// not know, where they would print the help of another.
func refuseUnknown(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, verb := range root.Commands() {
		switch verb.Name() {
		case "help":
			verb.RunE = helpOf
		case "completion":
			verb.Args = knownShell
			verb.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
		}
	}
}

// helpOf prints the help of the verb that args name.
func helpOf(cmd *cobra.Command, args []string) error {
	verb, rest, err := cmd.Root().Find(args)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		if err := verb.ValidateArgs(rest); err != nil {
			return err
		}
	}
	verb.InitDefaultHelpFlag()
	verb.InitDefaultVersionFlag()
	return verb.Help()
}

// nameFlag says which flag an unknown one may be meant for, and what a flag takes.
func nameFlag(cmd *cobra.Command, err error) error {
	if invalid, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		if _, ok := errors.AsType[*strconv.NumError](invalid); ok {
			return refuseValue(invalid)
		}
		return err
	}
	unknown, ok := errors.AsType[*pflag.NotExistError](err)
	if !ok || len(unknown.GetSpecifiedName()) < 2 {
		return err
	}
	var flags []string
	cmd.Flags().VisitAll(func(flag *pflag.Flag) { flags = append(flags, "--"+flag.Name) })
	name := "--" + unknown.GetSpecifiedName()
	return fmt.Errorf("%s has no flag %s; %s", cmd.CommandPath(), name, orElse(name, flags, cmd.CommandPath()+" --help lists them"))
}

// refuseValue says what a flag of numbers, or one that is on or off, takes.
func refuseValue(invalid *pflag.InvalidValueError) error {
	flag := invalid.GetFlag()
	taken := "a whole number"
	switch flag.Value.Type() {
	case "bool":
		taken = "true or false, or nothing for true"
	case "float64":
		taken = "a number"
	}
	return fmt.Errorf("--%s takes no %q; use %s", flag.Name, invalid.GetValue(), taken)
}

// unknownRule says that no rule has that id.
func unknownRule(id string) error {
	var ids []string
	for _, rule := range validate.Rules() {
		ids = append(ids, rule.ID)
	}
	return fmt.Errorf("no rule is called %q; %s", id, orElse(id, ids, "factcite explain lists them"))
}

// orElse asks whether the candidate next to a word is meant, or else says what lists
// the candidates.
func orElse(word string, candidates []string, list string) string {
	if near, ok := text.Nearest(word, candidates); ok {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return list
}
