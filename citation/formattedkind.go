package citation

// readGenre reads what kind of work it is: "Ph.D. thesis", "Tech. Rep. TR-12".
func (f *formatted) readGenre(i int, ref *Reference) (next int, ok bool) {
	if f.words(i, "blog", "post") {
		f.work.webPage = true
		return i + 2, true
	}
	if next, ok := f.readThesis(i); ok {
		return next, true
	}
	return f.readReport(i, ref)
}

// readThesis reads a degree and the noun for a thesis: "PhD diss.", "Master's
// thesis", "M.S. thesis".
func (f *formatted) readThesis(i int) (next int, ok bool) {
	master := false
	for next = i; next < i+6; next++ {
		switch f.at(next).lower {
		case "thesis", "dissertation", "diss":
			f.work.noun, f.work.master = "thesis", master
			if next++; f.at(next-1).is("diss") && f.at(next).is(".") {
				next++
			}
			return next, true
		case "master", "masters", "msc", "ma", "m", "bachelor", "bachelors", "mphil":
			master = true
		case "ph", "d", "phd", "dphil", "doctoral", "unpublished", "honors", "s", "sc", "a", ".":
		default:
			if !isApostropheToken(f.at(next)) {
				return i, false
			}
		}
	}
	return i, false
}

// readReport reads the noun for a report with its number: "Technical Report 12",
// "Rep. TR-12", "Report No.: 12".
func (f *formatted) readReport(i int, ref *Reference) (next int, ok bool) {
	next = i
	switch f.at(next).lower {
	case "technical", "tech", "research", "working", "discussion":
		next++
	}
	if next > i && f.at(next).is(".") {
		next++
	}
	switch noun := f.at(next).lower; {
	case noun == "report" || noun == "rep", noun == "paper" && next > i:
		next++
	default:
		return i, false
	}
	if f.at(next).is(".") {
		next++
	}
	next = f.skipColon(next)
	if f.at(next).is(":") {
		next++
	}
	end := f.unspaced(next)
	switch {
	case hasDigit(f.slice(f.span(next, end))):
		f.state(ref, fieldNumber, f.span(next, end))
		next = end
	case !f.at(i).in(reportNouns) && next < i+2:
		return i, false
	}
	f.work.noun = "report"
	return next, true
}

// unspaced is where the tokens from i on are no longer written without a space:
// the end of "TR-12" and "2018/3".
func (f *formatted) unspaced(i int) (next int) {
	for next = i + 1; f.at(next).kind != noToken && f.at(next).start == f.at(next-1).end; next++ {
		if t := f.at(next); t.is(".") || t.is(",") || t.is(")") || t.is("]") || t.is(";") {
			break
		}
	}
	return next
}

// settleKind tells what kind of work it is, where no noun does.
func (f *formatted) settleKind() {
	w := &f.work
	switch {
	case f.isThesis():
		if w.Institution == "" {
			w.move(fieldPublisher, fieldInstitution)
		} else {
			w.drop(fieldPublisher)
		}
	case nounType(w.noun) == TechReport:
		if w.Publisher == "" && w.Volume == "" && w.Pages == "" && !isPeriodical(w.Container) {
			w.move(fieldContainer, fieldInstitution)
		}
	case w.noun != "" || w.webPage:
	case f.isPage():
		w.webPage = true
		if w.Container == "" && w.Address == "" {
			w.move(fieldPublisher, fieldContainer)
		}
	case w.Container != "":
	case len(w.Editors) > 0, w.Publisher != "" && !isBody(w.Publisher):
		w.noun = "book"
	}
}

// isPage tells whether the work is a page of a site: it has an address on the web
// and the day of its publication or of a visit, but neither a place in a volume
// nor a journal or a publishing house.
func (f *formatted) isPage() bool {
	w := &f.work
	if w.URL == "" || w.DOI != "" || w.Volume != "" || w.Number != "" || w.Pages != "" || w.EID != "" || w.ISBN != "" || len(w.Editors) > 0 {
		return false
	}
	dated := f.online || w.Month != 0
	return dated && !f.work.held && !isPress(w.Publisher) && !isPeriodical(w.Container)
}

// isPeriodical tells whether a container is a journal or a newspaper, by its name.
func isPeriodical(container string) bool {
	for word := range venueWords(container) {
		if listsOf(word).has(periodicalHeads) {
			return true
		}
	}
	return venueLike(container)
}
