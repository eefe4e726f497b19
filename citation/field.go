package citation

import "strings"

// field is the JSON name of a field of a [Reference], the key of its span.
type field string

const (
	fieldTitle       field = "title"
	fieldAuthors     field = "authors"
	fieldEditors     field = "editors"
	fieldContainer   field = "container"
	fieldPublisher   field = "publisher"
	fieldInstitution field = "institution"
	fieldSeries      field = "series"
	fieldAddress     field = "address"
	fieldEdition     field = "edition"
	fieldYear        field = "year"
	fieldMonth       field = "month"
	fieldDay         field = "day"
	fieldVolume      field = "volume"
	fieldNumber      field = "number"
	fieldPages       field = "pages"
	fieldEID         field = "eid"
	fieldArXiv       field = "arxiv"
	fieldDOI         field = "doi"
	fieldISBN        field = "isbn"
	fieldPMID        field = "pmid"
	fieldURL         field = "url"
)

// value is where a reference keeps a field that is one string, nil for others.
func (r *Reference) value(f field) *string {
	switch f {
	case fieldTitle:
		return &r.Title
	case fieldContainer:
		return &r.Container
	case fieldPublisher:
		return &r.Publisher
	case fieldInstitution:
		return &r.Institution
	case fieldSeries:
		return &r.Series
	case fieldAddress:
		return &r.Address
	case fieldEdition:
		return &r.Edition
	case fieldYear:
		return &r.Year
	case fieldDay:
		return &r.Day
	case fieldVolume:
		return &r.Volume
	case fieldNumber:
		return &r.Number
	case fieldPages:
		return &r.Pages
	case fieldEID:
		return &r.EID
	case fieldArXiv:
		return &r.ArXiv
	case fieldDOI:
		return &r.DOI
	case fieldISBN:
		return &r.ISBN
	case fieldPMID:
		return &r.PMID
	case fieldURL:
		return &r.URL
	}
	return nil
}

// state gives a field the words at a span, unless it has a value already.
func (s *sentence) state(r *Reference, f field, sp Span) {
	if v := r.value(f); *v == "" && sp[0] < sp[1] {
		*v = s.slice(sp)
		r.mark(f, sp)
	}
}

func (r *Reference) mark(f field, sp Span) {
	if r.Spans == nil {
		r.Spans = make(map[string]Span, 8)
	}
	r.Spans[string(f)] = sp
}

func (r *Reference) has(f field) bool {
	_, ok := r.Spans[string(f)]
	return ok
}

// drop takes a field back.
func (r *Reference) drop(f field) {
	if v := r.value(f); v != nil {
		*v = ""
	}
	delete(r.Spans, string(f))
}

// move gives a field's value to another one.
func (r *Reference) move(from, to field) {
	if !r.has(from) {
		return
	}
	*r.value(to), r.Spans[string(to)] = *r.value(from), r.Spans[string(from)]
	r.drop(from)
}

// stateContainer gives the container; a volume number at its end is no part of
// its name.
func (s *sentence) stateContainer(r *Reference, sp Span) {
	if r.Container != "" {
		return
	}
	name := s.slice(sp)
	head := strings.TrimRight(name, "0123456789")
	digits := name[len(head):]
	head = strings.TrimRight(head, " ,")
	if digits != "" && len(digits) <= 3 && len(head) > 3 && len(head)+len(digits) < len(name) && !strings.HasSuffix(head, "Vol.") {
		s.state(r, fieldVolume, Span{sp[1] - len(digits), sp[1]})
		sp[1] = sp[0] + len(head)
	}
	s.state(r, fieldContainer, sp)
}

// stateNames gives the authors or the editors, unless there are some already.
func (r *Reference) stateNames(f field, list nameList, sp Span) {
	names := &r.Authors
	if f == fieldEditors {
		names = &r.Editors
	}
	if len(*names) > 0 {
		return
	}
	*names = list.names
	r.EtAl = r.EtAl || list.etAl && f == fieldAuthors
	r.mark(f, sp)
}

// stateDate gives the parts of a date.
func (s *sentence) stateDate(r *Reference, d date) {
	if r.Year != "" && r.Year != s.slice(d.year) {
		return
	}
	s.state(r, fieldYear, d.year)
	if d.month != 0 && r.Month == 0 {
		r.Month = d.month
		r.mark(fieldMonth, d.monthSpan)
	}
	if d.day != (Span{}) {
		s.state(r, fieldDay, d.day)
	}
}
