// Command factcite checks the fact records of knowledge bases and turns their
// reference facts into bibliographies. It opens files and connections and joins the
// packages that do the work.
//
// It is longer than 3,000 lines because each verb has its own flags, help and files.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit codes. Every format has the same.
const (
	exitClean       = 0
	exitFindings    = 1
	exitCouldNotRun = 2
)

// errFindings ends a run that worked and found what it was told to fail on.
var errFindings = errors.New("findings at or above --fail-on")

func main() {
	limitMemory(ordinaryMemory)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run is the whole command; it returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot()
	if len(args) > 0 && (args[0] == cobra.ShellCompRequestCmd || args[0] == cobra.ShellCompNoDescRequestCmd) {
		unquoteUsages(root)
	}
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := execute(ctx, root)
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	default:
		noteTo(stderr, "%v", err)
		return exitCouldNotRun
	}
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "factcite",
		Short: "Check the fact records of a knowledge base and turn their references into a bibliography",
		Long: `factcite reads the references in fact records and in any text that people write,
says what is missing or wrong in them, and writes a .bib in which every value can
be traced to the words it came from.

A PATH is a file, a folder (which is walked) or - for standard input.`,
		Version:       version(),
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          knownVerb,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetVersionTemplate("factcite {{.Version}}\n")
	root.SetFlagErrorFunc(nameFlag)
	root.AddCommand(newCheck(), newMerge(), newBib(), newRefs(), newFacts(), newGround(), newTexts(), newIndex(), newMCP(), newLSP(), newExplain(), newSchema(), newMan(), newVersion())
	refuseUnknown(root)
	return root
}
