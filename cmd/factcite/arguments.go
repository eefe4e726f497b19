package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
)

// oneRule refuses more than one argument.
func oneRule(_ *cobra.Command, args []string) error {
	if len(args) > 1 {
		return fmt.Errorf("explain takes one rule, and %q are %d", args, len(args))
	}
	return nil
}

// someParts refuses no argument at all.
func someParts(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return errors.New("no part: name the folders that check --partial wrote to")
	}
	return nil
}

// noArguments refuses arguments.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("%s takes flags alone, and %q is none", cmd.CommandPath(), args[0])
	}
	return nil
}
