package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/cmd/factcite/internal/editor"
	"github.com/factcite/factcite/internal/settings"
	"github.com/factcite/factcite/validate"
)

func newLSP() *cobra.Command {
	var k knownFlags
	cmd := &cobra.Command{
		Use:   "lsp",
		Short: "Serve an editor findings as one types, over the Language Server Protocol",
		Long: `lsp is a language server over standard input and output for .bib, Markdown, LaTeX,
JSON Lines and text: findings as one types, what a work is and what is known of it,
entries of cited keys, and edits that mend a finding. It writes no file, and reaches no
network without --online.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return serveEditor(cmd, &k) },
	}
	k.register(cmd.Flags())
	cmd.Flags().Bool("stdio", true, "speak over standard input and output, as it always does")
	cmd.Flags().MarkHidden("stdio")
	return cmd
}

func serveEditor(cmd *cobra.Command, k *knownFlags) error {
	today, err := new(settings.Making).Day()
	if err != nil {
		return err
	}
	known, err := k.open()
	if err != nil {
		return err
	}
	defer known.close()
	options := &editor.Options{
		Version: version(), Checks: validate.Options{Today: today},
		Config: func(path string) (*validate.Config, error) { return readConfig("", []string{path}) },
	}
	if known != nil {
		options.Catalogue = known.Catalogue
	}
	return editor.Serve(cmd.Context(), standard{cmd.InOrStdin(), cmd.OutOrStdout()}, options)
}

// standard is standard input and output as one stream, which outlives the session.
type standard struct {
	io.Reader
	io.Writer
}

func (standard) Close() error { return nil }
