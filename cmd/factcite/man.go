package main

import (
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func newMan() *cobra.Command {
	var folder string
	cmd := &cobra.Command{
		Use:   "man",
		Short: "Write the pages of the manual",
		Long: `man writes the page of factcite in section 1 to standard output, for man -l -, or
with -o one page a verb into a folder.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			root := cmd.Root()
			root.DisableAutoGenTag = true // it has the day of writing
			header := &doc.GenManHeader{Title: "FACTCITE", Section: "1", Source: "factcite " + version(), Date: committed()}
			if folder == "" {
				return doc.GenMan(root, header, cmd.OutOrStdout())
			}
			if err := os.MkdirAll(filepath.Clean(folder), 0o755); err != nil {
				return err
			}
			header.Title = ""
			return doc.GenManTree(root, header, folder)
		},
	}
	cmd.Flags().StringVarP(&folder, "output", "o", "", "write a page a verb into `FOLDER`")
	return cmd
}
