package authority_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/dump"
	"github.com/factcite/factcite/authority/internal/worktest"

	"github.com/factcite/factcite/authority/index"
	"github.com/factcite/factcite/citation"
	"github.com/google/go-cmp/cmp"
)

const (
	retractedArticle = `{"DOI": "10.5555/carts.1", "type": "journal-article", "title": ["Felt rims that never wear"], "author": [{"given": "Ana", "family": "Roe"}], "container-title": ["Journal of Carts"], "issued": {"date-parts": [[2020]]}}`
	retractingNotice = `{"DOI": "10.5555/carts.2", "type": "journal-article", "title": ["Retraction Note: Felt rims that never wear"], "author": [{"given": "Ana", "family": "Roe"}], "container-title": ["Journal of Carts"], "issued": {"date-parts": [[2022]]}, "update-to": [{"DOI": "10.5555/carts.1", "type": "retraction", "updated": {"date-parts": [[2022, 3, 4]]}}]}`

	watchHead       = "Record ID,Title,Journal,Author,RetractionDate,RetractionDOI,OriginalPaperDate,OriginalPaperDOI,RetractionNature\n"
	watchRetraction = "1,Felt rims that never wear,Journal of Carts,Ana Roe,3/4/2022 0:00,10.5555/carts.2,1/1/2020 0:00,10.5555/carts.1,Retraction\n"
	watchReturn     = "2,Felt rims that never wear,Journal of Carts,Ana Roe,6/1/2023 0:00,10.5555/carts.3,1/1/2020 0:00,10.5555/carts.1,Reinstatement\n"
	watchAgain      = "3,Felt rims that never wear,Journal of Carts,Ana Roe,6/1/2024 0:00,10.5555/carts.4,1/1/2020 0:00,10.5555/carts.1,Retraction\n"
)

// indexOf builds an index of texts that are dumps in one form each.
func indexOf(t *testing.T, texts ...string) *index.Index {
	t.Helper()
	var dumps []dump.File
	for i, text := range texts {
		dumps = append(dumps, dump.File{Name: fmt.Sprintf("dump%d", i), Reader: strings.NewReader(text)})
	}
	return builtIndex(t, dumps...)
}

// builtIndex builds an index of dumps in a new folder, and opens it.
func builtIndex(t *testing.T, dumps ...dump.File) *index.Index {
	t.Helper()
	var sources []index.Source
	for _, d := range dumps {
		sources = append(sources, index.Source{Name: d.Name, Works: dump.Read(d)})
	}
	path := filepath.Join(t.TempDir(), "index")
	if _, err := index.Build(t.Context(), path, sources, nil); err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// TestConcerns tells notices apart that leave a work standing.
func TestConcerns(t *testing.T) {
	watch := func(nature, reason, date string) string {
		return watchHead[:len(watchHead)-1] + ",Reason\n1,Felt rims that never wear,Journal of Carts,Ana Roe," + date + " 0:00,10.5555/carts.2,1/1/2020 0:00,10.5555/carts.1," + nature + "," + reason + "\n"
	}
	notice := func(kind, title string) string {
		return retractedArticle + "\n" + strings.Replace(strings.Replace(retractingNotice, `"type": "retraction"`, `"type": "`+kind+`"`, 1), "Retraction Note: Felt rims that never wear", title, 1)
	}
	marked := func(flag, title string) string {
		return `{"id": "https://openalex.org/W1", "doi": "https://doi.org/10.5555/carts.1", "title": "` + title + `", "type": "article", "is_retracted": ` + flag + `, "publication_year": 2020, "authorships": [{"author": {"display_name": "Ana Roe"}}]}`
	}
	const titled = "Retraction Note: Felt rims that never wear"
	for _, test := range []struct{ why, known, want string }{
		{"a retraction", notice("retraction", titled), "retracted: on 2022-03-04, by the notice 10.5555/carts.2"},
		{"an expression of concern", notice("expression_of_concern", "Expression of Concern: Felt rims that never wear"), "concern: expression of concern, on 2022-03-04, by the notice 10.5555/carts.2"},
		{"another spelling of its kind", notice("Expression-of-Concern", "Felt rims and their makers"), "concern: expression of concern, on 2022-03-04, by the notice 10.5555/carts.2"},
		{"a partial retraction", notice("partial_retraction", "Partial retraction: Felt rims that never wear"), "concern: partial retraction, on 2022-03-04, by the notice 10.5555/carts.2"},
		{"a correction", notice("correction", "Correction: Felt rims that never wear"), ""},
		{"a notice about another title", notice("retraction", "Retraction Note: Straw hats on stone floors"), `concern: notice about another title, on 2022-03-04, by the notice 10.5555/carts.2, "Retraction Note: Straw hats on stone floors"`},
		{"a notice without a title of its own", notice("retraction", "Retraction Note"), "retracted: on 2022-03-04, by the notice 10.5555/carts.2"},
		{"retracted and replaced", watch("Retraction", "+Error in Data;+Retract and Replace;", "3/4/2022"), "concern: retraction and replacement, on 2022-03-04, by the notice 10.5555/carts.2, because of Error in Data; Retract and Replace"},
		{"Retraction Watch's concern", watch("Expression of concern", "+Error in Data;", "3/4/2022"), "concern: expression of concern, on 2022-03-04, by the notice 10.5555/carts.2, because of Error in Data"},
		{"a concern and then a retraction", watch("Expression of concern", "", "3/4/2022") + strings.Replace(watchRetraction, "3/4/2022", "3/4/2023", 1), "retracted: on 2023-03-04, by the notice 10.5555/carts.2"},
		{"a concern that was taken back", watch("Expression of concern", "", "3/4/2022") + watchReturn, ""},
		{"a concern after it was taken back", watch("Expression of concern", "", "3/4/2024") + watchReturn, "concern: expression of concern, on 2024-03-04, by the notice 10.5555/carts.2"},
		{"an aggregator's mark alone", marked("true", "Felt rims that never wear"), "concern: an aggregator's mark"},
		{"an aggregator's mark in the title alone", marked("false", "RETRACTED: Felt rims that never wear"), "concern: an aggregator's mark"},
		{"a registry's title beside it", marked("true", "Felt rims that never wear") + "\n" + strings.Replace(retractedArticle, "Felt", "RETRACTED: Felt", 1), "retracted: its record says so"},
		{"no mark", marked("false", "Felt rims that never wear"), ""},
	} {
		answer := authority.Verify(context.Background(), []authority.Authority{indexOf(t, test.known)},
			&citation.Reference{Title: "Felt rims that never wear", Authors: worktest.Names("Ana|Roe"), Year: "2020", DOI: "10.5555/carts.1"}, nil)
		got := ""
		if answer.Retraction != nil {
			got += "retracted: " + answer.Retraction.String()
		}
		if answer.Concern != nil {
			got += "concern: " + answer.Concern.String()
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.why, got, test.want)
		}
	}
}

func TestVerifyRetracted(t *testing.T) {
	article := citation.Reference{Title: "Felt rims that never wear", Authors: worktest.Names("Ana|Roe"), Container: "Journal of Carts", Year: "2020"}
	const registered = `{"id": "https://openalex.org/W1", "doi": "https://doi.org/10.5555/carts.2", "title": "Retraction to felt rims that never wear", "type": "retraction", "is_retracted": true, "publication_year": 2022, "authorships": [{"author": {"display_name": "Ana Roe"}}], "primary_location": {"source": {"display_name": "Journal of Carts", "type": "journal"}}}`
	withDOI := article
	withDOI.DOI = "10.5555/carts.1"
	untitled := citation.Reference{DOI: "10.5555/carts.1"}
	notice := citation.Reference{Title: "Retraction Note: Felt rims that never wear", Authors: worktest.Names("Ana|Roe"), Year: "2022", DOI: "10.5555/carts.2"}
	noticeByTitle := notice
	noticeByTitle.DOI = ""
	noticeByDOI := article
	noticeByDOI.DOI, noticeByDOI.Year = "10.5555/carts.2", "2022"
	tests := []struct {
		why     string
		indexes [][]string
		r       citation.Reference
		want    string
	}{
		{"the notice alone", [][]string{{retractingNotice}}, withDOI, "agree; retracted"},
		{"the notice alone, the DOI alone", [][]string{{retractingNotice}}, untitled, "agree; retracted"},
		{"article and notice, no DOI stated", [][]string{{retractedArticle + "\n" + retractingNotice}}, article, "agree; fill doi; retracted"},
		{"notice and article", [][]string{{retractingNotice + "\n" + retractedArticle}}, article, "agree; fill doi; retracted"},
		{"two indexes", [][]string{{retractedArticle}, {retractingNotice}}, article, "agree; fill doi; retracted"},
		{"two indexes, the notice first", [][]string{{retractingNotice}, {retractedArticle}}, article, "agree; fill doi; retracted"},
		{"article and Retraction Watch", [][]string{{retractedArticle, watchHead + watchRetraction}}, article, "agree; fill doi; retracted"},
		{"a record without a DOI beside the notice", [][]string{{strings.Replace(retractedArticle, `"DOI": "10.5555/carts.1"`, `"DOI": "10.9999/copy.1"`, 1), retractingNotice}}, untitled, "agree; retracted"},
		{"reinstated", [][]string{{watchHead + watchRetraction + watchReturn}}, article, "agree; fill doi"},
		{"reinstated, the other way round", [][]string{{watchHead + watchReturn + watchRetraction}}, withDOI, "agree"},
		{"reinstated, which Crossref does not know", [][]string{{retractedArticle, retractingNotice, watchHead + watchReturn}}, article, "agree; fill doi"},
		{"retracted again", [][]string{{watchHead + watchReturn + watchAgain + watchRetraction}}, withDOI, "agree; retracted"},
		{"the notice itself", [][]string{{retractedArticle + "\n" + retractingNotice, watchHead + watchRetraction}}, notice, "agree; fill container"},
		{"the notice itself by its title", [][]string{{retractedArticle + "\n" + retractingNotice, watchHead + watchRetraction}}, noticeByTitle, "agree; fill container doi"},
		{"the notice itself, of which there is no record", [][]string{{retractedArticle, watchHead + watchRetraction}}, notice, "not_covered; it is the notice of a retraction"},
		{"a notice that is marked itself", [][]string{{registered}}, citation.Reference{Title: "Retraction to felt rims that never wear", Year: "2022"}, "agree; fill authors container doi"},
		{"the article beside a notice that is marked", [][]string{{registered, retractedArticle}}, article, "agree; fill doi"},
		{"the notice's DOI with the article's title", [][]string{{retractedArticle, watchHead + watchRetraction}}, noticeByDOI, "not_covered; it is the notice of a retraction"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			var authorities []authority.Authority
			for _, texts := range test.indexes {
				authorities = append(authorities, indexOf(t, texts...))
			}
			answer := authority.Verify(context.Background(), authorities, &test.r, nil)
			if diff := cmp.Diff(test.want, outline(&answer)); diff != "" {
				t.Errorf("(-want +got)\n%s\n%+v", diff, answer)
			}
		})
	}
}
