package exchange_test

import (
	"testing"

	"github.com/factcite/factcite/citation/bib/exchange"
	"github.com/google/go-cmp/cmp"
)

// TestFieldsOfFormats holds where every field of each format goes, and what it means by
// its types.
func TestFieldsOfFormats(t *testing.T) {
	for _, test := range []struct {
		format           exchange.Format
		name, text, want string
	}{
		{exchange.RIS, "every tag",
			"TY  - CHAP\nID  - k1\nAU  - Roe, Ana\nA1  - Lind, Bo\nED  - Uhl, Eva\nA2  - Orr, Max\nA4  - Pym, Lea\nT1  - Felt\nBT  - Handbook of Felt\nT3  - Notes on felt\nVL  - 3\nIS  - 2\nPB  - Felt Press\nCY  - Nabe\nDO  - 10.5555/k1\nUR  - https://felt.example.org/k1\nET  - 2\nC7  - e7\nSN  - 978-0-306-40615-7\nAB  - It is\n quiet.\nLA  - en\nN1  - A note\nKW  - felt\nKW  - carts\nU1  - x-facts: f 1\nU2  - x-derived: year from arXiv\nU3  - mine\nY2  - 2020/01/02\nDA  - 2019///spring\nSP  - 7\nER  - \n",
			"incollection k1 1:1 | title=Felt 8:7 | booktitle=Handbook of Felt 9:7 | series=Notes on felt 10:7 | volume=3 11:7 | number=2 12:7 | publisher=Felt Press 13:7 | address=Nabe 14:7 | doi=10.5555/k1 15:7 | url=https://felt.example.org/k1 16:7 | edition=2 17:7 | eid=e7 18:7 | isbn=978-0-306-40615-7 19:7 | abstract=It is quiet. 20:7 | language=en 22:7 | note=A note 23:7 | x-derived=year from arXiv 27:7 | urldate=2020/01/02 29:7 | year=2019 30:7 | month=spring 30:7 | pages=7 31:7 | keywords=felt, carts 26:7 | x-facts=f\\%201 26:7 | author=Roe, Ana and Lind, Bo 3:7 | editor=Uhl, Eva and Orr, Max 5:7 | translator=Pym, Lea 7:7\n"},
		{exchange.RIS, "types",
			"TY  - RPRT\nTI  - A\nPB  - Lab\nER  - \nTY  - ELEC\nTI  - B\nUR  - https://a.example\nER  - \nTY  - EJOUR\nTI  - C\nJF  - J. Quiet\nSN  - 1234-5678\nER  - \nTY  - XXXX\nTI  - D\nUR  - not an address\nER  - \nTY  - THES\nTI  - E\nM3  - Dissertation\nPB  - Uni\nER  - \nTY  - BOOK\nTI  - F\nT2  - Series\nM3  - Master's book\n",
			"techreport work1 1:1 | title=A 2:7 | institution=Lab 3:7\nonline work2 5:1 | title=B 6:7 | url=https://a.example 7:7\narticle work3 9:1 | title=C 10:7 | journal=J. Quiet 11:7\nmisc work4 14:1 | title=D 15:7\nphdthesis work5 18:1 | title=E 19:7 | type=Dissertation 20:7 | school=Uni 21:7\nbook work6 23:1 | title=F 24:7 | series=Series 25:7 | type=Master's book 26:7\n"},
		{exchange.RIS, "a tag before the type",
			"AU  - Roe, A.\nTY  - BOOK\nTI  - Felt\nER  - \n",
			"misc work1 1:1 | author=Roe, A. 1:7\nbook work2 2:1 | title=Felt 3:7\n! bib-syntax 1:1 \"AU\" stands before the type of a work (TY)\n"},
		{exchange.EndNote, "every tag",
			"%0 Thesis\n%F k2\n%A Roe, Ana\n%Y Lind, Bo\n%T Felt\n%I Uni\n%C Nabe\n%D 2010\n%V 3\n%N 4\n%P 1-9\n%7 2\n%9 Master's thesis\n%R 10.5555/k2\n%U https://felt.example.org\n%S Notes\n%Z none\n\n%0 Report\n%T Oak\n%I Lab\n",
			"mastersthesis k2 1:1 | title=Felt 5:4 | school=Uni 6:4 | address=Nabe 7:4 | year=2010 8:4 | volume=3 9:4 | number=4 10:4 | pages=1-9 11:4 | edition=2 12:4 | type=Master's thesis 13:4 | doi=10.5555/k2 14:4 | url=https://felt.example.org 15:4 | series=Notes 16:4 | author=Roe, Ana 3:4 | editor=Lind, Bo 4:4\ntechreport work2 19:1 | title=Oak 20:4 | institution=Lab 21:4\n"},
		{exchange.EndNote, "a tag before the type",
			"%A Roe, Ana\n%T Felt\n%0 Book\n%T Oak\n",
			"misc work1 1:1 | title=Felt 2:4 | author=Roe, Ana 1:4\nbook work2 3:1 | title=Oak 4:4\n! bib-syntax 1:1 \"%A\" stands before the type of a work (%0)\n"},
		{exchange.EndNoteXML, "every field",
			"<xml><records><record><rec-number>7</rec-number><ref-type name=\"Book Section\">5</ref-type><contributors><authors><author>Roe, Ana</author></authors><secondary-authors><author>Lind, Bo</author></secondary-authors></contributors><titles><title>Felt</title><secondary-title>Handbook</secondary-title><tertiary-title>Notes</tertiary-title></titles><volume>3</volume><number>2</number><pages>1-9</pages><edition>2</edition><dates><year>2010</year></dates><pub-location>Nabe</pub-location><publisher>Felt Press</publisher><isbn>0-306-40615-2</isbn><electronic-resource-num>10.5555/x</electronic-resource-num><urls><related-urls><url>https://felt.example.org</url></related-urls></urls></record></records></xml>",
			"incollection record7 1:15 | title=Felt 1:15 | booktitle=Handbook 1:15 | series=Notes 1:15 | volume=3 1:15 | number=2 1:15 | pages=1-9 1:15 | edition=2 1:15 | year=2010 1:15 | address=Nabe 1:15 | publisher=Felt Press 1:15 | doi=10.5555/x 1:15 | isbn=0-306-40615-2 1:15 | url=https://felt.example.org 1:15 | author=Roe, Ana 1:15 | editor=Lind, Bo 1:15\n"},
		{exchange.CSLJSON, "names, dates and what is kept of ours",
			"[{\"id\":\"a\",\"type\":\"thesis\",\"genre\":\"Master thesis\",\"title\":\"Felt\",\"author\":[{\"literal\":\"Roe and Lind\"}],\"publisher\":\"Uni\",\"issued\":{\"date-parts\":[[2019,3,4]]},\"accessed\":{\"date-parts\":[[2020,1,2]]},\"custom\":{\"x-facts\":[\"f 1\",\"f2\"],\"x-derived\":\"year from arXiv\",\"x-contradicted\":\"volume\"}},{\"id\":\"b\",\"type\":\"article-journal\",\"title\":\"Oak\",\"issued\":{\"date-parts\":[[2019,21],[2020,22]]}},{\"id\":\"c\",\"type\":\"report\",\"title\":\"Elm\",\"publisher\":\"Lab\",\"number\":\"7\"}]",
			"mastersthesis a 1:2 | urldate=2020-01-02 1:160 | x-facts=f\\%201 f2 1:199 | x-derived=year from arXiv 1:199 | x-contradicted=volume 1:199 | type=Master thesis 1:28 | year=2019 1:123 | month=3 1:123 | day=4 1:123 | school=Uni 1:105 | title=Felt 1:52 | author={Roe and Lind} 1:67\narticle b 1:290 | date=2019-21/2020-22 1:339 | title=Oak 1:325\ntechreport c 1:386 | number=7 1:444 | institution=Lab 1:426 | title=Elm 1:412\n"},
		{exchange.CFF, "every field",
			"cff-version: 1.2.0\ntitle: Carts\ndate-released: 2020-01-02\nrepository-code: https://felt.example.org\nidentifiers:\n- type: doi\n  value: 10.5555/cff\n- type: swh\n  value: x\nauthors:\n- alias: roller\n- name: Felt Team\n- family-names: Beek\n  given-names: A.\n  name-particle: van\n  name-suffix: Jr.\nreferences:\n- type: thesis\n  thesis-type: Master's thesis\n  title: On hubs\n  institution:\n    name: Uni\n  editors:\n  - family-names: Lind\n    given-names: Bo\n  year: 2001\n  month: 5\n- type: conference-paper\n  title: On rims\n  collection-title: Proc. Carts\n  volume: 3\n  issue: 2\n  start: 7\n  isbn: 0-306-40615-2\n- \n",
			"misc work1 2:8 | year=2020 2:8 | month=1 2:8 | day=2 2:8 | title=Carts 2:8 | url=https://felt.example.org 2:8 | doi=10.5555/cff 2:8 | author={roller} and {Felt Team} and van Beek, Jr., A. 2:8\nmastersthesis work2 20:10 | year=2001 20:10 | title=On hubs 20:10 | month=5 20:10 | school=Uni 20:10 | editor=Lind, Bo 20:10\ninproceedings work3 29:10 | pages=7 29:10 | title=On rims 29:10 | booktitle=Proc. Carts 29:10 | volume=3 29:10 | number=2 29:10 | isbn=0-306-40615-2 29:10\n"},
		{exchange.CFF, "YAML that cannot be read",
			"cff-version: 1.2.0\ntitle: [\n",
			"! bib-syntax 1:1 the CITATION.cff cannot be read: [2:8] sequence end token ']' not found\n"},
	} {
		t.Run(string(test.format)+", "+test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, shown(exchange.Read(test.format, "file", []byte(test.text)))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
