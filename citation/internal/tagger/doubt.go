package tagger

import (
	"math"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// doubt is a field with how probable it is that the labels of its run are right.
type doubt struct {
	field ref.Field
	sure  float32
}

// fields are those that the runs of a label state.
var fields = [Labels]ref.Field{
	Authors: ref.FieldAuthors, Editors: ref.FieldEditors, EditorsFront: ref.FieldEditors, Title: ref.FieldTitle, Container: ref.FieldContainer,
	Series: ref.FieldSeries, Publisher: ref.FieldPublisher, Place: ref.FieldAddress, Year: ref.FieldYear, YearFront: ref.FieldYear,
	Volume: ref.FieldVolume, Issue: ref.FieldNumber, Pages: ref.FieldPages,
}

// accuracies is the share of references that were read right in every field among those
// whose labels are so probable, in steps of a tenth from 0 to 1. Measured on rows that the
// models had not seen (train -cross); docs/references.md has the table.
var accuracies = [...]float64{0.04, 0.08, 0.2, 0.28, 0.36, 0.49, 0.6, 0.65, 0.72, 0.85, 0.94}

// calibrated is how probable it is that a reference is right if its labels are so.
func calibrated(sure float64) float64 {
	at := max(0, min(sure, 1)) * float64(len(accuracies)-1)
	i := min(int(at), len(accuracies)-2)
	p := accuracies[i] + (at-float64(i))*(accuracies[i+1]-accuracies[i])
	return math.Round(p*100) / 100
}

// References that are less probably right than leastSure are doubtful, in the fields whose
// labels are less probable than leastSureField, and in the least sure one at any rate.
const (
	leastSure      = 0.4
	leastSureField = 0.7
)

// leastStated is how probable the labels of a run must be for its value to be stated in some
// fields: below, values are wrong more often than right (docs/references.md).
const leastStated = 0.5

// leftOut are the fields of which improbable values are not stated.
var leftOut = map[ref.Field]bool{
	ref.FieldContainer: true, ref.FieldPublisher: true, ref.FieldVolume: true, ref.FieldNumber: true, ref.FieldPages: true,
}

// leaveOut takes back values that are more probably wrong than right.
func (d *reader) leaveOut() {
	for _, doubt := range d.doubts {
		if doubt.sure >= leastStated || !leftOut[doubt.field] || doubt.field == ref.FieldContainer && phrase.IsProceedings(d.work.Container) {
			continue
		}
		d.work.Drop(doubt.field)
		switch doubt.field {
		case ref.FieldPublisher:
			d.work.Drop(ref.FieldInstitution)
		case ref.FieldPages:
			d.work.Drop(ref.FieldEID)
		}
	}
}

// doubt states how sure the reading is.
func (d *reader) doubt() {
	all, least := 1.0, 0
	for i, field := range d.doubts {
		all *= float64(field.sure)
		if field.sure < d.doubts[least].sure {
			least = i
		}
	}
	w := &d.work
	if w.Confidence = calibrated(all); w.Confidence >= leastSure {
		return
	}
	for i, field := range d.doubts {
		if field.field == ref.FieldPages && w.EID != "" {
			field.field = ref.FieldEID
		}
		_, stated := w.Spans[string(field.field)]
		if stated && (i == least || field.sure < leastSureField) {
			w.Doubtful = append(w.Doubtful, field.field)
		}
	}
}
