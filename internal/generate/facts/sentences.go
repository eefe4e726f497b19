package facts

import (
	"fmt"
	"time"
)

// referenceSentence names a work: in four of ten records one that earlier records
// have named.
func (in inventor) referenceSentence(seed, i uint64) string {
	number := i
	if i > 0 && in.chance(0.4) {
		number = in.Uint64N(i)
	}
	w := newWork(seed, number)
	switch in.IntN(10) {
	case 0, 1, 2:
		return in.article(w)
	case 3, 4:
		return in.paper(w)
	case 5:
		return in.preprint(w)
	case 6:
		return in.book(w)
	case 7:
		return in.chapter(w)
	case 8:
		return in.report(w)
	}
	return in.passing(seed, i, w)
}

// quote puts a title in one of the pairs of quotation marks that pages use.
func (in inventor) quote(title string) string {
	switch in.IntN(4) {
	case 0:
		return "“" + title + "”"
	case 1:
		return `"` + title + `"`
	}
	return "'" + title + "'"
}

// locator writes volume, issue and pages in one of the usual ways.
func (in inventor) locator(w work) string {
	last := w.page + w.pages
	switch in.IntN(7) {
	case 0:
		return fmt.Sprintf("%d(%d):%d–%d", w.volume, w.number, w.page, last)
	case 1:
		return fmt.Sprintf("volume %d, issue %d, pages %d–%d", w.volume, w.number, w.page, last)
	case 2:
		return fmt.Sprintf("vol. %d, no. %d, pp. %d-%d", w.volume, w.number, w.page, last)
	case 3:
		return fmt.Sprintf("%d, no. %d", w.volume, w.number)
	case 4:
		return fmt.Sprintf("Volume %d, Article %d", w.volume, 100000+w.page)
	case 5:
		return fmt.Sprintf("%d: %d–%d", w.volume, w.page, last)
	}
	return fmt.Sprintf("%d, %d-%d", w.volume, w.page, last)
}

func (in inventor) article(w work) string {
	people, title := in.people(w.authors), in.quote(w.title)
	switch in.IntN(7) {
	case 0:
		return fmt.Sprintf("The paper %s by %s was published in %s, %s, in %d.", title, people, w.journal, in.locator(w), w.year)
	case 1:
		return fmt.Sprintf("%s published %s in %s (%d).", people, title, w.journal, w.year)
	case 2:
		return fmt.Sprintf("%s (%d) authored %s, which appeared in %s, %s.", people, w.year, title, w.journal, in.locator(w))
	case 3:
		return fmt.Sprintf("Rolling noise fell by a third over ten winters, according to the study %s by %s, published in %s in %d.", title, people, w.journal, w.year)
	case 4:
		return fmt.Sprintf("%s (%d) studied %s in a field trial, published in %s, %s.", people, w.year, in.subject(), w.journal, in.locator(w))
	case 5:
		return fmt.Sprintf("%s. %s. %s, %s, %d. doi:%s", people, w.title, w.journal, in.locator(w), w.year, w.doi)
	}
	return fmt.Sprintf("The article %s appeared in %s in %s %d (DOI %s).", title, w.journal, time.Month(w.month), w.year, w.doi)
}

func (in inventor) paper(w work) string {
	people, title := in.people(w.authors), in.quote(w.title)
	switch in.IntN(5) {
	case 0:
		return fmt.Sprintf("The paper %s was published in the Proceedings of %s, pp. %d–%d.", title, w.conference, w.page, w.page+w.pages)
	case 1:
		return fmt.Sprintf("%s presented %s at %s.", people, title, w.conference)
	case 2:
		return fmt.Sprintf("%s. %s. In Proceedings of %s, pages %d–%d, %d.", people, w.title, w.conference, w.page, w.page+w.pages, w.year)
	case 3:
		return fmt.Sprintf("In %s, presented at %s in %s, %s compare %s with %s.", title, w.conference, w.city, people, in.subject(), in.subject())
	}
	return fmt.Sprintf("%s (%d) introduced %s in Proceedings of %s.", people, w.year, title, w.conference)
}

func (in inventor) preprint(w work) string {
	people, title := in.people(w.authors), in.quote(w.title)
	switch in.IntN(4) {
	case 0:
		return fmt.Sprintf("The paper %s (arXiv:%s) introduces a test bed for %s.", title, w.arxiv, in.subject())
	case 1:
		return fmt.Sprintf("%s released the preprint %s on arXiv in %d.", people, title, max(w.year, 2015))
	case 2:
		return fmt.Sprintf("%s. %s. arXiv preprint arXiv:%s, %d.", people, w.title, w.arxiv, max(w.year, 2015))
	}
	return fmt.Sprintf("%s is a preprint by %s, available at https://arxiv.org/abs/%s.", title, people, w.arxiv)
}

func (in inventor) book(w work) string {
	people := in.people(w.authors)
	switch in.IntN(4) {
	case 0:
		return fmt.Sprintf("%s wrote the book %s, published by %s in %d.", people, in.quote(w.title), w.publisher, w.year)
	case 1:
		return fmt.Sprintf("The book %s by %s was published by %s in %s in %d.", in.quote(w.title), people, w.publisher, w.city, w.year)
	case 2:
		return fmt.Sprintf("%s (%d). %s. %s: %s.", people, w.year, w.title, w.city, w.publisher)
	}
	return fmt.Sprintf("%s edited the volume %s (%s, %d).", in.people(w.editors), in.quote(w.title), w.publisher, w.year)
}

func (in inventor) chapter(w work) string {
	people, whole := in.people(w.authors), in.quote(capital(in.subject())+": a handbook")
	if in.chance(0.5) {
		return fmt.Sprintf("The chapter %s by %s appears on pages %d–%d of %s, edited by %s and published by %s in %d.",
			in.quote(w.title), people, w.page, w.page+w.pages, whole, in.people(w.editors), w.publisher, w.year)
	}
	return fmt.Sprintf("%s (%d) contributed %s to %s, edited by %s (%s: %s).", people, w.year, in.quote(w.title), whole, in.people(w.editors), w.city, w.publisher)
}

func (in inventor) report(w work) string {
	people, title := in.people(w.authors[:1]), in.quote(w.title)
	switch in.IntN(5) {
	case 0:
		return fmt.Sprintf("The %s published the report %s in %d.", w.institution, title, w.year)
	case 1:
		return fmt.Sprintf("%s completed the PhD thesis %s at the %s in %d.", people, title, w.institution, w.year)
	case 2:
		return fmt.Sprintf("%s wrote a master's thesis titled %s at the %s (%d).", people, title, w.institution, w.year)
	case 3:
		return fmt.Sprintf("%s is technical report %d of the %s, dated %s %d.", title, w.number, w.institution, time.Month(w.month), w.year)
	}
	return fmt.Sprintf("%s gave the talk %s at the %s on %d %s %d.", people, title, w.institution, w.number, time.Month(w.month), w.year)
}

// passing is what pages have beside whole references: web and newspaper articles,
// two works in a sentence, a title alone, a citation.
func (in inventor) passing(seed, i uint64, w work) string {
	people, title := in.people(w.authors), in.quote(w.title)
	switch in.IntN(5) {
	case 0:
		return fmt.Sprintf("The newspaper Norrby Courier printed %s on %d %s %d.", title, w.number, time.Month(w.month), w.year)
	case 1:
		return fmt.Sprintf("The web article %s by %s is on the site of the %s: https://reading.example.org/%d.", title, people, w.institution, w.page)
	case 2:
		other := newWork(seed, i/2)
		return fmt.Sprintf("%s and %s by %s were both published in %s.", title, in.quote(other.title), people, w.journal)
	case 3:
		return fmt.Sprintf("The survey discusses %s.", title)
	}
	return fmt.Sprintf("%s et al. (%d) is cited for its account of %s.", w.authors[0].family, w.year, in.subject())
}

// otherSentence is a fact that is no reference; some mention an author and a year.
func (in inventor) otherSentence(kind string) string {
	mention := ""
	if in.chance(0.1) {
		mention = fmt.Sprintf(" (%s et al., %d)", in.person().family, 1995+in.IntN(30))
	}
	a, b, c := in.subject(), in.subject(), in.subject()
	year, n := 1950+in.IntN(76), in.IntN(900)+10
	switch kind {
	case "measurement":
		return fmt.Sprintf("In %d the %s of the %s carried %d kg each, %d.%d %% more than the %s of the same period%s.", year, a, in.institution(), n, in.IntN(90), in.IntN(10), b, mention)
	case "quote":
		return fmt.Sprintf("“We stopped counting %s after the first %d, because the %s made more noise than the carts did,” said %s of the %s.", a, n, b, in.person().full(), in.institution())
	case "procedure":
		return fmt.Sprintf("To fit %s, first lift the cart by its frame, then press the %s on by hand, and leave everything to settle for %d hours%s.", a, b, n%48+1, mention)
	case "formula":
		return fmt.Sprintf("The noise of %s grows with the load as L = L₀ + %d·log₁₀(m/m₀), where m₀ is the weight of the empty %s%s.", a, n%30, in.word(), mention)
	case "code":
		return fmt.Sprintf("A %s is read with load(%q, depth=%d), which returns the %s in the order of the file.", in.word(), in.word()+".dat", n%9, a)
	case "image":
		return fmt.Sprintf("The figure shows %s on the left and %s on the right, photographed at the %s in %d.", a, b, in.institution(), year)
	case "account":
		return fmt.Sprintf("When the %s moved into its new building in %d, %s had to be replaced within weeks: the floor was oak, and %s left marks on it%s.", in.institution(), year, a, b, mention)
	case "perspective":
		return fmt.Sprintf("Critics hold that %s were adopted for their looks, while the people who push them every day say that %s would never have lasted — “ça roule”, as they put it%s.", a, b, mention)
	}
	switch in.IntN(4) {
	case 0:
		return fmt.Sprintf("%s reduce the noise of %s where %s cannot%s.", capital(a), b, c, mention)
	case 1:
		return fmt.Sprintf("Training on %s alone makes %s forget rare cases, and the effect grows with every generation of %s that is added to the pool%s.", a, b, c, mention)
	case 2:
		return fmt.Sprintf("%s were introduced by the %s in %d, at first only in rooms with more than %d readers%s.", capital(a), in.institution(), year, n, mention)
	}
	return fmt.Sprintf("There is no agreement on whether %s or %s should be preferred: both wear, both need oil, and neither is quiet on tiles%s.", a, b, mention)
}
