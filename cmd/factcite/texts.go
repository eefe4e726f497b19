package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/factcite/factcite/ground/pdf"
	"github.com/factcite/factcite/ground/texts"
	"github.com/factcite/factcite/validate"
)

// textFlags are the flags that name the texts of sources.
type textFlags struct{ paths []string }

func (f *textFlags) register(flags *pflag.FlagSet) {
	flags.StringArrayVar(&f.paths, "texts", nil, "compare facts with the texts of their sources in `PATH`, a folder or a manifest (JSON Lines or CSV: uri, path, content_hash); repeatable")
}

// open reads which texts there are; nil if the flags name none.
func (f *textFlags) open() (*texts.Library, error) {
	if len(f.paths) == 0 {
		return nil, nil
	}
	reader := newPDFReader()
	library := &texts.Library{PDF: reader.Read}
	for _, path := range f.paths {
		if err := addTexts(library, path); err != nil {
			return nil, err
		}
	}
	if library.Len() == 0 {
		return nil, fmt.Errorf("--texts: there is no text in %s", f.paths[0])
	}
	return library, nil
}

// setTexts reads which texts of sources there are.
func (f *textFlags) setTexts(options *validate.Options) error {
	library, err := f.open()
	if library != nil {
		options.Texts = library
	}
	return err
}

// newPDFReader returns a reader of PDF files that keeps its engine for later runs.
func newPDFReader() *pdf.Reader {
	var reader pdf.Reader
	if folder, err := os.UserCacheDir(); err == nil {
		reader.Cache = filepath.Join(folder, "factcite", "pdf")
	}
	return &reader
}

func addTexts(library *texts.Library, path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("--texts: %w", err)
	}
	if info.IsDir() {
		return library.AddFolder(os.DirFS(path), filepath.ToSlash(filepath.Clean(path)))
	}
	manifest, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("--texts: %w", err)
	}
	defer manifest.Close()
	folder := filepath.Dir(path)
	return library.AddManifest(manifest, path, os.DirFS(folder), filepath.ToSlash(folder))
}

func newTexts() *cobra.Command {
	var uris []string
	cmd := &cobra.Command{
		Use:   "texts --name URI",
		Short: "Print the names under which the text of a source is looked for",
		Long: `texts prints, one a line, the names under which check --texts and ground look for
the text of a source with that address, the surest first. An ending such as .txt,
.md, .html, .xml or .pdf, and .gz or .zst after it, may follow the name.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if len(uris) == 0 {
				return fmt.Errorf("say which source: --name URI")
			}
			for _, uri := range uris {
				names := texts.Names(uri)
				if len(names) == 0 {
					return fmt.Errorf("--name is empty: it takes the address of a source")
				}
				for _, name := range names {
					if _, err := fmt.Fprintln(cmd.OutOrStdout(), name); err != nil {
						return err
					}
				}
			}
			return nil
		},
	}
	cmd.Flags().StringArrayVar(&uris, "name", nil, "print the names for `URI`; repeatable")
	return cmd
}
