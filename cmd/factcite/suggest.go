package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

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

// nameFlag says which flag an unknown one may be meant for.
func nameFlag(cmd *cobra.Command, err error) error {
	unknown, ok := errors.AsType[*pflag.NotExistError](err)
	if !ok || len(unknown.GetSpecifiedName()) < 2 {
		return err
	}
	var flags []string
	cmd.Flags().VisitAll(func(flag *pflag.Flag) { flags = append(flags, "--"+flag.Name) })
	name := "--" + unknown.GetSpecifiedName()
	return fmt.Errorf("%s has no flag %s; %s", cmd.CommandPath(), name, orElse(name, flags, cmd.CommandPath()+" --help lists them"))
}

// unknownRule says that no rule has that id.
func unknownRule(id string) error {
	var ids []string
	for _, rule := range validate.Rules() {
		ids = append(ids, rule.ID)
	}
	return fmt.Errorf("no rule is called %q; %s", id, orElse(id, ids, "factcite explain lists them"))
}

// noneOf says that a flag takes other values, and which of them may be meant.
func noneOf[S ~string](flag, value string, taken []S) error {
	names := make([]string, len(taken))
	for i, name := range taken {
		names[i] = string(name)
	}
	if near, ok := text.Nearest(value, names); ok {
		return fmt.Errorf("%s takes no %q; did you mean %q? It takes %s", flag, value, near, alternatives(taken))
	}
	return fmt.Errorf("%s takes no %q; use %s", flag, value, alternatives(taken))
}

// orElse asks whether the candidate next to a word is meant, or else says what lists
// the candidates.
func orElse(word string, candidates []string, list string) string {
	if near, ok := text.Nearest(word, candidates); ok {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return list
}
