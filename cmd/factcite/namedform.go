package main

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/pathpattern"
	"github.com/factcite/factcite/validate"
)

// A namedForm is a form of records that the configuration names.
type namedForm struct {
	validate.RecordForm
	files pathpattern.List
}

// addForms takes over the forms of a configuration that is in a folder.
func (r *inputReader) addForms(config *validate.Config, folder string) error {
	for _, form := range config.Forms() {
		if slices.Contains(forms(), fact.Form(form.Name)) {
			return fmt.Errorf("%s: the form %q has the name of one that is built in; name it otherwise", config.Name(), form.Name)
		}
		r.forms = append(r.forms, namedForm{form, pathpattern.List(nil).Add(filepath.ToSlash(folder), form.Files)})
	}
	return nil
}

// named returns the form of a name; nil if the configuration has none.
func (r *inputReader) named(form fact.Form) *namedForm {
	if i := slices.IndexFunc(r.forms, func(f namedForm) bool { return f.Name == string(form) }); i >= 0 {
		return &r.forms[i]
	}
	return nil
}

// names are those of the configuration's forms.
func (r *inputReader) names() []fact.Form {
	var list []fact.Form
	for _, f := range r.forms {
		list = append(list, fact.Form(f.Name))
	}
	return list
}

// formOfFile returns the form that the configuration says that a file has, or Auto.
func (r *inputReader) formOfFile(path string) fact.Form {
	if len(r.forms) == 0 || r.mapped() {
		return fact.Auto
	}
	absolute, err := filepath.Abs(path)
	if err != nil {
		return fact.Auto
	}
	for _, f := range r.forms {
		if f.files.MatchAny(filepath.ToSlash(absolute)) {
			return fact.Form(f.Name)
		}
	}
	return fact.Auto
}

// factOptions are the options to read facts of a form with: those of a named form are
// read by its map, in which members of --map come first.
func (r *inputReader) factOptions(form fact.Form, name string) *fact.Options {
	options := r.options
	options.Form = form
	named := r.named(form)
	if named == nil {
		return &options
	}
	options.Form = tables[filepath.Ext(trimPacked(strings.ToLower(name)))]
	options.Records = cmp.Or(options.Records, named.Records)
	options.Map = maps.Clone(named.Map)
	maps.Copy(options.Map, r.options.Map)
	return &options
}
