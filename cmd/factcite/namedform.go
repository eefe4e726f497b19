package main

import (
	"fmt"
	"path/filepath"
	"slices"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/pathpattern"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/input"
)

// A namedForm is a form of records that the configuration names.
type namedForm struct {
	validate.RecordForm
	files pathpattern.List
}

// addForms takes over the forms of a configuration that is in a folder.
func (r *inputReader) addForms(config *validate.Config, folder string) error {
	for _, form := range config.Forms() {
		if slices.Contains(input.Forms(), fact.Form(form.Name)) {
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

// formOfFile returns the form that the configuration says that a file has, nil if it says
// nothing or the flags say what its records are.
func (r *inputReader) formOfFile(path string) *validate.RecordForm {
	if len(r.forms) == 0 || len(r.options.Facts.Map) > 0 || r.options.Facts.Records != "" {
		return nil
	}
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil
	}
	for i := range r.forms {
		if r.forms[i].files.MatchAny(filepath.ToSlash(absolute)) {
			return &r.forms[i].RecordForm
		}
	}
	return nil
}
