package ref

// Text returns a field by its JSON name as a person would say it. It is empty for
// a field that is not set, and for a name that is none.
func (r *Reference) Text(name string) string {
	row := rows[Field(name)]
	switch {
	case row == nil:
		return ""
	case row.text != nil:
		return *row.text(r)
	case row.names != nil:
		names := SpokenNames(*row.names(r))
		if row.Name == FieldAuthors && r.EtAl && names != "" {
			return names + " et al."
		}
		return names
	}
	month, _ := MonthMacro(r.Month)
	return month
}
