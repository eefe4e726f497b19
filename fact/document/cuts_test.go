package document_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/fact/document"
)

// TestWhereFactsEnd holds, form by form, what facts are cut at and what is left out of them.
func TestWhereFactsEnd(t *testing.T) {
	for form, rows := range map[fact.Form][][2]string{
		document.Text: {
			{
				"Roe & Uhl              [Page 2]\n\nRFN 44       Felt       2016\n\nText one.",
				"sentence 5:1 Text one.\n",
			},
			{
				"Roe & Uhl              [Page 2]\n\n\n\nRFN 44       Felt       2016\n\nText one.",
				"item 5:14 Felt 2016\nsentence 7:1 Text one.\n",
			},
			{
				"Text.\n\f\nRFN 44       Felt       2016\nText one.",
				"sentence 1:1 Text.\nsentence 4:1 Text one.\n",
			},
			{
				"\fTop\nText one.\n\nEnd.",
				"sentence 1:2 Top\nsentence 2:1 Text one.\nsentence 4:1 End.\n",
			},
			{
				"Felt rims are quiet on oak floors and are on stone\nFloors as well.",
				"sentence 1:1 Felt rims are quiet on oak floors and are on stone\nsentence 2:1 Floors as well.\n",
			},
			{
				"Felt rims are quiet on oak floors and they are on stone\nfloors, where they roll, as quiet as on those of oak, or\nof fir.",
				"sentence 1:1 Felt rims are quiet on oak floors and they are on stone floors, where they roll, as quiet as on those of oak, or of fir.\n",
			},
			{
				"Felt rims are quiet on oak floors and they are set\nStone floors and more.",
				"sentence 1:1 Felt rims are quiet on oak floors and they are set\nsentence 2:1 Stone floors and more.\n",
			},
			{
				"Felt rims are quiet on oak floors and they are on stone\nfloors, where they roll, as quiet as on those of oak,\nor.\nShort line\nNext line",
				"sentence 1:1 Felt rims are quiet on oak floors and they are on stone floors, where they roll, as quiet as on those of oak, or.\nsentence 4:1 Short line\nsentence 5:1 Next line\n",
			},
			{
				"To read:\n  Roe, A. (2019). Felt.\n\nUhl, F. (2010). Oak.",
				"reference 2:3 Roe, A. (2019). Felt.\nreference 4:1 Uhl, F. (2010). Oak.\n",
			},
			{
				"I like “Is It So?” by Jane Roe. Is it “Why?” (Cork, 2010)? She asks *Who Came!* – by Uhl. He said “Go!” She went.",
				"sentence 1:1 I like “Is It So?” by Jane Roe.\nsentence 1:33 Is it “Why?” (Cork, 2010)?\nsentence 1:60 She asks *Who Came!* – by Uhl.\nsentence 1:91 He said “Go!”\nsentence 1:105 She went.\n",
			},
			{
				"Things to buy:\n  one thing\n  another\nEnd.",
				"sentence 2:3 one thing\nsentence 3:3 another\nsentence 4:1 End.\n",
			},
			{
				"They were (“learn-\ning”) by the means of a machine that was made for this-\nand was quiet in the reading rooms of the library of Cork-",
				"sentence 1:1 They were (“learn-\nsentence 2:1 ing”) by the means of a machine that was made for thisand was quiet in the reading rooms of the library of Cork-\n",
			},
			{
				"- one\n  - two\n    three\n- four\n1. five\n   six\n10) seven\n(a) eight\nb) nine\n→ ten\n=> eleven\n* twelve",
				"item 1:3 one\nitem 2:5 two three\nitem 4:3 four\nitem 5:4 five six\nitem 7:5 seven\nitem 8:5 eight\nitem 9:4 nine\nitem 10:3 ten\nitem 11:4 eleven\nitem 12:3 twelve\n",
			},
			{
				"\tone\n\t- two\n        three\n\tfour",
				"sentence 1:2 one\nitem 2:4 two\nsentence 3:9 three\nsentence 4:2 four\n",
			},
			{
				"References\n1. Roe, A. (2019). Felt.\n   More of it.\n2. Uhl, F. (2010). Oak.\nthat goes on.\n\nText.",
				"reference 2:4 Roe, A. (2019). Felt. More of it.\nreference 4:4 Uhl, F. (2010). Oak.\nreference 5:1 that goes on.\nsentence 7:1 Text.\n",
			},
			{
				"References\nRoe, A. (2019). Felt.\nUhl, F. (2010).\nOak. Springer.\nOrr, B. Elm\nAsh, C. Fir. 2012.",
				"reference 2:1 Roe, A. (2019). Felt.\nreference 3:1 Uhl, F. (2010).\nreference 4:1 Oak. Springer.\nreference 5:1 Orr, B. Elm\nreference 6:1 Ash, C. Fir. 2012.\n",
			},
			{
				"References\n\n- Roe, A. Felt.\n\nUhl, F. (2010). Oak.",
				"reference 3:3 Roe, A. Felt.\nsentence 5:1 Uhl, F. (2010). Oak.\n",
			},
			{
				"References\n\n[FELT]\n      Roe, A., \"Felt\", 2019.\n[RFC2119] Bradner, S., \"Key\", 1997.\n[Roe19]: Roe, A. Felt. 2019.\n[ab]  Orr, B. Elm.",
				"reference 4:7 Roe, A., \"Felt\", 2019.\nreference 5:11 Bradner, S., \"Key\", 1997.\nreference 6:10 Roe, A. Felt. 2019.\nreference 7:7 Orr, B. Elm.\n",
			},
			{
				"Intro\n\nWeek 3 (Jan 30)    Roe, \"Felt\", 2019\nNotes:     a thing\n2019\tsomething\n",
				"item 3:20 Roe, \"Felt\", 2019\nsentence 4:1 Notes: a thing\nitem 5:6 something\n",
			},
			{
				"Heading\n-------\nText.\n\n---\nMore.\n\n===\n\n# References\nRoe, A. (2019). Felt.\n## Then\nText.",
				"sentence 3:1 Text.\nsentence 6:1 More.\nreference 11:1 Roe, A. (2019). Felt.\nsentence 13:1 Text.\n",
			},
			{
				"[x] done\n[ ] todo\n[] none\n#1 best\n# no",
				"item 1:5 done\nitem 2:5 todo\nitem 3:4 none\nsentence 4:1 #1 best\n",
			},
			{
				"Roe met Uhl (see p. 3. Then). “One. Two.” ‘Three. Four.’ «Five. Six.» „Seven. Eight.“ [Nine. Ten.] {A. B.} `c. d.` End.",
				"sentence 1:1 Roe met Uhl (see p. 3. Then).\nsentence 1:31 “One. Two.”\nsentence 1:43 ‘Three. Four.’\nsentence 1:58 «Five. Six.»\nsentence 1:71 „Seven. Eight.“\nsentence 1:87 [Nine. Ten.]\nsentence 1:100 {A. B.} `c. d.` End.\n",
			},
			{
				"Roe (met. Uhl. Then. He went. So.",
				"sentence 1:1 Roe (met.\nsentence 1:11 Uhl.\nsentence 1:16 Then.\nsentence 1:22 He went.\nsentence 1:31 So.\n",
			},
			{
				`He is 5' 3" tall. She is 6". Both are.`,
				"sentence 1:1 He is 5' 3\" tall.\nsentence 1:19 She is 6\".\nsentence 1:30 Both are.\n",
			},
			{
				`He said "so. Then." and "so," he said. "No. 3 is."`,
				"sentence 1:1 He said \"so. Then.\" and \"so,\" he said.\nsentence 1:40 \"No. 3 is.\"\n",
			},
			{
				"It was Gen. It was gen. the gen. 3. In Art. 3 and art. It was Mar. The mar. 3 came. He works at the am. It is. In the press. It was.",
				"sentence 1:1 It was Gen. It was gen. the gen. 3.\nsentence 1:37 In Art. 3 and art.\nsentence 1:56 It was Mar.\nsentence 1:68 The mar. 3 came.\nsentence 1:85 He works at the am.\nsentence 1:105 It is.\nsentence 1:112 In the press.\nsentence 1:126 It was.\n",
			},
			{
				"It is quiet.[1][2] Then. It is.[a] so. It is!¹ So. It is ¹ So. It is.”[3] And. It is.) [4] And.",
				"sentence 1:1 It is quiet.[1][2]\nsentence 1:20 Then.\nsentence 1:26 It is.[a] so.\nsentence 1:40 It is!¹\nsentence 1:48 So.\nsentence 1:52 It is ¹ So.\nsentence 1:64 It is.”[3]\nsentence 1:75 And.\nsentence 1:80 It is.)\nsentence 1:88 [4] And.\n",
			},
			{
				"Roe, A. (2019). Felt rims. Journal of Carts, 3(1), 1–9. https://a.example. It is new.",
				"sentence 1:1 Roe, A. (2019). Felt rims. Journal of Carts, 3(1), 1–9. https://a.example. It is new.\n",
			},
			{
				"It is in Roe, A. (2019). Felt rims. Journal. So Lind, B. (2010). Oak. 3(1). Vol. 3. In: Carts. And more. Uhl, F. (2011)",
				"sentence 1:1 It is in Roe, A. (2019).\nsentence 1:26 Felt rims.\nsentence 1:37 Journal.\nsentence 1:46 So Lind, B. (2010). Oak. 3(1). Vol. 3. In: Carts.\nsentence 1:96 And more.\nsentence 1:106 Uhl, F. (2011)\n",
			},
			{
				"van Roe, A. Felt. 2019. Then more.",
				"sentence 1:1 van Roe, A. Felt. 2019. Then more.\n",
			},
			{
				"du Roe, A. Felt. n.d. Then.",
				"sentence 1:1 du Roe, A. Felt. n.d. Then.\n",
			},
			{
				"roe, A. Felt. 2019. Then.",
				"sentence 1:1 roe, A. Felt.\nsentence 1:15 2019.\nsentence 1:21 Then.\n",
			},
			{
				"Roe, A. Felt. in press. Then.",
				"sentence 1:1 Roe, A. Felt. in press. Then.\n",
			},
			{
				"Roe, A. Felt. forthcoming. Then.",
				"sentence 1:1 Roe, A. Felt. forthcoming. Then.\n",
			},
			{
				"Roe, A. wrote Felt. 2019. Then.",
				"sentence 1:1 Roe, A. wrote Felt.\nsentence 1:21 2019.\nsentence 1:27 Then.\n",
			},
			{
				"See also Roe, A. Felt. 2019. Then.",
				"sentence 1:1 See also Roe, A. Felt. 2019. Then.\n",
			},
			{
				"Cf. Roe, A. Felt. 2019. Then.",
				"sentence 1:1 Cf. Roe, A. Felt. 2019. Then.\n",
			},
			{
				"TODO find: Roe, A. Felt. 2019. Then.",
				"sentence 1:1 TODO find: Roe, A. Felt. 2019. Then.\n",
			},
			{
				"Roe, Ann (2012): Felt.\n\nReferences\n\nRoe, Ann (2012): Felt. In: Quiet 3.\nDies. (2014): Rims.\n_____. Oak. 2010.\nUhl, F. B. Wheels. Oslo: Hub, 2010.\n---, Axles. 2011.\nIdem. Hubs. 2012.\nId., Reins. 2013.\nA thing of 2010.\n—: Lost. 2011.",
				"sentence 1:1 Roe, Ann (2012): Felt.\nreference 5:1 Roe, Ann (2012): Felt. In: Quiet 3.\nreference 6:1 Roe, Ann (2014): Rims.\nreference 7:1 Roe, Ann. Oak. 2010.\nreference 8:1 Uhl, F. B. Wheels. Oslo: Hub, 2010.\nreference 9:1 Uhl, F. B., Axles. 2011.\nreference 10:1 Uhl, F. B. Hubs. 2012.\nreference 11:1 Uhl, F. B., Reins. 2013.\nreference 12:1 A thing of 2010.\nreference 13:1 —: Lost. 2011.\n",
			},
			{
				"It is! [1] So. It is!¹ So. It is?² so. It is.³ so. It is.³ So.",
				"sentence 1:1 It is!\nsentence 1:8 [1] So.\nsentence 1:16 It is!¹\nsentence 1:24 So.\nsentence 1:28 It is?² so.\nsentence 1:40 It is.³ so.\nsentence 1:52 It is.³\nsentence 1:60 So.\n",
			},
			{
				"Text.\n\n\fTop\nText one.\n\nEnd.",
				"sentence 1:1 Text.\nsentence 3:2 Top\nsentence 4:1 Text one.\nsentence 6:1 End.\n",
			},
			{
				"It is so.¹ It is so.² It is so.³ It is so.⁴ It is so.⁵ It is so.⁶ It is so.⁷ It is so.⁸ It is so.⁹ It is so.¹⁰ It is so.²˒³ It is so.⁴⁻⁶ Yes.\n\nReferences\n\n[1] Roe, A. (2019). Felt.",
				"sentence 1:1 It is so.¹\nsentence 1:12 It is so.²\n! mention-unresolved 1:21-1:22 \"²\" is cited, and the list of references has no entry 2; its last is 1\nsentence 1:23 It is so.³\n! mention-unresolved 1:32-1:33 \"³\" is cited, and the list of references has no entry 3; its last is 1\nsentence 1:34 It is so.⁴\n! mention-unresolved 1:43-1:44 \"⁴\" is cited, and the list of references has no entry 4; its last is 1\nsentence 1:45 It is so.⁵\n! mention-unresolved 1:54-1:55 \"⁵\" is cited, and the list of references has no entry 5; its last is 1\nsentence 1:56 It is so.⁶\n! mention-unresolved 1:65-1:66 \"⁶\" is cited, and the list of references has no entry 6; its last is 1\nsentence 1:67 It is so.⁷\n! mention-unresolved 1:76-1:77 \"⁷\" is cited, and the list of references has no entry 7; its last is 1\nsentence 1:78 It is so.⁸\n! mention-unresolved 1:87-1:88 \"⁸\" is cited, and the list of references has no entry 8; its last is 1\nsentence 1:89 It is so.⁹\n! mention-unresolved 1:98-1:99 \"⁹\" is cited, and the list of references has no entry 9; its last is 1\nsentence 1:100 It is so.¹⁰\n! mention-unresolved 1:109-1:111 \"¹⁰\" is cited, and the list of references has no entry 10; its last is 1\nsentence 1:112 It is so.²˒³\n! mention-unresolved 1:121-1:124 \"²˒³\" is cited, and the list of references has no entry 2, 3; its last is 1\nsentence 1:125 It is so.⁴⁻⁶\n! mention-unresolved 1:134-1:137 \"⁴⁻⁶\" is cited, and the list of references has no entry 4, 5, 6; its last is 1\nsentence 1:138 Yes.\nreference 5:5 Roe, A. (2019). Felt.\n",
			},
			{
				"It says [1, 3], [1;3], [1-3], [1–3], [3-1], [0], [1-200], [01], [3], [1].\n\nReferences\n\n[1] Roe, A. (2019). Felt.\n[2] Uhl, F. (2010). Oak.",
				"sentence 1:1 It says [1, 3], [1;3], [1-3], [1–3], [3-1], [0], [1-200], [01], [3], [1].\n! mention-unresolved 1:9-1:15 \"[1, 3]\" is cited, and the list of references has no entry 3; its last is 2\n! mention-unresolved 1:17-1:22 \"[1;3]\" is cited, and the list of references has no entry 3; its last is 2\n! mention-unresolved 1:24-1:29 \"[1-3]\" is cited, and the list of references has no entry 3; its last is 2\n! mention-unresolved 1:31-1:36 \"[1–3]\" is cited, and the list of references has no entry 3; its last is 2\n! mention-unresolved 1:65-1:68 \"[3]\" is cited, and the list of references has no entry 3; its last is 2\nreference 5:5 Roe, A. (2019). Felt.\nreference 6:5 Uhl, F. (2010). Oak.\n",
			},
			{
				"They roll.\n\nFelt rims are quiet on oak floors and they are on stone\nfloors, where they were quiet long before, as Roe and re-\nsearchers said; so they are well-\nknown in Cork.",
				"sentence 1:1 They roll.\nsentence 3:1 Felt rims are quiet on oak floors and they are on stone floors, where they were quiet long before, as Roe and researchers said; so they are well-\nsentence 6:1 known in Cork.\n",
			},
			{
				"Felt rims are quiet on oak floors and they are on stone-\nfloors, where they were quiet long before Roe and the Cork-\nLind society said so of them and of all that are on pages 12-\n15, and of well-known ones too, in a half-open row -\nso it is.",
				"sentence 1:1 Felt rims are quiet on oak floors and they are on stonefloors, where they were quiet long before Roe and the Cork-Lind society said so of them and of all that are on pages 12-15, and of well-known ones too, in a half-open row - so it is.\n",
			},
		},
		document.Markdown: {
			{
				"---\ntitle: 'Felt'\n---\nText.",
				"sentence 4:1 Text.\n",
			},
			{
				"---\ntitle: Felt\n...\nText.",
				"sentence 4:1 Text.\n",
			},
			{
				"--- \ntitle: Felt\n---\nText.",
				"sentence 4:1 Text.\n",
			},
			{
				"---\nText.",
				"sentence 2:1 Text.\n",
			},
			{
				"# References\n\n1. Roe, A. (2019). Felt.\n2. Uhl, F. (2010). Oak.\n\nSee [3].",
				"reference 3:4 Roe, A. (2019). Felt.\nreference 4:4 Uhl, F. (2010). Oak.\nsentence 6:1 See [3].\n! mention-unresolved 6:5-6:8 \"[3]\" is cited, and the list of references has no entry 3; its last is 2\n",
			},
			{
				"See [7].\n\n# References\n\n5. Roe, A. (2019). Felt.\n6. Uhl, F. (2010). Oak.",
				"sentence 1:1 See [7].\n! mention-unresolved 1:5-1:8 \"[7]\" is cited, and the list of references has no entry 7; its last is 6\nreference 5:4 Roe, A. (2019). Felt.\nreference 6:4 Uhl, F. (2010). Oak.\n",
			},
			{
				"# References\n\n[1] Roe, A. (2019). Felt.\n[2] Uhl, F. (2010). Oak.\nmore.\n\n[3] Orr.",
				"reference 3:5 Roe, A. (2019). Felt.\nreference 4:5 Uhl, F. (2010). Oak. more.\nreference 7:5 Orr.\n",
			},
			{
				"[1] Roe, A. (2019). Felt.\n[2] Uhl, F. (2010). Oak.\n\n(1) a\n(2) b",
				"reference 1:5 Roe, A. (2019). Felt.\nreference 2:5 Uhl, F. (2010). Oak.\nsentence 4:1 (1) a (2) b\n",
			},
			{
				"1\\. Roe, A. Felt.\n\n\\[1\\] Roe, A. (2019). Felt.\n\n[1]: not a link\n\n[1]\n\nText.",
				"sentence 1:1 1\\.\nsentence 1:5 Roe, A. Felt.\nsentence 3:1 \\[1\\] Roe, A. (2019).\nsentence 3:23 Felt.\nsentence 5:6 not a link\nsentence 7:1 [1]\nsentence 9:1 Text.\n",
			},
			{
				"# Felt\n\n## References\n\nRoe, A. (2019). *Felt*.\n\n### Books\n\nUhl, F. (2010). **Oak**.\n\n## Then\n\nText *so*.\n\n# References\n\nOrr.",
				"reference 5:1 Roe, A. (2019). Felt.\nreference 9:1 Uhl, F. (2010). Oak.\nsentence 13:1 Text *so*.\nreference 17:1 Orr.\n",
			},
			{
				"**References**\n\nRoe, A. (2019). Felt.\n\n# Then\n\nText.",
				"reference 3:1 Roe, A. (2019). Felt.\nsentence 7:1 Text.\n",
			},
			{
				"*References*\n\nRoe, A. Felt. 2019.\n\n__Literature:__\n\nUhl. Oak.",
				"sentence 1:1 *References*\nsentence 3:1 Roe, A. Felt. 2019.\nreference 7:1 Uhl. Oak.\n",
			},
			{
				"References:\n\n- Roe, A. (2019). Felt.\n\nText.\n\nNot a list:\n\n- a",
				"reference 3:3 Roe, A. (2019). Felt.\nsentence 5:1 Text.\nsentence 7:1 Not a list:\nreference 9:3 a\n",
			},
			{
				"## “Felt rims”\n\n- an item\n\n## 2) \"Oak\"\n\nText. More.\n\n## [Elm](https://a.example)\n\nText.\n\n## «Fir»\n## „Ash“\n\nText.",
				"item 1:4 “Felt rims”, an item\nsentence 5:7 \"Oak\", Text.\nsentence 7:7 More.\nsentence 9:4 [Elm](https://a.example), Text.\nsentence 14:4 „Ash“, Text.\n",
			},
			{
				"- [ ] a\n- [x] b\n- [X] c\n- [] d\n- e\n  - f\n    1. g\n\n  h\n- \n-",
				"item 1:7 a\nitem 2:7 b\nitem 3:3 [X] c\nitem 4:3 [] d\nitem 5:3 e\nitem 6:5 f\nitem 7:8 g\nsentence 9:3 h\n",
			},
			{
				"1. **Felt**\n   - Authors: A. Roe\n   - **Year:** 2019\n   - *Venue:* J. Quiet\n   - DOI: 10.5555/x\n   - arXiv: 2101.00001\n   - ISBN: 978\n   - by: no\n2. **Oak**\n   - Authors: A. Roe\n   - of oak\n3. Elm\n   - Note that: so",
				"item 1:4 **Felt**\nitem 2:6 Authors: A. Roe\nitem 3:6 **Year:** 2019\nitem 4:6 *Venue:* J. Quiet\nitem 5:6 DOI: 10.5555/x\nitem 6:6 arXiv: 2101.00001\nitem 7:6 ISBN: 978\nitem 8:6 by: no\nitem 9:4 **Oak**\nitem 10:6 Authors: A. Roe\nitem 11:6 of oak\nitem 12:4 Elm, so\n",
			},
			{
				"> quote. Two.\n> > deeper\n\n>\n> - item\n\n![image](a.png) and <b>bold</b>.",
				"sentence 1:3 quote.\nsentence 1:10 Two.\nsentence 2:5 deeper\nitem 5:5 item\nsentence 7:1 ![image](a.png) and <b>bold</b>.\n",
			},
			{
				"<p>A &amp; <i>b</i>.</p>\n\n<ul><li>item</ul>\n\n<!-- no -->\n\n<div>\nC.\n\nD.\n</div>",
				"sentence 1:4 A & <i>b</i>.\nitem 3:9 item\nsentence 8:1 C.\nsentence 10:1 D.\n",
			},
			{
				"a | b\n--|--\n**c** | d\n | \n\n| Title | Author |\n|---|---|\n| *Felt* of the carts and of rims | A. Roe |\n| Oak | |",
				"item 3:1 **c** | d\nitem 8:37 A. Roe, \"Felt of the carts and of rims\"\nitem 9:3 Oak\n",
			},
			{
				"```\n@book{a, title={B}}\n\n@misc{b,\n title={C}\n```\n\n~~~\n@Override\n@article (c, title={D})\n~~~\n\n    @misc{d, title={E}}",
				"reference 2:1 @book{a, title={B}}\nreference 10:1 @article (c, title={D})\nreference 13:5 @misc{d, title={E}}\n",
			},
			{
				"Text[^a] and [^b] and [^c].\n\n[^a]: A note.\n[^b]: Roe, A. (2019). Felt.\n\n    More of it.",
				"sentence 1:1 Text[^a] and [^b] and [^c].\n! mention-unresolved 1:23-1:27 \"[^c]\" is cited, and the list of references has no entry ^c\nsentence 3:7 A note.\nreference 4:7 Roe, A. (2019). Felt.\nsentence 6:5 More of it.\n",
			},
			{
				"See [a][X y], [b][], [c], [d][e], ![f][x y].\n\n[x  Y]: https://a.example\n[b]: <https://b.example/> 'B'\n[c]: /c",
				"sentence 1:1 See [a](https://a.example), [b](https://b.example/), [c], [d][e], ![f](https://a.example).\n",
			},
			{
				"Roe\nLind\n\nA line  \nbroken\\\nhere.",
				"sentence 1:1 Roe Lind\nsentence 4:1 A line broken\\ here.\n",
			},
			{
				"As [@a; -@b], [see @c, p. 3] and @d.\n\n# References\n\n[a2019] Roe, A. Felt.\n",
				"sentence 1:1 As [@a; -@b], [see @c, p. 3] and @d.\n! mention-unresolved 1:4-1:13 \"[@a; -@b]\" is cited, and the list of references has no entry a, b\nreference 5:9 Roe, A. Felt.\n",
			},
			{
				"Title\n===\n\nText.\n\nLiterature\n---\n\nRoe, A. (2019). Felt.",
				"sentence 4:1 Text.\nreference 9:1 Roe, A. (2019). Felt.\n",
			},
			{
				"Text.\n\n* * *\n\n- a\n* b\n+ c\n\n1) d\n2) e",
				"sentence 1:1 Text.\nitem 5:3 a\nitem 6:3 b\nitem 7:3 c\nitem 9:4 d\nitem 10:4 e\n",
			},
		},
		document.HTML: {
			{
				"<p>See [5] and [6].</p><h2>References</h2><ol start=4><li>Roe, A. (2019). Felt.<li>Uhl, F. (2010). Oak.</ol>",
				"sentence 1:4 See [5] and [6].\n! mention-unresolved 1:16-1:19 \"[6]\" is cited, and the list of references has no entry 6; its last is 5\nreference 1:59 Roe, A. (2019). Felt.\nreference 1:84 Uhl, F. (2010). Oak.\n",
			},
			{
				"<p>See [1], [2] and [3].</p><h2>References</h2><ol start=0><li>Roe, A. (2019). Felt.<li>Uhl, F. (2010). Oak.</ol>",
				"sentence 1:4 See [1], [2] and [3].\n! mention-unresolved 1:21-1:24 \"[3]\" is cited, and the list of references has no entry 3; its last is 2\nreference 1:64 Roe, A. (2019). Felt.\nreference 1:89 Uhl, F. (2010). Oak.\n",
			},
			{
				"<p>See [1].</p><h2>References</h2><ul><li>Roe, A. (2019). Felt.</ul>",
				"sentence 1:4 See [1].\nreference 1:43 Roe, A. (2019). Felt.\n",
			},
			{
				`<p>a <a>b</a></a> <a href=#x>c</a> <a href="https://a.example"><b>d</b></a> e.</p>`,
				"sentence 1:4 a b c <a href=\"https://a.example\"><b>d</b></a> e.\n",
			},
			{
				"<p>It is <a href='#cite_ref-3'>No. <a>x</a></a>so.</p>",
				"sentence 1:4 It is so.\n",
			},
			{
				`<p class=a class=nav>One.</p><p class=nav class=a>No.</p><p class="a-nav b">No.</p><p class=navy>Two.</p>`,
				"sentence 1:22 One.\nsentence 1:98 Two.\n",
			},
			{
				"<article>A.<article>B.</article>C.</article><p>D.</p></article><main>E.</main>",
				"sentence 1:10 A.\nsentence 1:21 B.\nsentence 1:33 C.\nsentence 1:70 E.\n",
			},
			{
				"<p>A.</p><header>B.</header><article><header>C.</header><footer>D.</footer></article>",
				"sentence 1:46 C.\nsentence 1:65 D.\n",
			},
			{
				"<h2>References<p>Roe, A. (2019). Felt.</p><h3>More</h3><p>Uhl, F. (2010). Oak.</p><h2>Notes</h2><p>So.</p>",
				"reference 1:18 Roe, A. (2019). Felt.\nreference 1:59 Uhl, F. (2010). Oak.\nsentence 1:100 So.\n",
			},
			{
				"<h3>References</h3><p>Roe, A. (2019). Felt.</p><h3>Notes</h3><p>So.</p>",
				"reference 1:23 Roe, A. (2019). Felt.\nsentence 1:65 So.\n",
			},
			{
				"<h3>References</h3><ul><li>Roe, A. (2019). Felt.</ul><p>So it is.</p><ul><li>Uhl, F. (2010). Oak.</ul>",
				"reference 1:28 Roe, A. (2019). Felt.\nsentence 1:57 So it is.\nreference 1:78 Uhl, F. (2010). Oak.\n",
			},
			{
				"<ul class=references><li>Roe, A. (2019). <i>Felt</i>. <ol><li>Uhl, F. (2010). Oak.</ol><li>↑^ Orr, B. (2011). Elm.</ul><p><i>So</i> it is.</p>",
				"reference 1:26 Roe, A. (2019). Felt.\nreference 1:63 Uhl, F. (2010). Oak.\nreference 1:95 Orr, B. (2011). Elm.\nsentence 1:123 <i>So</i> it is.\n",
			},
			{
				"<table><tr><td>a<br>b<p>c</p><div>d</div><td>e</tr><tr><th>Felt<td>2019</tr><td>cell</td></table>",
				"item 1:16 a b c d | e\nitem 1:60 Felt | 2019\nsentence 1:81 cell\n",
			},
			{
				"<p>R&amp;D &lt &copy; &#233 &; & &aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; &",
				"sentence 1:4 R&D &lt © &#233 &; & &aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; &\n",
			},
			{
				"<p>Area m<sup>2</sup>, Roe<sup>*</sup>, Lind<sup>†,‡</sup>, Uhl<sup>1</sup> and a* b.</p>",
				"sentence 1:4 Area m2, Roe, Lind, Uhl1 and a* b.\n",
			},
			{
				"<p>a<!-- no -->b <img alt=no> <input value=no>c<wbr>d<br/>e</p><hr>f",
				"sentence 1:4 ab cd e\nsentence 1:68 f\n",
			},
			{
				"<div hidden>No.<div>No.</div>No.</div><p>Yes.</p><div role=search>No.</div>",
				"sentence 1:42 Yes.\n",
			},
			{
				"<figcaption>A figure.</figcaption><pre>No.</pre><q>Quoted</q> <strong>b</strong>.",
				"sentence 1:13 A figure.\nsentence 1:49 <q>Quoted</q> <strong>b</strong>.\n",
			},
			{
				"<p>a</p>b<p>c<div>d</div>e",
				"sentence 1:4 a\nsentence 1:9 b\nsentence 1:13 c\nsentence 1:19 d\nsentence 1:26 e\n",
			},
			{
				"<li>alone</li><dd>meaning</dd>",
				"item 1:5 alone\nitem 1:19 meaning\n",
			},
			{
				"<dl><dt>Term<dd>Meaning. Of two.<dt>Other</dl>",
				"sentence 1:9 Term\nitem 1:17 Meaning. Of two.\nitem 1:37 Other\n",
			},
			{
				"<p>And <script>No.</script>yes.</p><p>And <style>No.</style>yes.</p><p>And <noscript>No.</noscript>yes.</p><p>And <template>No.</template>yes.</p><p>And <svg>No.</svg>yes.</p><p>And <math>No.</math>yes.</p><p>And <select>No.</select>yes.</p><p>And <button>No.</button>yes.</p><p>And <textarea>No.</textarea>yes.</p><p>And <iframe>No.</iframe>yes.</p><p>And <object>No.</object>yes.</p><p>And <canvas>No.</canvas>yes.</p><p>And <audio>No.</audio>yes.</p><p>And <video>No.</video>yes.</p>",
				"sentence 1:4 And yes.\nsentence 1:39 And yes.\nsentence 1:72 And yes.\nsentence 1:111 And yes.\nsentence 1:150 And yes.\nsentence 1:179 And yes.\nsentence 1:210 And yes.\nsentence 1:245 And yes.\nsentence 1:280 And yes.\nsentence 1:319 And yes.\nsentence 1:354 And yes.\nsentence 1:389 And yes.\nsentence 1:424 And yes.\nsentence 1:457 And yes.\n",
			},
			{
				"<p>A<nav>No.</nav>B.</p><p>A<form>No.</form>B.</p><p>A<pre>No.</pre>B.</p><p>A<aside>No.</aside>B.</p><p>A<dialog>No.</dialog>B.</p>",
				"sentence 1:4 A\nsentence 1:19 B.\nsentence 1:28 A\nsentence 1:45 B.\nsentence 1:54 A\nsentence 1:69 B.\nsentence 1:78 A\nsentence 1:97 B.\nsentence 1:106 A\nsentence 1:127 B.\n",
			},
			{
				"<p>A<abbr>b</abbr>c.</p><p>A<bdi>b</bdi>c.</p><p>A<bdo>b</bdo>c.</p><p>A<code>b</code>c.</p><p>A<data>b</data>c.</p><p>A<dfn>b</dfn>c.</p><p>A<font>b</font>c.</p><p>A<ins>b</ins>c.</p><p>A<kbd>b</kbd>c.</p><p>A<mark>b</mark>c.</p><p>A<s>b</s>c.</p><p>A<samp>b</samp>c.</p><p>A<small>b</small>c.</p><p>A<span>b</span>c.</p><p>A<sub>b</sub>c.</p><p>A<time>b</time>c.</p><p>A<u>b</u>c.</p><p>A<var>b</var>c.</p><p>A<big>b</big>c.</p><p>A<tt>b</tt>c.</p><p>A<label>b</label>c.</p>",
				"sentence 1:4 Abc.\nsentence 1:28 Abc.\nsentence 1:50 Abc.\nsentence 1:72 Abc.\nsentence 1:96 Abc.\nsentence 1:120 Abc.\nsentence 1:142 Abc.\nsentence 1:166 Abc.\nsentence 1:188 Abc.\nsentence 1:210 Abc.\nsentence 1:234 Abc.\nsentence 1:252 Abc.\nsentence 1:276 Abc.\nsentence 1:302 Abc.\nsentence 1:326 Abc.\nsentence 1:348 Abc.\nsentence 1:372 Abc.\nsentence 1:390 Abc.\nsentence 1:412 Abc.\nsentence 1:434 Abc.\nsentence 1:454 Abc.\n",
			},
			{
				"<p>a<br>c.</p><p>a<img>c.</p><p>a<input>c.</p><p>a<wbr>c.</p><p>a<hr>b<p>a<col>b<p>a<embed>b",
				"sentence 1:4 a c.\nsentence 1:18 ac.\nsentence 1:33 ac.\nsentence 1:50 ac.\nsentence 1:65 a\nsentence 1:70 b\nsentence 1:74 a\nsentence 1:80 b\nsentence 1:84 a\nsentence 1:92 b\n",
			},
		},
		document.LaTeX: {
			{
				`A \hskip 1em plus 0.5em minus 0.4em\relax B\vskip -3pt C\kern.1em D\penalty-100 E\hskip\unknown F.`,
				"sentence 1:1 A B C DE F.\n",
			},
			{
				`A \label{x} b\label{y}c \noindent d\noindent e.`,
				"sentence 1:1 A bc d e.\n",
			},
			{
				"% a\nFelt % b\n   is % c\n% d\nquiet.\n\n% e",
				"sentence 2:1 Felt is quiet.\n",
			},
			{
				"Felt\n   \n\t\nOak.\n \r\nElm.",
				"sentence 1:1 Felt\nsentence 4:1 Oak.\nsentence 6:1 Elm.\n",
			},
			{
				`$x. Y$ A. $$a. B$$ C. \[d. E\] F. \(g\) H. $$i`,
				"sentence 1:1 $x.\nsentence 1:5 Y$ A. C. F. g H.\n",
			},
			{
				`{\em Felt} is {\itshape oak}. {\sl A} {\bf b} {c} {\emm d} {\em}.`,
				"sentence 1:1 \\emph{Felt} is oak. \\emph{A} b c d \\emph{}.\n",
			},
			{
				"\\section{References}\n{\\em Felt} is \\emph{oak}. \\textit{A} b.",
				"reference 2:6 Felt is oak. A b.\n",
			},
			{
				"\\section[S]{Literature}\nRoe, A. Felt. 2019.\n\n\\section*{}\nUhl.\n\n\\chapter{Then}\nOrr.",
				"reference 2:1 Roe, A. Felt. 2019.\nsentence 5:1 Uhl.\nsentence 8:1 Orr.\n",
			},
			{
				"\\begin{quote}Felt.\\end{quote}Oak. \\begin{}Elm.\\end{} \\begin{itemize}\\item A \\item[b] B\n\nC\\end{itemize} D.",
				"sentence 1:14 Felt.\nsentence 1:30 Oak.\nsentence 1:43 Elm.\nitem 1:75 A\nitem 1:86 B\nsentence 3:1 C\nsentence 3:16 D.\n",
			},
			{
				`\begin{verbatim*}No.\end{verbatim*}A. \begin{figure}[h]B.\end{figure} \begin{align}No.`,
				"sentence 1:36 A.\nsentence 1:56 B.\n",
			},
			{
				`A. \\ B. \\[1em] C\, d\; e\: f\! g\/ h\-i\ j\\k \, l.`,
				"sentence 1:1 A. B. C d e f g hi j k l.\n",
			},
			{
				"\\'e \\'{e} \\' e \\`a \\^o \\\"u \\~n \\=a \\.z \\'\\i \\v s \\v{s} \\c{c} \\ss x \\ss{} y \\o \\oe. \\AE\\ z.",
				"sentence 1:1 é é é à ô ü ñ ā ż í š š ç ßx ß y øøe.\nsentence 1:84 Æ z.\n",
			},
			{
				`\unknown x. \unknown{y z} \unknown{a}{b} \alpha \beta{} \textbf{c} \mbox{d} \underline{e} \MakeUppercase{f} \uppercase{g} \lowercase{h} \ul{i} \bibnamefont{j} \bibfield{k} \doi{l} \bibfnamefont{m}.`,
				"sentence 1:10 x. y z ab αβ c d e f g h i j k l m.\n",
			},
			{
				`\url{https://a.example/a_b%c} \path{x_y} \nolinkurl{z} \href{https://b.example}{c {d} e} \enquote{f \emph{g}} \emph{} \textsl{h} \url{}.`,
				"sentence 1:6 https://a.example/a_b%c x_y z \\href{https://b.example}{c d e} “f \\emph{g}” \\emph{} \\textsl{h} .\n",
			},
			{
				"\\cite{a} \\citep[see][p. 3]{b} \\citet*{c} \\parencite[4]{d} \\nocite{e} \\autocite{f}.\n\n\\begin{thebibliography}{9}\\bibitem{a} Roe. 2019.\\bibitem[L]{b} Uhl. \\bibitem Orr.\\end{thebibliography}",
				"sentence 1:1 \\cite{a} \\citep[see][p. 3]{b} \\citet*{c} \\parencite[4]{d} \\autocite{f}.\n! mention-unresolved 1:31-1:41 \"\\\\citet*{c}\" is cited, and the list of references has no entry c\n! mention-unresolved 1:42-1:58 \"\\\\parencite[4]{d}\" is cited, and the list of references has no entry d\n! mention-unresolved 1:70-1:82 \"\\\\autocite{f}\" is cited, and the list of references has no entry f\nreference 3:39 Roe. 2019.\nreference 3:64 Uhl.\nreference 3:78 Orr.\n",
			},
			{
				"Text\\footnote{A.} more\\footnote[2]{B \\emph{c}.} end.\\footnote{}\n\nNext.",
				"sentence 1:1 Text more end.\nsentence 1:15 A.\nsentence 1:36 B \\emph{c}.\nsentence 3:1 Next.\n",
			},
			{
				"A---b--c-d ``e'' `f' ---- g ```h.",
				"sentence 1:1 A—b–c-d “e” `f' —- g “‘h.\n",
			},
			{
				`\title{No}\begin{document}Yes.\end{document}No.`,
				"sentence 1:27 Yes.\n",
			},
			{
				`\title{No {a} b} \begin{document}\title{Other}Yes.\maketitle`,
				"sentence 1:47 Yes.\n",
			},
			{
				`\end{document}No. \begin{document}Yes.`,
				"sentence 1:35 Yes.\n",
			},
			{
				`A \[ never ends. B.`,
				"sentence 1:1 A\n",
			},
			{
				`A \label{never ends. B.`,
				"sentence 1:1 A never ends.\nsentence 1:22 B.\n",
			},
			{
				`A \cite{never ends. B.`,
				"sentence 1:1 A \\cite{never ends.\nsentence 1:21 B.\n",
			},
			{
				`A \begin{never ends. B.`,
				"sentence 1:1 A never ends.\nsentence 1:22 B.\n",
			},
			{
				"\\par A.\\par B. \\item C. \\item D.\n\nE.",
				"sentence 1:6 A.\nsentence 1:13 B.\nitem 1:22 C.\nitem 1:31 D.\nsentence 3:1 E.\n",
			},
			{
				`5\% \& \_ \# \$ \{ \} \  \@ \| x.`,
				"sentence 1:1 5% & _ # $ { } @ | x.\n",
			},
			{
				"Roe~et~al. wrote~it. A~~b.",
				"sentence 1:1 Roe et al. wrote it.\nsentence 1:22 A b.\n",
			},
			{
				`\textquoteleft a\textquoteright\ \textellipsis b \ldots c \dots{} d \LaTeX.`,
				"sentence 1:1 ‘a’ …b …c … d LaTeX.\n",
			},
			{
				`\begin{thebibliography}{9}\bibitem{a} {\em Roe}. \emph{Felt}. \textit{x}. {\bf 3}. \href{https://a.example}{y}. \url{https://b.example}.\end{thebibliography}`,
				"reference 1:44 Roe. Felt. x. 3. \\href{https://a.example}{y}. https://b.example.\n",
			},
			{
				`\paragraph{A} B. \subparagraph{C} D. \part{E} F. \subsection{G} H.`,
				"sentence 1:15 B.\nsentence 1:35 D.\nsentence 1:47 F.\nsentence 1:65 H.\n",
			},
			{
				`it\textquoteright s 1\textendash 2 \textbf{c}\textregistered{} \textsc{d} \texttt e \text{f} \textsuperscript{2} \textit{g}\textellipsis.`,
				"sentence 1:1 it’s 1–2 c® d e f 2 \\textit{g}….\n",
			},
			{
				`A. \\*B. \\[1em] C \\ [2] D.`,
				"sentence 1:1 A. B. C [2] D.\n",
			},
		},
		document.BBL: {
			{
				"\\begin{thebibliography}{1}\n\\bibitem{a} A.~Roe. \\newblock Felt.\n\n\\bibitem{b}\n\\end{thebibliography}",
				"reference 2:13 A. Roe. Felt.\n",
			},
		},
	} {
		for _, row := range rows {
			testFacts(t, []documentCase{{row[0], form, row[0], row[1]}})
		}
	}
}

// TestWhereParagraphsOfPagesEnd holds what starts another paragraph of a page, whose text
// has no blank lines.
func TestWhereParagraphsOfPagesEnd(t *testing.T) {
	for _, row := range [][2]string{
		{
			"What is felt?\n1 Introduction\nFelt rims are quiet on oak floors, as Roe has shown in 2019,\nand so on and on it goes until there is no more felt on it.\n• one thing\n• another thing that is long and goes on to the next line of\ntext\n2 Ends\nEnd.\n",
			"doc#page=1 sentence 3:1 Felt rims are quiet on oak floors, as Roe has shown in 2019, and so on and on it goes until there is no more felt on it.\ndoc#page=1 item 5:3 one thing\ndoc#page=1 item 6:3 another thing that is long and goes on to the next line of text\ndoc#page=1 sentence 9:1 End.\n",
		},
		{
			"References\n[1] A. Roe. Felt rims are quiet on oak floors of the rooms.\nSpringer, 2019.\n[2] B. Lind. Oak. 2010.\n3 Appendix\nText of the appendix that is long enough for a line of it.\n",
			"doc#page=1 reference 2:5 A. Roe. Felt rims are quiet on oak floors of the rooms. Springer, 2019.\ndoc#page=1 reference 4:5 B. Lind. Oak. 2010.\ndoc#page=1 sentence 6:1 Text of the appendix that is long enough for a line of it.\n",
		},
		{
			"References\nRoe, A. (2019). Felt rims are quiet on oak floors of rooms,\nas Lind, B. said. Springer.\nUhl, F., and Roe,\nA. (2010). Oak. Springer.\nOrr, B. Elm. J. Quiet, in\nCork, 2011.\nAppendix A. More\nText of the appendix that is long enough for a line of it.\n",
			"doc#page=1 reference 2:1 Roe, A. (2019). Felt rims are quiet on oak floors of rooms, as Lind, B. said. Springer.\ndoc#page=1 reference 4:1 Uhl, F., and Roe, A. (2010). Oak. Springer.\ndoc#page=1 reference 6:1 Orr, B. Elm. J. Quiet, in Cork, 2011.\ndoc#page=1 sentence 9:1 Text of the appendix that is long enough for a line of it.\n",
		},
		{
			"Text of a page that is as long as lines are, and it ends so.\n1. A heading of a Section\n1.2.3 Another Heading\nIV. More of It\nA. Proofs of It\n2019 Was a year\n1 lower\nText of a page that is as long as lines are, and it ends so.\n",
			"doc#page=1 sentence 1:1 Text of a page that is as long as lines are, and it ends so.\ndoc#page=1 sentence 6:1 2019 Was a year 1 lower Text of a page that is as long as lines are, and it ends so.\n",
		},
		{
			"Text of a page that is as long as lines are, and it ends so:\n(a) one\nText of a page that is as long as lines are, and it ends\n(b) two, in the middle of a line that is as long as they are\nshort end\nNot a start.\n",
			"doc#page=1 sentence 1:1 Text of a page that is as long as lines are, and it ends so: (a) one Text of a page that is as long as lines are, and it ends (b) two, in the middle of a line that is as long as they are short end Not a start.\n",
		},
	} {
		if diff := cmp.Diff(row[1], paged([]string{row[0]}, nil)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row[0], diff)
		}
	}
}
