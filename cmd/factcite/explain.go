package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/validate"
)

func newExplain() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [RULE]",
		Short: "List the rules, or explain one",
		Args:  oneRule,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var ids []string
			for _, rule := range validate.Rules() {
				ids = append(ids, cobra.CompletionWithDesc(rule.ID, rule.Title))
			}
			return ids, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return listRules(cmd.OutOrStdout())
			}
			for _, rule := range validate.Rules() {
				if rule.ID == args[0] {
					return explain(cmd.OutOrStdout(), rule)
				}
			}
			return unknownRule(args[0])
		},
	}
}

func listRules(w io.Writer) error {
	family := ""
	for _, rule := range validate.Rules() {
		if rule.Family != family {
			if family != "" {
				fmt.Fprintln(w)
			}
			family = rule.Family
			fmt.Fprintln(w, family)
		}
		if _, err := fmt.Fprintf(w, "  %-24s %-8s %s\n", rule.ID, rule.Severity, rule.Title); err != nil {
			return err
		}
	}
	return nil
}

func explain(w io.Writer, rule validate.Rule) error {
	fmt.Fprintf(w, "%s (%s, %s)\n%s\n\n%s\n", rule.ID, rule.Family, severityOf(rule), rule.Title, strings.TrimSpace(rule.Doc))
	for _, example := range rule.Bad {
		fmt.Fprintf(w, "\n%s\n%s\n", heading(example), indent(example.Excerpt()))
	}
	for _, example := range rule.Good {
		fmt.Fprintf(w, "\nNot reported, %s\n%s\n", example.Name, indent(example.Excerpt()))
	}
	_, err := fmt.Fprintf(w, "\nSince %s\n", rule.Since)
	return err
}

// severityOf says how severe the findings of a rule are, and where it is run.
func severityOf(rule validate.Rule) string {
	if rule.OptIn {
		return string(rule.Severity) + ", off unless configured"
	}
	return string(rule.Severity)
}

func heading(e validate.Example) string {
	switch {
	case e.At != "":
		return "Reported at " + e.Name + ":" + e.At
	case e.IsKnownWorks():
		return "Compared with an index of " + e.Name
	case e.Name == validate.OwnSchema:
		return "Checked against " + e.Name
	}
	return "Read along, " + e.Name
}

func indent(text string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n    ")
}
