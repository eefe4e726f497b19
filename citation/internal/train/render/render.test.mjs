import assert from "node:assert/strict";
import { test } from "node:test";
import { Inventor, loadWords } from "./invent.mjs";
import { Style } from "./marked.mjs";
import { disturb, ofText } from "./noise.mjs";
import { aside, common, slots } from "./plan.mjs";
import { Random } from "./random.mjs";
import { quoted } from "./records.mjs";
import { labels, Sets } from "./sets.mjs";
import { hasBibliography, inLanguage, isNote, load } from "./styles.mjs";
import { compose } from "./templates.mjs";
import { vary } from "./variants.mjs";

const { styles, locales } = load();
const records = [{ type: "paper-conference", title: "On Rims", author: [{ family: "Roe", given: "Ann" }], "container-title": "Proceedings of the Third Cart Conference, Oslo, Norway", issued: { "date-parts": [[2003]] } }];
const words = await loadWords();
const inventor = new Inventor(words, records);
const languages = ["en", "de", "fr", "es", "pt", "it", "ru", "zh", "ja", "ko"];
const styleOf = (name, language = "en") => new Style(styles[name], inLanguage(locales, styles[name], language), locales, { note: isNote(styles[name]) });
const marked = (segments) => segments.map(({ field, text }) => (field ? `<${field}:${text}>` : text)).join("");

const article = {
  id: "article", type: "article-journal", title: "Are felt rims of use?", author: [{ family: "Doe", given: "Jane Q." }, { family: "Berg", given: "Karl", "non-dropping-particle": "van der" }],
  "container-title": "Journal of Carts", volume: "3", issue: "2", page: "135-142", issued: { "date-parts": [[2019, 5]] }, DOI: "10.1234/felt.3",
};
const chapter = {
  id: "chapter", type: "chapter", title: "In the cart", author: [{ family: "Doe", given: "Jane" }], editor: [{ family: "Roe", given: "Adam" }], "container-title": "All of felt", publisher: "Rim Press", "publisher-place": "Oslo",
  edition: "2", page: "12-34", issued: { "date-parts": [[2019]] },
};

test("values are labelled without the words of the style", () => {
  const cases = [
    ["apa", article, "<authors:Doe, J. Q., & van der Berg, K.> (<year:2019>). <title:Are felt rims of use?> <container:Journal of Carts>, <volume:3>(<number:2>), <pages:135–142>. https://doi.org/<doi:10.1234/felt.3>"],
    ["ieee", chapter, "[<citation-number:1>] <authors:J. Doe>, “<title:In the cart>,” in <container:All of felt>, <edition:2nd> ed., <editors:A. Roe>, Ed., <address:Oslo>: <publisher:Rim Press>, <year:2019>, pp. <pages:12–34>."],
    ["chicago-fullnote-bibliography", chapter, "<authors:Jane Doe>, “<title:In the Cart>,” in <container:All of Felt>, ed. <editors:Adam Roe>, <edition:2nd> ed. (<address:Oslo>: <publisher:Rim Press>, <year:2019>), <pages:12–34>."],
    ["associacao-brasileira-de-normas-tecnicas", article, "<authors:DOE, J. Q.; VAN DER BERG, K.> <title:Are felt rims of use?> <container:Journal of Carts>, v. <volume:3>, n. <number:2>, p. <pages:135–142>, <date:May> <year:2019>."],
    ["vancouver", chapter, "<citation-number:1>. <authors:Doe J.> <title:In the cart>. In: <editors:Roe A>, editor. <container:All of felt>. <edition:2nd> ed. <address:Oslo>: <publisher:Rim Press>; <year:2019>. p. <pages:12–34>."],
  ];
  for (const [name, item, want] of cases) assert.equal(marked(styleOf(name).render(item)), want, name);
});

test("labels are the values of the work in every language", () => {
  for (const language of languages) {
    for (const name of ["gost-r-7-0-5-2008", "elsevier-harvard"]) {
      const style = styleOf(name, language);
      const random = new Random(`${language} ${name}`);
      for (let i = 0; i < 10; i++) {
        const item = { ...inventor.item(random.of(i), language), id: `${name}-${i}` };
        const segments = style.render(item);
        if (!segments) continue;
        const families = (item.author ?? item.editor ?? []).map(({ family, literal }) => family ?? literal);
        const names = segments.find(({ field }) => field === "authors" || field === "editors");
        if (names) assert.ok(names.text.toLowerCase().replace(/’/g, "'").includes(families[0].toLowerCase()), `${names.text} are not ${families}`);
        const year = segments.find(({ field }) => field === "year");
        if (year && /^\d/.test(year.text)) assert.equal(year.text.slice(0, 4), String(item.issued["date-parts"][0][0]));
        assert.ok(segments.every(({ field, text }) => field !== null || !/\d/.test(text)), marked(segments));
      }
    }
  }
});

test("marks change no text", () => {
  let same = 0;
  let other = 0;
  for (const name of Object.keys(styles).filter((_, i) => i % 100 === 0)) {
    const [marked, plain] = [false, true].map((plain) => new Style(styles[name], "en-US", locales, { note: !hasBibliography(styles[name]), plain }));
    for (let i = 0; i < 5; i++) {
      const item = { ...inventor.item(new Random(`${name} ${i}`), "en"), id: `${name}-${i}` };
      if (!marked.render(item)) continue;
      if (marked.marks.strip(marked.text(item)).text === plain.text(item)) same++;
      else other++;
    }
  }
  assert.ok(same > 60, `${same} texts were compared`);
  assert.ok(other <= same / 100, `${other} of ${same + other} texts differ`);
});

test("equal seeds give equal sets", async () => {
  const many = Array.from({ length: 40 }, (_, i) => ({ ...records[0], title: `On Rims, Part ${i}` }));
  const set = () => new Sets(many, words, "seed").train(60, 3);
  const rows = set();
  assert.deepEqual(rows, set());
  assert.ok(rows.length > 30, `${rows.length} rows`);
  const other = new Sets(many, words, "other").train(60, 3);
  assert.notDeepEqual(rows, other);
});

test("labels are bytes", () => {
  assert.deepEqual(labels([{ field: "authors", text: "Müller" }, { field: null, text: " – " }, { field: "title", text: "Filz" }]), [
    { field: "authors", start: 0, end: 7 },
    { field: "title", start: 12, end: 16 },
  ]);
});

test("forms that no style has are labelled", () => {
  for (const language of languages) {
    const random = new Random(`compose ${language}`);
    const composed = Array.from({ length: 40 }, (_, i) => compose(inventor.item(random.of(i), language), random.of(i), language)).filter(Boolean);
    assert.ok(composed.length > 5, language);
    for (const segments of composed) {
      assert.ok(segments.some(({ field }) => field === "title" || field === "container" || field === "note"), marked(segments));
      assert.doesNotMatch(ofText(segments), /undefined|[‹›{}]|<\w+>/);
    }
  }
});

test("languages have forms of their own", () => {
  for (const [language, form] of [["de", /In: (Ders|Dies|ders|dies)/], ["de", /\d\. Jg\./], ["de", /zugl\. /], ["en", /mimeo/], ["en", /Pp\. \d+/], ["en", /2nd ed\. /]]) {
    const random = new Random(`own ${language}`);
    const texts = Array.from({ length: 2000 }, (_, i) => ofText(compose(inventor.item(random.of(i), language), random.of(i), language) ?? []));
    assert.ok(texts.some((text) => form.test(text)), `${language}: ${form}`);
    assert.ok(!texts.some((text) => /\.\.\s/.test(text) && !/\.{3}/.test(text)), `${language}: two full stops`);
  }
});

test("names of any shape have initials", () => {
  for (const given of ["Seung- won", "-", "J.-P.", "", "é", ". .", "A.B."]) {
    const item = { ...article, author: [{ family: "Kim", given }, { family: "Roe", given }] };
    for (let i = 0; i < 60; i++) assert.match(ofText(compose(item, new Random(i), "en") ?? [{ text: "Kim" }]), /kim|felt/i);
  }
});

test("noise keeps the fields of a reference", () => {
  const segments = styleOf("apa").render(article);
  for (let i = 0; i < 500; i++) {
    const disturbed = disturb(segments, new Random(i), "en");
    assert.ok(disturbed.every(({ text }) => text.length > 0));
    const fields = disturbed.map(({ field }) => field);
    if (/^\W*(—|_|-|–|Ders|Id)/.test(ofText(disturbed))) fields.push("authors"); // a dash for those of the work before
    for (const { field } of segments) assert.ok(field === null || fields.includes(field), `${field} is lost in ${ofText(disturbed)}`);
  }
});

test("proceedings are named as lists name them", () => {
  const record = { type: "paper-conference", title: "On Rims", author: [], "container-title": "2020 IEEE Conference on Carts, CART 2020, Oslo, Norway, May 4-8, 2020", issued: { "date-parts": [[2020]] }, DOI: "10.1/A", URL: "https://doi.org/10.1/A" };
  const names = new Set(Array.from({ length: 300 }, (_, i) => quoted(record, new Random(i))["container-title"]));
  for (const name of ["2020 IEEE Conference on Carts", "Proceedings of the 2020 IEEE Conf. on Carts", "CART", "Proc. CART 2020", "Proceedings of CART '20", "2020 IEEE Conference on Carts (CART)"]) assert.ok(names.has(name), `${name} is not in ${[...names]}`);
  assert.ok(![...names].some((name) => /\(IEEE\)|of IEEE/.test(name)));
});

test("variants of styles render", () => {
  const name = "springer-basic-brackets";
  const base = ofText(styleOf(name).render(article));
  const texts = Array.from({ length: 12 }, (_, i) => new Style(vary(styles[name], new Random(i)), "en-US", locales).render(article)).filter(Boolean).map(ofText);
  assert.ok(texts.length > 6);
  assert.ok(texts.some((text) => text !== base));
});

test("styles kept aside are in no slot", () => {
  for (const name of common) assert.ok(styles[name], `there is no style ${name}`);
  const kept = aside(styles, 50);
  assert.equal(new Set(kept).size, 50);
  assert.ok(kept.every((name) => hasBibliography(styles[name])));
  const plan = slots(styles, locales, kept, "1", 1500);
  assert.ok(plan.every(({ style }) => !kept.includes(style)));
  assert.deepEqual(plan, slots(styles, locales, kept, "1", 1500));
  for (const language of languages) assert.ok(plan.some((slot) => slot.language === language), language);
});
