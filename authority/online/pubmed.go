package online

import (
	"context"
	"net/url"
	"strings"
	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/record"
)

// The E-utilities of the NCBI (https://www.ncbi.nlm.nih.gov/books/NBK25497/) let three
// requests a second through. A search answers PMIDs as JSON; records are XML.
var (
	pubMedSearchAPI = eUtility("json")
	pubMedFetchAPI  = eUtility("xml")
)

func eUtility(media string) api {
	return api{host: "eutils.ncbi.nlm.nih.gov", interval: 350 * time.Millisecond, contactParameter: "email", media: media, keyParameter: "api_key"}
}

// pubMed is PubMed as an authority.
type pubMed struct{ client *Client }

// NewPubMed returns PubMed as an authority: works by PMID and title. It is not asked for
// DOIs, which Crossref has.
func NewPubMed(c *Client) authority.Authority { return &pubMed{c} }

// Find implements [authority.Authority]. The title is looked for unless the PMID is that
// of a work with that title.
func (p *pubMed) Find(ctx context.Context, q *authority.Query) ([]*authority.Work, error) {
	var works []*authority.Work
	if pmid := searchedPMID(q); pmid != "" {
		records := pubMedBatch.questionFor(pmid)
		found, err := p.client.ask(ctx, &records)
		if err != nil {
			return nil, err
		}
		works = found
	}
	words := searchWords(q.Title)
	if len(words) == 0 || haveTitle(works, q.Title) {
		return works, nil
	}
	search := pubMedTitled(strings.Join(words, " "), searchedAuthor(q))
	found, err := p.client.ask(ctx, &search)
	if err != nil || len(found) == 0 {
		return works, err
	}
	var pmids []string
	for _, w := range found {
		if pmid := searchedPMID(&authority.Query{PMID: w.Record.PMID}); pmid != "" {
			pmids = append(pmids, pmid)
		}
	}
	if pmids == nil {
		return works, nil
	}
	records := pubMedBatch.questionFor(pmids...)
	found, err = p.client.ask(ctx, &records)
	return append(works, found...), err
}

// Coverage implements [authority.Authority].
func (p *pubMed) Coverage() *authority.Coverage {
	return &authority.Coverage{Name: "pubmed", Service: true, AskedFor: []string{"pmid"}}
}

// pubMedBatch asks for records by their PMIDs.
var pubMedBatch = batch{
	most: 200, bytes: longestBatch,
	question: func(pmids []string) question {
		parameters := url.Values{"db": {"pubmed"}, "id": {strings.Join(pmids, ",")}, "retmode": {"xml"}, "tool": {"factcite"}}
		return question{api: &pubMedFetchAPI, address: "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/efetch.fcgi?" + parameters.Encode(), mayRefuse: true, read: record.PubMedArticles}
	},
	pick: func(works []*authority.Work, pmid string, _ int) []*authority.Work {
		return having(works, func(w *authority.Work) bool { return w.Record.PMID == pmid })
	},
}

// pubMedTitled asks for the PMIDs of works whose title has all the words.
func pubMedTitled(title, author string) question {
	term := title + "[Title]"
	if author != "" {
		term += " AND " + author + "[Author]"
	}
	parameters := url.Values{"db": {"pubmed"}, "term": {term}, "retmax": {candidates}, "retmode": {"json"}, "tool": {"factcite"}}
	return question{api: &pubMedSearchAPI, address: "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esearch.fcgi?" + parameters.Encode(), read: record.PubMedIDs}
}
