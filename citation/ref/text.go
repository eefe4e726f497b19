package ref

// Text returns a field by its JSON name as a person would say it. It is empty for
// a field that is not set, and for a name that is none.
func (r *Reference) Text(name string) string {
	switch name {
	case "authors":
		if names := SpokenNames(r.Authors); r.EtAl && names != "" {
			return names + " et al."
		}
		return SpokenNames(r.Authors)
	case "editors":
		return SpokenNames(r.Editors)
	case "month":
		month, _ := MonthMacro(r.Month)
		return month
	}
	if field := r.StringField(name); field != nil {
		return *field
	}
	return ""
}
