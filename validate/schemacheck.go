package validate

import (
	"errors"
	"fmt"
	"strings"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/schema"
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/rules"
)

// checkSchema checks the record against the schema.
func (e *examiner) checkSchema(x *examined, item *fact.Item) {
	if len(item.JSON) == 0 {
		return
	}
	check := e.schema.Check
	if e.onRaw {
		item = item.Original()
	} else if tape := item.Tape(); tape != nil && e.schema.Accepts(tape) {
		return
	} else if item.Untyped {
		check = e.schema.CheckUntyped
	}
	violations, err := check(item.JSON)
	if err != nil {
		x.kind = invalid
		x.own = append(x.own, finding.Draft{Finding: uncheckable(item, err), Of: x.of})
		return
	}
	s := rules.Subject{Item: item}
	for _, v := range violations {
		x.kind = invalid
		f := s.Member(v.Pointer, Finding{
			Rule:    "schema",
			Message: v.Message,
			Field:   v.Pointer,
			Stated:  v.Value,
			Known:   v.Keyword,
			Fact:    x.fact,
			Help:    e.helpWithSchema(item),
		})
		x.own = append(x.own, finding.Draft{Finding: f, Of: x.of})
	}
}

// helpWithSchema says what to do about a record that the schema does not allow.
func (e *examiner) helpWithSchema(item *fact.Item) string {
	switch {
	case e.schema.Digest() == defaultSchema().Digest():
		return "`factcite schema` prints what is expected"
	case item.Original() != item:
		return "correct the record or the schema; --schema-on raw checks the record as it came, before it was mapped"
	}
	return "correct the record or the schema"
}

// uncheckable says that a record that was read holds what cannot be checked against
// a schema, such as a number with an exponent over 400.
func uncheckable(item *fact.Item, err error) Finding {
	rule, message, at := "schema", err.Error(), item.Place
	var broken *schema.RecordError
	if errors.As(err, &broken) {
		if broken.TooCostly {
			rule = "schema-too-costly"
		}
		message, at = broken.Message, item.LocateJSON(broken.Offset)
		if at != item.Place {
			message += fmt.Sprintf(" at %d:%d", at.Line, at.Column)
		}
	}
	return finding.Placed(Finding{
		Rule:    rule,
		Message: "the record cannot be checked: " + message,
		Field:   strings.TrimPrefix(at.Pointer, item.Place.Pointer),
		Fact:    item.Record.ID,
		Help:    "correct the value, or leave it out",
	}, at, at)
}
