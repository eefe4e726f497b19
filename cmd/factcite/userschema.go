package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/factcite/factcite/schema"
	"github.com/goccy/go-yaml"
	"github.com/spf13/cobra"
)

// schema compiles the schema that the flags name, or the default one.
func (f *checkFlags) schema(cmd *cobra.Command) (*schema.Schema, error) {
	options := &schema.Options{Exact: f.schemaExact, MaxDepth: f.MaxDepth}
	if f.Schema == "" {
		return schema.Default(options), nil
	}
	text, err := f.schemaText(cmd)
	if err != nil {
		return nil, fmt.Errorf("cannot read the schema: %w", err)
	}
	folder := f.schemaRoot
	switch {
	case folder != "" && f.Schema != "-":
		at, err := filepath.Rel(folder, f.Schema)
		if err != nil || !filepath.IsLocal(at) {
			return nil, fmt.Errorf("the schema %s is not below --schema-root %s", f.Schema, folder)
		}
		options.Path = filepath.ToSlash(at)
	case folder == "":
		folder = filepath.Dir(f.Schema)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, fmt.Errorf("cannot read the schema: %w", err)
	}
	defer root.Close()
	options.Files = root.FS()
	compiled, err := schema.Compile(filepath.Base(f.Schema), text, options)
	if err != nil {
		return nil, err
	}
	if !f.schemaLax && !f.quiet {
		warn(cmd.ErrOrStderr(), compiled.Warnings())
	}
	return compiled, nil
}

// schemaText reads the schema; what is YAML becomes JSON.
func (f *checkFlags) schemaText(cmd *cobra.Command) (text []byte, err error) {
	if f.Schema == "-" {
		text, err = io.ReadAll(cmd.InOrStdin())
	} else {
		text, err = os.ReadFile(f.Schema)
	}
	if err != nil {
		return nil, err
	}
	switch filepath.Ext(f.Schema) {
	case ".yaml", ".yml":
		if text, err = yaml.YAMLToJSON(text); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Schema, err)
		}
	}
	return text, nil
}

// warn prints warnings, of many the first ones.
func warn(w io.Writer, warnings []*schema.SchemaError) {
	const most = 20
	for _, warning := range warnings[:min(len(warnings), most)] {
		fmt.Fprintf(w, "warning: %v\n", warning)
	}
	if len(warnings) > most {
		fmt.Fprintf(w, "warning: and %d more of the schema (--schema-lax hides them)\n", len(warnings)-most)
	}
}
