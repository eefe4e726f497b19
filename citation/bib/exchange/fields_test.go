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
			"incollection k1 1:1 | title=Felt 8:7 | booktitle=Handbook of Felt 9:7 | series=Notes on felt 10:7 | volume=3 11:7 | number=2 12:7 | publisher=Felt Press 13:7 | address=Nabe 14:7 | doi=10.5555/k1 15:7 | url=https://felt.example.org/k1 16:7 | edition=2 17:7 | eid=e7 18:7 | isbn=978-0-306-40615-7 19:7 | abstract=It is quiet. 20:7 | language=en 22:7 | note=A note 23:7 | x-derived=year from arXiv 27:7 | urldate=2020-01-02 29:7 | year=2019 30:7 | month=spring 30:7 | pages=7 31:7 | keywords=felt, carts 24:7 | x-facts=f\\%201 26:7 | author=Roe, Ana and Lind, Bo 3:7 | editor=Uhl, Eva and Orr, Max 5:7 | translator=Pym, Lea 7:7\n"},
		{exchange.RIS, "types",
			"TY  - RPRT\nTI  - A\nPB  - Lab\nER  - \nTY  - ELEC\nTI  - B\nUR  - https://a.example\nER  - \nTY  - EJOUR\nTI  - C\nJF  - J. Quiet\nSN  - 1234-5678\nER  - \nTY  - XXXX\nTI  - D\nUR  - not an address\nER  - \nTY  - THES\nTI  - E\nM3  - Dissertation\nPB  - Uni\nER  - \nTY  - BOOK\nTI  - F\nT2  - Series\nM3  - Master's book\n",
			"techreport work1 1:1 | title=A 2:7 | institution=Lab 3:7\nonline work2 5:1 | title=B 6:7 | url=https://a.example 7:7\narticle work3 9:1 | title=C 10:7 | journal=J. Quiet 11:7\nmisc work4 14:1 | title=D 15:7\nphdthesis work5 18:1 | title=E 19:7 | type=Dissertation 20:7 | school=Uni 21:7\nbook work6 23:1 | title=F 24:7 | series=Series 25:7 | type=Master's book 26:7\n"},
		{exchange.RIS, "a tag before the type",
			"AU  - Roe, A.\nTY  - BOOK\nTI  - Felt\nER  - \n",
			"misc work1 1:1 | author=Roe, A. 1:7\nbook work2 2:1 | title=Felt 3:7\n! bib-syntax 1:1 \"AU\" stands before the type of a work (TY)\n"},
		{exchange.EndNote, "every tag",
			"%0 Thesis\n%F k2\n%A Roe, Ana\n%Y Lind, Bo\n%T Felt\n%I Uni\n%C Nabe\n%D 2010\n%V 3\n%N 4\n%P 1-9\n%7 2\n%9 Master's thesis\n%R 10.5555/k2\n%U https://felt.example.org\n%S Notes\n%Z none\n\n%0 Report\n%T Oak\n%I Lab\n",
			"mastersthesis k2 1:1 | title=Felt 5:4 | school=Uni 6:4 | address=Nabe 7:4 | year=2010 8:4 | volume=3 9:4 | number=4 10:4 | pages=1-9 11:4 | edition=2 12:4 | doi=10.5555/k2 14:4 | url=https://felt.example.org 15:4 | series=Notes 16:4 | author=Roe, Ana 3:4 | editor=Lind, Bo 4:4\ntechreport work2 19:1 | title=Oak 20:4 | institution=Lab 21:4\n"},
		{exchange.EndNote, "a tag before the type",
			"%A Roe, Ana\n%T Felt\n%0 Book\n%T Oak\n",
			"misc work1 1:1 | title=Felt 2:4 | author=Roe, Ana 1:4\nbook work2 3:1 | title=Oak 4:4\n! bib-syntax 1:1 \"%A\" stands before the type of a work (%0)\n"},
		{exchange.EndNoteXML, "every field",
			"<xml><records><record><rec-number>7</rec-number><ref-type name=\"Book Section\">5</ref-type><contributors><authors><author>Roe, Ana</author></authors><secondary-authors><author>Lind, Bo</author></secondary-authors></contributors><titles><title>Felt</title><secondary-title>Handbook</secondary-title><tertiary-title>Notes</tertiary-title></titles><volume>3</volume><number>2</number><pages>1-9</pages><edition>2</edition><dates><year>2010</year></dates><pub-location>Nabe</pub-location><publisher>Felt Press</publisher><isbn>0-306-40615-2</isbn><electronic-resource-num>10.5555/x</electronic-resource-num><urls><related-urls><url>https://felt.example.org</url></related-urls></urls></record></records></xml>",
			"incollection record7 1:15 | title=Felt 1:15 | booktitle=Handbook 1:15 | series=Notes 1:15 | volume=3 1:15 | number=2 1:15 | pages=1-9 1:15 | edition=2 1:15 | year=2010 1:15 | address=Nabe 1:15 | publisher=Felt Press 1:15 | doi=10.5555/x 1:15 | isbn=0-306-40615-2 1:15 | url=https://felt.example.org 1:15 | author=Roe, Ana 1:15 | editor=Lind, Bo 1:15\n"},
		{exchange.CSLJSON, "names, dates and what is kept of ours",
			"[{\"id\":\"a\",\"type\":\"thesis\",\"genre\":\"Master thesis\",\"title\":\"Felt\",\"author\":[{\"literal\":\"Roe and Lind\"}],\"publisher\":\"Uni\",\"issued\":{\"date-parts\":[[2019,3,4]]},\"accessed\":{\"date-parts\":[[2020,1,2]]},\"custom\":{\"x-facts\":[\"f 1\",\"f2\"],\"x-derived\":\"year from arXiv\",\"x-contradicted\":\"volume\"}},{\"id\":\"b\",\"type\":\"article-journal\",\"title\":\"Oak\",\"issued\":{\"date-parts\":[[2019,21],[2020,22]]}},{\"id\":\"c\",\"type\":\"report\",\"title\":\"Elm\",\"publisher\":\"Lab\",\"number\":\"7\"}]",
			"mastersthesis a 1:2 | urldate=2020-01-02 1:160 | x-facts=f\\%201 f2 1:199 | x-derived=year from arXiv 1:199 | x-contradicted=volume 1:199 | type=Master thesis 1:28 | year=2019 1:123 | month=3 1:123 | day=4 1:123 | school=Uni 1:105 | title=Felt 1:52 | author={Roe and Lind} 1:67\narticle b 1:290 | date=2019-21/2020-22 1:339 | title=Oak 1:325\ntechreport c 1:386 | number=7 1:444 | institution=Lab 1:426 | title=Elm 1:412\n"},
		{exchange.CSLJSON, "items of an object, and keys twice",
			`{"items":[{"id":"a","type":"book","title":"Felt"}, {"id":"A","type":"book","title":"Oak"},{"id":"a","type":"book","title":"Elm"}]}`,
			"book a 1:11 | title=Felt 1:35\nbook A-2 1:52 | title=Oak 1:76\nbook a-3 1:91 | title=Elm 1:115\n"},
		{exchange.CSLJSON, "one item",
			` {"id":7,"type":"article-newspaper","title":"Felt","number":"12","issue":"3"}`,
			"article 7 1:2 | entrysubtype=newspaper 1:2 | number=3 1:66 | eid=12 1:52 | title=Felt 1:37\n"},
		{exchange.CSLJSON, "keys, languages, states and lists of words",
			`[{"id":"a#b, c","type":"x","language":"de","status":"in press","publisher":"Felt Press; Oak and Elm Press","publisher-place":"Cork"},{"type":"book","language":"tlh","publisher":"A, B; C & D"}]`,
			"misc a-b-c 1:2 | langid=ngerman 1:28 | publisher=Felt Press and {Oak and Elm Press} 1:64 | address=Cork 1:108 | pubstate=inpress 1:44\nbook work2 1:134 | language=tlh 1:149 | publisher=A, B and C \\& D 1:166\n"},
		{exchange.CSLJSON, "notes, and what is no text",
			`[{"type":"book","note":"A note; arXiv:2101.00001; and more"},{"type":"book","title":null,"volume":["1"],"edition":{"a":1},"abstract":"b","custom":5,"author":"Roe","keyword":""}]`,
			"book work1 1:2 | arxiv=2101.00001 1:17 | note=A note; and more 1:17\nbook work2 1:62 | abstract=b 1:123\n! bib-syntax 1:149 \"author\" is no list of names\n"},
		{exchange.CSLJSON, "dates",
			`[{"issued":{"date-parts":[[2019]],"circa":true}},{"issued":{"date-parts":[[2019]],"circa":false}},{"issued":{"date-parts":[[-44,3]]}},{"issued":{"date-parts":[["2019","3","x",4]]}},{"issued":{"raw":"in spring"}},{"issued":{"literal":"2019-03"}},{"issued":{"date-parts":[[2019,13]]}},{"issued":{"date-parts":[[2019,12]]}},{"issued":{"date-parts":[[10000]]}},{"issued":{"date-parts":[[9999]]}},{"issued":{"date-parts":[[0]]}},{"issued":{"date-parts":[[1]]}},{"issued":{"date-parts":[[]]},"title":"a"},{"issued":5,"title":"a"},{"issued":{"date-parts":[[2019,1],[2019,5]]}}]`,
			"misc work1 1:2 | date=2019~ 1:3\nmisc work2 1:50 | year=2019 1:51\nmisc work3 1:99 | date=-0043-03 1:100\nmisc work4 1:135 | year=2019 1:136 | month=3 1:136\nmisc work5 1:182 | year=in spring 1:183\nmisc work6 1:213 | year=2019 1:214 | month=3 1:214\nmisc work7 1:246 | date=2019-13 1:247\nmisc work8 1:284 | year=2019 1:285 | month=12 1:285\nmisc work9 1:322 | date=y10000 1:323\nmisc work10 1:358 | year=9999 1:359\nmisc work11 1:393 | date=0000 1:394\nmisc work12 1:425 | year=1 1:426\nmisc work13 1:457 | title=a 1:487\nmisc work14 1:500 | title=a 1:512\nmisc work15 1:525 | date=2019-01/2019-05 1:526\n"},
		{exchange.CSLJSON, "other dates, and what is written as it is",
			`[{"original-date":{"date-parts":[[1899]]},"event-date":{"date-parts":[[2019,5,3]],"circa":true},"accessed":{"date-parts":[[2020]]},"URL":"https://a.example/x_y","DOI":"10.5555/x_y","title":"x_y & z"},{"URL":"https://arxiv.org/abs/2101.00001","title":"https://arxiv.org/abs/2101.00001"}]`,
			"misc work1 1:2 | doi=10.5555/x_y 1:162 | url=https://a.example/x_y 1:132 | urldate=2020 1:97 | eventdate=2019-05-03~ 1:43 | origdate=1899 1:3 | title=x\\_y \\& z 1:182\nmisc work2 1:201 | arxiv=2101.00001 1:202 | title=https://arxiv.org/abs/2101.00001 1:243\n"},
		{exchange.CSLJSON, "volumes of a whole",
			`[{"type":"chapter","title":"Felt","volume-title":"Rims","container-title":"Carts"},{"type":"book","title":"Carts","volume-title":"Rims"},{"type":"chapter","title":"Felt","container-title":"Carts"}]`,
			"incollection work1 1:2 | maintitle=Carts 1:57 | title=Felt 1:20 | booktitle=Rims 1:35\nbook work2 1:84 | maintitle=Carts 1:99 | title=Rims 1:115\nincollection work3 1:138 | booktitle=Carts 1:171 | title=Felt 1:156\n"},
		{exchange.CSLJSON, "names",
			`[{"author":[{"family":"Roe","given":"Ana"},{"family":"Roe and Lind"},{"family":"Felt and Oak","given":"B."},{"family":"de la Cruz","given":"C.","suffix":"Jr., PhD"},{"family":"Cruz","given":"D.","dropping-particle":"de","non-dropping-particle":"la"},{"family":"Quiet Team"},{"family":"Team X","non-dropping-particle":"van"},{"family":"Felt, Inc."},{"given":"Plato"},{"literal":""},{"family":"  "},{},{"literal":"others"}],"container-author":[{"family":"Uhl"}],"editor":[{"family":"A_B","given":"C_D","suffix":"E_F"}]}]`,
			"misc work1 1:2 | author=Roe, Ana and {Roe and Lind} and {Felt and Oak}, B. and de la Cruz, {Jr., PhD}, C. and de la Cruz, D. and {Quiet Team} and van Team X and {Felt, Inc.} and Plato and others 1:3 | editor=A\\_B, E\\_F, C\\_D 1:461 | bookauthor=Uhl 1:423\n"},
		{exchange.CSLJSON, "theses, and what works are in",
			`[{"type":"thesis","genre":"PhD thesis","title":"a"},{"type":"thesis","genre":"Bachelor","title":"a"},{"type":"thesis","genre":"Habilitation","title":"a"},{"type":"article-magazine","title":"a"},{"type":"webpage","publisher":"P","container-title":"C"},{"type":"webpage","container-title":"C"},{"type":"report","container-title":"C","publisher":"P"},{"type":"book","container-title":"C","collection-title":"S"},{"type":"book","container-title":"C"},{"type":"dataset","container-title":"C"}]`,
			"phdthesis work1 1:2 | title=a 1:40\nmastersthesis work2 1:53 | type=Bachelor 1:70 | title=a 1:89\nphdthesis work3 1:102 | type=Habilitation 1:119 | title=a 1:142\narticle work4 1:155 | entrysubtype=magazine 1:155 | title=a 1:182\nonline work5 1:195 | howpublished=C 1:229 | organization=P 1:213\nonline work6 1:252 | howpublished=C 1:270\ntechreport work7 1:293 | series=C 1:310 | institution=P 1:332\nbook work8 1:349 | series=S 1:386 | howpublished=C 1:364\nbook work9 1:410 | series=C 1:425\ndataset work10 1:448 | howpublished=C 1:466\n"},
		{exchange.CSLJSON, "items that are none",
			`[{"title":"a"}, 5, [], {"title":"b"}, {"title" "c"}, {"title":"d"}]`,
			"misc work1 1:2 | title=a 1:3\nmisc work2 1:24 | title=b 1:25\n! bib-syntax 1:18 an item is an object in braces, and this is none\n! bib-syntax 1:22 an item is an object in braces, and this is none\n! bib-syntax 1:44 no item can be read here, nor after it: invalid character '\"' after object key\n"},
		{exchange.CSLJSON, "what is no CSL-JSON",
			"5",
			"! bib-syntax 1:1 this is no CSL-JSON, which is an array of items\n"},
		{exchange.CSLJSON, "an object that is cut",
			`{"a":`,
			"! bib-syntax 1:1 this is no CSL-JSON: unexpected EOF\n"},
		{exchange.CSLJSON, "items that are no array",
			`{"items":5}`,
			"! bib-syntax 1:10 an array of items should stand here\n"},
		{exchange.CSLJSON, "what is kept of ours",
			`[{"custom":{"x-facts":["a  b"],"x-filled":"doi from dblp"}}]`,
			"misc work1 1:2 | x-facts=a\\%20b 1:3 | x-filled=doi from dblp 1:3\n"},
		{exchange.RIS, "pages",
			"TY  - JOUR\nTI  - a\nSP  - 1-9\nEP  - 9\nER  - \nTY  - JOUR\nEP  - 9\nER  - \nTY  - JOUR\nSP  - 9\nEP  - 9\nER  - \nTY  - JOUR\nSP  - 1–9\nEP  - 12\nER  - \nTY  - JOUR\nEP  - 12\nSP  - 1\n",
			"article work1 1:1 | title=a 2:7 | pages=1-9 3:7\narticle work2 6:1 | pages=9 7:7\narticle work3 9:1 | pages=9 10:7\narticle work4 13:1 | pages=1–9 14:7\narticle work5 17:1 | pages=1–12 19:7\n"},
		{exchange.RIS, "dates",
			"TY  - JOUR\nDA  - 2019/00/03\nER  - \nTY  - JOUR\nPY  - 2019-03-04-05\nER  - \nTY  - JOUR\nPY  - 2019///spring\nER  - \n",
			"article work1 1:1 | year=2019 2:7\narticle work2 4:1 | year=2019 5:7 | month=3 5:7 | day=4 5:7\narticle work3 7:1 | year=2019 8:7 | month=spring 8:7\n"},
		{exchange.RIS, "names",
			"TY  - JOUR\nAU  - Plato\nAU  - Quiet Team\nAU  - Roe,\nAU  - , Ana\nAU  - \nAU  - Roe , Ana , Jr. , PhD\nAU  - Roe and Lind, A.\nER  - \n",
			"article work1 1:1 | author=Plato and {Quiet Team} and Roe and Ana and Roe, {Jr. , PhD}, Ana and {Roe and Lind}, A. 2:7\n"},
		{exchange.RIS, "lines of no tag, and tags of no work",
			"\ufeffTY  - JOUR\nTI  - a\r\nTI  - b\nXX  - c\nno tag\nTY  - BOOK\nTI  - c\n\n  d\nER  -\nTI  - lost\n",
			"article work1 1:1 | title=a 2:7\nbook work2 6:1 | title=c d 7:7\nmisc work3 11:1 | title=lost 11:7\n! bib-syntax 11:1 \"TI\" stands before the type of a work (TY)\n"},
		{exchange.EndNoteXML, "types",
			`<xml><records><record><ref-type name="Odd">99</ref-type><titles><title>Felt</title></titles></record><record><ref-type name="Thesis">32</ref-type><titles><title>Oak</title></titles><publisher>Uni</publisher></record><record></record></records></xml>`,
			"misc work1 1:15 | title=Felt 1:15\nphdthesis work2 1:102 | title=Oak 1:102 | school=Uni 1:102\n"},
		{exchange.EndNoteXML, "a library that is cut",
			"<xml><records><record><titles><title>Felt</title></titles></record><record><titles>",
			"misc work1 1:15 | title=Felt 1:15\n! bib-syntax 1:84 the library cannot be read on: XML syntax error on line 1: unexpected EOF\n"},
		{exchange.CFF, "every field",
			"cff-version: 1.2.0\ntitle: Carts\ndate-released: 2020-01-02\nrepository-code: https://felt.example.org\nidentifiers:\n- type: doi\n  value: 10.5555/cff\n- type: swh\n  value: x\nauthors:\n- alias: roller\n- name: Felt Team\n- family-names: Beek\n  given-names: A.\n  name-particle: van\n  name-suffix: Jr.\nreferences:\n- type: thesis\n  thesis-type: Master's thesis\n  title: On hubs\n  institution:\n    name: Uni\n  editors:\n  - family-names: Lind\n    given-names: Bo\n  year: 2001\n  month: 5\n- type: conference-paper\n  title: On rims\n  collection-title: Proc. Carts\n  volume: 3\n  issue: 2\n  start: 7\n  isbn: 0-306-40615-2\n- \n",
			"software work1 2:8 | year=2020 2:8 | month=1 2:8 | day=2 2:8 | title=Carts 2:8 | url=https://felt.example.org 2:8 | doi=10.5555/cff 2:8 | author={roller} and {Felt Team} and van Beek, Jr., A. 2:8\nmastersthesis work2 20:10 | year=2001 20:10 | title=On hubs 20:10 | month=5 20:10 | school=Uni 20:10 | editor=Lind, Bo 20:10\ninproceedings work3 29:10 | pages=7 29:10 | title=On rims 29:10 | booktitle=Proc. Carts 29:10 | volume=3 29:10 | number=2 29:10 | isbn=0-306-40615-2 29:10\n"},
		{exchange.CFF, "a list of works without authors, and what has no member of its own",
			"cff-version: 1.2.0\ntitle: References\ntype: dataset\nauthors:\n- name: The authors of the works\nreferences:\n- type: book\n  title: On hubs\n  collection-type: book\n  collection-title: Carts\n  authors:\n  - name: unknown\n  translators:\n  - family-names: Lund\n  - name: et al.\n  location:\n    name: Graz\n  section: 3\n  keywords:\n  - felt\n  - oak\n  date-accessed: 2020-01-02\n  identifiers:\n  - type: other\n    value: arxiv:2101.00001\n  - type: other\n    value: pmid:123456\n  notes: \"Series: Old Carts; Date: 1998–2001; read twice; derived: year: from a; venue: from b\"\n- type: article\n  title: On rims\n  journal: Carts\n  collection-title: New Series\n  section: e12\n  abstract: Rims roll.\n  status: in-press\n- type: data\n  title: Rims counted\n",
			"incollection work1 8:10 | title=On hubs 8:10 | booktitle=Carts 8:10 | address=Graz 8:10 | urldate=2020-01-02 8:10 | chapter=3 8:10 | keywords=felt, oak 8:10 | arxiv=2101.00001 8:10 | pmid=123456 8:10 | x-derived=year: from a; venue: from b 8:10 | series=Old Carts 8:10 | year=1998–2001 8:10 | note=read twice 8:10 | translator=Lund and others 8:10\narticle work2 30:10 | title=On rims 30:10 | journal=Carts 30:10 | series=New Series 30:10 | eid=e12 30:10 | abstract=Rims roll. 30:10 | year=in press 30:10\ndataset work3 37:10 | title=Rims counted 37:10\n"},
		{exchange.CFF, "a file for the work that it prefers to cite",
			"cff-version: 1.2.0\ntitle: Felt\nauthors:\n- family-names: Roe\npreferred-citation:\n  type: proceedings\n  title: Felt\n  authors:\n  - family-names: Roe\n",
			"proceedings work1 2:8 | title=Felt 2:8 | author=Roe 2:8\n"},
		{exchange.RIS, "what is noted, and identifiers",
			"TY  - CHAP\nAU  - Roe, Ana\nAU  - et al.\nT2  - Carts\nPY  - 1998\nN1  - Date: 1998–2001\nN1  - read twice; Series: Old Carts\nAN  - PMID: 123456\nAN  - 77\nY2  - 2024/05//\nN1  - found again\nER  - \nTY  - THES\nTI  - On rims\nM3  - PhD thesis\nY2  - last spring\nER  - \n",
			"inbook work1 1:1 | title=Carts 4:7 | year=1998–2001 6:7 | series=Old Carts 7:7 | pmid=123456 8:7 | urldate=2024-05 10:7 | note=read twice; found again 7:7 | author=Roe, Ana and others 2:7\nphdthesis work2 13:1 | title=On rims 14:7 | urldate=last spring 16:7\n"},
		{exchange.CSLJSON, "chapters without a title, and numbers of articles",
			`[{"type":"chapter","container-title":"Carts","chapter-number":"3"},{"type":"article-journal","title":"a","number":"e12"},{"type":"article-journal","title":"b","number":"5","page":"1-9"},{"type":"article","title":"c","genre":"preprint"},{"type":"book","title":"d","genre":"preprint"}]`,
			"inbook work1 1:2 | chapter=3 1:46 | title=Carts 1:20\narticle work2 1:68 | eid=e12 1:106 | title=a 1:94\narticle work3 1:122 | number=5 1:160 | pages=1-9 1:173 | title=b 1:148\nmisc work4 1:187 | title=c 1:205\nbook work5 1:237 | type=preprint 1:264 | title=d 1:252\n"},
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
