// Invented works: their names, titles, journals, publishers and numbers are drawn from
// the lists of words/, by language and field, and are of the kinds that lie outside
// the records of a .bib of conferences.
import { allLocales } from "@faker-js/faker";
import { Random } from "./random.mjs";

const languages = ["en", "de", "fr", "es", "pt", "it", "ru", "zh", "ja", "ko"];

// parse turns the lists of a language, items with ";" between them, into arrays.
const list = (text) => text.split(";").map((s) => s.trim()).filter(Boolean);
const pairs = (text, mark) => list(text).map((s) => s.split(mark));

function parse(words) {
  const fields = Object.values(words.fields).map(({ subjects, frames, journals, publishers }) => ({
    subjects: pairs(subjects, "|"),
    frames: list(frames),
    journals: pairs(journals, "|"),
    publishers: pairs(publishers, "@"),
  }));
  const lists = ["places", "universities", "theses", "reports", "institutions", "headlines", "series", "proceedings", "journalFrames", "disciplines"];
  return {
    fields,
    ...Object.fromEntries(lists.map((key) => [key, list(words[key])])),
    latin: list(words.latin ?? ""),
    cities: list(words.cities ?? "London; Boston; Vienna; Tokyo; San Francisco; Toronto; Barcelona; Sydney"),
    newspapers: pairs(words.newspapers, "@"),
    sites: pairs(words.sites, "@"),
    editionNote: words.editionNote,
    forthcoming: words.forthcoming,
  };
}

// loadWords returns the lists of each language.
export async function loadWords() {
  const words = {};
  for (const language of languages) words[language] = parse((await import(`./words/${language}.mjs`)).default);
  return words;
}

// Whose names are borne by authors of works in a language, with weights.
const bearers = {
  en: { en: 10, en_GB: 5, en_IN: 2, de: 2, fr: 1, es: 1, it: 1, nl: 1, pl: 1, sv: 1, tr: 1, cs_CZ: 0.5, hu: 0.5, da: 1, nb_NO: 1, fi: 0.5, pt_BR: 0.5, ro: 0.5, vi: 0.5, en_AU: 1 },
  de: { de: 14, de_AT: 3, de_CH: 2, en: 1, pl: 0.5, tr: 0.5 },
  fr: { fr: 12, fr_BE: 2, fr_CH: 1, en: 0.5 },
  es: { es: 8, es_MX: 8, it: 0.5 },
  pt: { pt_BR: 8, pt_PT: 5 },
  it: { it: 12, en: 0.3 },
  ru: { ru: 12, uk: 1 },
  zh: { zh_CN: 12, zh_TW: 1 },
  ja: { ja: 12 },
  ko: { ko: 12 },
};

const particles = { de: ["von", "von der", "zu"], nl: ["van", "van der", "de", "van den", "ter"], fr: ["de", "du", "de La"], es: ["de la", "del", "de"], it: ["di", "de", "della"], pt_BR: ["da", "de", "dos"], pt_PT: ["da", "de"], en: ["de", "van"] };
const twoFamilies = new Set(["es", "es_MX", "pt_BR", "pt_PT"]);
const middleInitial = new Set(["en", "en_GB", "en_AU", "en_IN", "nl", "pl", "de"]);

export class Inventor {
  // records are works of which names and titles may be borrowed, as CSL-JSON.
  constructor(words, records) {
    this.words = words;
    this.records = records;
  }

  // item returns an invented work in a language, drawn by a generator.
  item(random, language) {
    return new Draft(this, random, language).item();
  }

  name(random, language) {
    const origin = random.weighted(bearers[language]);
    const person = { ...allLocales[origin.slice(0, 2)]?.person, ...allLocales[origin].person };
    const sex = random.pick(["female", "male"]);
    const of = (part) => random.pick(part[sex] ?? part.generic ?? part.female ?? part.male);
    const clean = (s) => s.replace(/^(Dr|Prof|Ing|Dott)\.\s*/, "");
    const name = { family: clean(of(person.last_name)), given: clean(of(person.first_name)) };
    if (["zh", "ja", "ko"].includes(language)) return name;
    if (language === "ru" && person.middle_name && random.chance(0.9)) name.given += " " + of(person.middle_name);
    else if (middleInitial.has(origin) && random.chance(0.45)) name.given += ` ${random.pick([..."ABCDEFGHJKLMPRSTW"])}.` + (random.chance(0.1) ? ` ${random.pick([..."ABCDEJLMR"])}.` : "");
    else if (random.chance(0.07)) name.given += (random.chance(0.5) ? "-" : " ") + clean(of(person.first_name));
    if (twoFamilies.has(origin) && random.chance(0.55)) name.family += " " + of(person.last_name);
    else if (random.chance(0.05)) name.family += "-" + clean(of(person.last_name));
    if (particles[origin] && random.chance(0.06)) name["non-dropping-particle"] = random.pick(particles[origin]);
    if (origin.startsWith("en") && random.chance(0.02)) name.suffix = random.pick(["Jr.", "III", "Jr", "Sr."]);
    if (random.chance(0.08)) name.given = name.given.split(/\s+/).map((g) => [...g][0] + ".").join(" ");
    return name;
  }
}

// How many authors works have, by the number.
const crowds = { 1: 30, 2: 26, 3: 17, 4: 10, 5: 6, 6: 4, 7: 3, 8: 2, 10: 1, 14: 0.5 };

const kinds = {
  article: 34, book: 16, chapter: 14, editedBook: 4, thesis: 6, report: 6, conference: 5, webpage: 6, newspaper: 4, magazine: 1.5, preprint: 2,
  dataset: 1.5, standard: 1.2, entry: 1.5, forthcoming: 1.2, patent: 0.6, software: 0.8,
};

const tongue = { en: "en-US", de: "de-DE", fr: "fr-FR", es: "es-ES", pt: "pt-BR", it: "it-IT", ru: "ru-RU", zh: "zh-CN", ja: "ja-JP", ko: "ko-KR" };

// Draft is a work in the making.
class Draft {
  constructor(inventor, random, language) {
    this.inventor = inventor;
    this.random = random;
    this.language = language;
    this.words = inventor.words[language];
    this.field = random.pick(this.words.fields);
  }

  item() {
    const kind = this.random.weighted(kinds);
    this.year = this.aYear();
    const item = { language: tongue[this.language], issued: { "date-parts": [[this.year]] }, ...this[kind]() };
    if (!item.author && kind !== "editedBook" && !this.random.chance(0.02)) item.author = this.names();
    return this.thin(this.online(item));
  }

  // thin leaves out what lists often leave out.
  thin(item) {
    const { random } = this;
    const odds = { issue: 0.15, page: 0.04, volume: 0.02, publisher: 0.04, "publisher-place": 0.18, "container-title": 0.005, editor: 0.15, "collection-title": 0.3, genre: 0.05 };
    for (const [key, p] of Object.entries(odds)) {
      if (item[key] && random.chance(p)) delete item[key];
    }
    if (random.chance(0.012)) delete item.issued;
    return item;
  }

  // online adds identifiers and addresses.
  online(item) {
    const { random } = this;
    if (this.year < 1997 && item.type !== "webpage" && random.chance(0.8)) delete item.URL;
    if (item.URL) item.accessed ??= random.chance(0.8) ? this.visit() : undefined;
    if (!item.DOI && this.year > 1996 && /article|chapter|conference|dataset/.test(item.type) && random.chance(0.35)) item.DOI = this.doi();
    else if (!item.URL && this.year > 1960 && random.chance(0.08)) {
      item.URL = this.address();
      if (random.chance(0.6)) item.accessed = this.visit();
    }
    if (!item.accessed) delete item.accessed;
    return item;
  }

  aYear() {
    const { random } = this;
    return random.chance(0.75) ? random.int(1985, 2024) : random.chance(0.88) ? random.int(1945, 1990) : random.int(1840, 1945);
  }

  // visit is a day on which an address was looked up.
  visit() {
    return this.aDate(Math.min(Math.max(this.year, 1999) + this.random.int(0, 6), 2024));
  }

  aDate(year) {
    return { "date-parts": [[year, this.random.int(1, 12), this.random.int(1, 28)]] };
  }

  names(count = +this.random.weighted(crowds)) {
    const { random } = this;
    if (random.chance(this.language === "en" ? 0.25 : 0.01)) {
      const borrowed = random.pick(this.inventor.records).author;
      if (borrowed?.length) return borrowed.slice(0, 14);
    }
    return Array.from({ length: count }, () => this.inventor.name(random, this.language));
  }

  institution() {
    return this.random.pick(this.words.institutions);
  }

  // fill writes a frame: {a}, {b}, {c} are subjects, {of} and {ofb} what follows "of".
  fill(frame) {
    const { random, words } = this;
    const [a, b, c] = random.shuffle([...this.field.subjects]);
    const big = (s) => s.charAt(0).toUpperCase() + s.slice(1);
    const person = this.inventor.name(random, this.language);
    const start = random.int(1600, 2010);
    const values = {
      a: a[0], b: b[0], c: c[0], A: big(a[0]), B: big(b[0]), of: a[1] ?? a[0], ofb: b[1] ?? b[0], to: (a[1] ?? a[0]).replace(/^d/, "à").replace(/^ào/, "ao"),
      where: random.pick(words.places), when: random.pick([`${start}–${start + random.int(2, 90)}`, `${start}-${start + random.int(2, 60)}`, `${start}`]),
      n: String(random.pick([3, 5, 7, 12, 20, 36, 100, 245, 1200])), nth: this.ordinal(random.int(2, 40)), year: String(this.year), yy: String(this.year).slice(2),
      P: random.chance(0.5) ? `${person.given} ${person.family}` : person.family, Q: big(random.pick(this.field.subjects)[0]),
      T: this.discipline(), U: this.discipline(), L: random.pick(words.latin.length ? words.latin : ["Nova"]), city: random.pick(words.cities),
      ACR: random.pick(["ICSE", "CHI", "EDM", "SIG-X", "NWE", "CSCW", "ECIR", "LREC"]),
    };
    return frame.replace(/\{(\w+)\}/g, (_, key) => values[key]).replace(/\b([ad]) el /g, "$1el ").replace(/\bael /g, "al ");
  }

  ordinal(n) {
    const end = n % 10 === 1 && n !== 11 ? "st" : n % 10 === 2 && n !== 12 ? "nd" : n % 10 === 3 && n !== 13 ? "rd" : "th";
    const spelt = ["Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"];
    return n < 11 && this.random.chance(0.4) ? spelt[n - 2] : `${n}${end}`;
  }

  discipline() {
    return this.random.pick(this.words.disciplines);
  }

  // title is invented, or for English borrowed in part.
  title() {
    const { random } = this;
    if (this.language === "en" && random.chance(0.3)) return random.pick(this.inventor.records).title;
    let title = this.fill(random.pick(this.field.frames));
    if (random.chance(this.language === "en" ? 0.12 : 0.25) && !/[:.?]/.test(title) && !/zh|ja|ko/.test(this.language)) title += (this.language === "fr" ? " : " : random.pick([": ", ". ", " – "])) + this.fill(random.pick(this.field.frames));
    return title;
  }

  journal() {
    const { random } = this;
    if (random.chance(0.55)) {
      const [full, short] = random.pick(this.field.journals);
      return { full, short };
    }
    const full = this.fill(random.pick(this.words.journalFrames));
    return { full, short: abbreviate(full) };
  }

  publisher(place = true) {
    const { random } = this;
    const [publisher, city] = random.pick(this.field.publishers);
    return place ? { publisher, "publisher-place": city } : { publisher };
  }

  doi() {
    const { random } = this;
    const prefix = random.pick(["1016", "1007", "1080", "1177", "1038", "1103", "1111", "1093", "1145", "1021", "3390", "1371", "1002", "5194", "17645", "1590", "1515"]);
    const n = () => random.int(1000, 9999);
    const suffix = random.pick([
      () => `j.${random.pick(["jmb", "socsci", "cell", "jeconom", "ejor"])}.${this.year}.${random.pick(["0", "1"])}${random.int(1, 9)}.0${random.int(10, 99)}`,
      () => `s${n()}${random.int(0, 9)}-0${random.int(10, 24)}-${random.int(0, 9)}${n()}-${random.pick([..."0123456789xy"])}`,
      () => `0${n()}${n()}.${this.year}.${random.int(1000000, 1999999)}`,
      () => `PhysRevB.${random.int(20, 105)}.${random.int(100000, 250000)}`,
      () => `ja${n()}${n()}`, () => `978-3-${random.int(10, 99)}-${n()}${n()}-${random.int(0, 9)}_${random.int(1, 40)}`,
      () => `journal.pone.00${n()}${random.int(0, 9)}`, () => `${n()}${n()}.${random.int(1, 12)}`, () => `(SICI)1097-0258(19${random.int(90, 99)}${n()})17:${random.int(1, 9)}<${random.int(100, 900)}::AID-SIM${random.int(100, 999)}>3.0.CO;2-${random.pick([..."ABCDEFXY0123"])}`,
    ])();
    return `10.${prefix}/${suffix}`;
  }

  address(host) {
    const { random } = this;
    host ??= random.pick(["www.researchgate.net", "hdl.handle.net", "www.jstor.org/stable", "www.example.org", "ec.europa.eu", "papers.ssrn.com", "www.who.int", "archive.org/details", "books.google.com", "openaccess.city.ac.uk", "eprints.lse.ac.uk"]);
    const slug = () => Array.from({ length: random.int(2, 6) }, () => random.pick(slugs)).join(random.pick(["-", "_", "/"]));
    const path = random.pick([slug, () => `${this.year}/${String(random.int(1, 12)).padStart(2, "0")}/${slug()}`, () => `id/${random.int(10000, 999999)}`, () => `${slug()}.html`, () => `docs/${slug()}.pdf`, () => `index.php?id=${random.int(10, 9999)}&lang=${this.language}`])();
    return `${random.pick(["https://", "https://www.", "http://www.", "http://"])}${host}/${path}`.replace("www.www.", "www.");
  }

  // pages are those of an article, or of a part of a book of no more than most pages.
  pages(most = 3000) {
    const { random } = this;
    const first = random.chance(0.3) ? random.int(1, 99) : random.int(100, most);
    const last = first + random.int(1, random.chance(0.8) ? 25 : 60);
    return most < 1000 || random.weighted({ range: 84, single: 5, electronic: 7, supplement: 2, roman: 1 }) === "range" ? `${first}-${last}`
      : random.pick([`${first}`, `e${random.int(1000, 99999)}`, `${random.int(100000, 250000)}`, `S${first}-S${last}`, `${first}`, "ix-xxi", `e${first}-e${last}`, `A${random.int(1, 90)}`, `L${random.int(1, 90)}-L${random.int(91, 99)}`, `1-${random.int(8, 40)}`, `0${random.int(10000, 99999)}`]);
  }

  article() {
    const { random } = this;
    const { full, short } = this.journal();
    const item = { type: "article-journal", title: this.title(), "container-title": full, page: this.pages() };
    if (short && random.chance(0.3)) item["container-title"] = random.chance(0.5) ? short : short.replace(/\./g, "");
    else if (short) item["container-title-short"] = short;
    if (random.chance(0.96)) item.volume = String(random.chance(0.9) ? random.int(1, 140) : random.chance(0.8) ? random.int(140, 900) : this.year);
    if (random.chance(0.7)) item.issue = random.chance(0.92) ? String(random.int(1, 12)) : random.pick(["1-2", "3/4", "Suppl. 1", "S2", "4, Pt 1", "52", "2–3"]);
    if (random.chance(0.25)) item.issued = { "date-parts": [[this.year, random.int(1, 12), ...(random.chance(0.3) ? [random.int(1, 28)] : [])]] };
    return item;
  }

  book() {
    const { random, words } = this;
    const item = { type: "book", title: this.title(), ...this.publisher(), author: this.names(+random.weighted({ 1: 60, 2: 25, 3: 10, 4: 5 })) };
    if (random.chance(0.22)) item.edition = random.pick(words.editionNote);
    if (random.chance(0.12)) item["collection-title"] = random.pick(words.series), random.chance(0.6) && (item["collection-number"] = String(random.int(1, 300)));
    if (random.chance(0.08)) item.volume = String(random.int(1, 4));
    if (random.chance(0.08)) item.translator = this.names(1);
    if (random.chance(0.12)) item.ISBN = random.pick([`978-${random.int(0, 9)}-${random.int(100, 999)}-${random.int(10000, 99999)}-${random.int(0, 9)}`, `978${random.int(1000000000, 9999999999)}`, `${random.int(0, 9)}-${random.int(100, 999)}-${random.int(10000, 99999)}-X`]);
    if (random.chance(0.05)) item["original-date"] = { "date-parts": [[this.year - random.int(5, 120)]] };
    if (random.chance(0.1)) item["number-of-pages"] = String(random.int(90, 700));
    return item;
  }

  editedBook() {
    const { author, translator, ...book } = this.book();
    return { ...book, editor: this.names(+this.random.weighted({ 1: 30, 2: 45, 3: 20, 4: 5 })) };
  }

  chapter() {
    const { random } = this;
    const { author, title, translator, ...book } = this.book();
    return { ...book, type: "chapter", title: this.title(), "container-title": title, page: this.pages(700), editor: this.names(+random.weighted({ 1: 40, 2: 40, 3: 15, 5: 5 })), author: this.names(+random.weighted({ 1: 50, 2: 30, 3: 15, 5: 5 })) };
  }

  entry() {
    return { ...this.chapter(), type: this.random.pick(["entry-encyclopedia", "entry-dictionary"]), author: this.names(1) };
  }

  conference() {
    const { random, words } = this;
    const item = { type: "paper-conference", title: this.title(), "container-title": this.fill(random.pick(words.proceedings)), page: this.pages(1400) };
    if (random.chance(0.5)) Object.assign(item, this.publisher());
    if (random.chance(0.2)) item.editor = this.names(2);
    if (random.chance(0.25)) item["event-place"] = random.pick(words.cities);
    if (random.chance(0.15)) item["collection-title"] = random.pick(words.series), item.volume = String(random.int(2, 9000));
    return item;
  }

  thesis() {
    const { random, words } = this;
    const school = random.pick(words.universities);
    const item = { type: "thesis", title: this.title(), genre: random.pick(words.theses), publisher: school, author: this.names(1) };
    if (random.chance(0.35)) item["publisher-place"] = random.pick(words.cities);
    return item;
  }

  report() {
    const { random, words } = this;
    const item = { type: "report", title: this.title(), publisher: this.institution(), genre: random.pick(words.reports) };
    if (random.chance(0.6)) item.number = random.pick([`${random.int(1, 900)}`, `${this.year}-${random.int(1, 40)}`, `${random.int(10000, 30000)}`, `${this.year}/${random.int(1, 30)}`, `TR-${random.int(10, 99)}-${random.int(1, 99)}`]);
    if (random.chance(0.4)) item["publisher-place"] = random.pick([...words.cities, this.publisher()["publisher-place"]]);
    if (random.chance(0.4)) item.author = [{ literal: random.chance(0.8) ? item.publisher : this.institution() }];
    if (random.chance(0.3)) item.URL = this.address();
    return item;
  }

  webpage() {
    const { random, words } = this;
    const [site, host] = random.pick(words.sites);
    const item = { type: "webpage", title: this.fill(random.pick([...this.field.frames, ...words.headlines])), "container-title": site, URL: this.address(host) };
    if (random.chance(0.5)) item.issued = this.aDate(this.year = random.int(2000, 2024));
    else item.issued = { "date-parts": [[(this.year = random.int(1999, 2024))]] };
    item.author = random.chance(0.35) ? [{ literal: random.chance(0.5) ? site : this.institution() }] : this.names(+random.weighted({ 1: 80, 2: 20 }));
    item.accessed = random.chance(0.85) ? this.visit() : undefined;
    return item;
  }

  newspaper() {
    const { random, words } = this;
    const [paper, host] = random.pick(words.newspapers);
    this.year = random.int(1960, 2024);
    const item = { type: "article-newspaper", title: this.fill(random.pick(words.headlines)), "container-title": paper, issued: this.aDate(this.year), author: this.names(+random.weighted({ 1: 85, 2: 15 })) };
    if (this.year > 1998 && random.chance(0.6)) item.URL = this.address(host);
    else if (random.chance(0.6)) item.page = random.pick([String(random.int(1, 40)), `A${random.int(1, 30)}`, `${random.int(1, 9)}-${random.int(10, 14)}`]);
    return item;
  }

  magazine() {
    return { ...this.newspaper(), type: "article-magazine", issue: String(this.random.int(1, 52)), page: this.pages(120) };
  }

  preprint() {
    const { random } = this;
    const id = `${String(random.int(8, 24)).padStart(2, "0")}${String(random.int(1, 12)).padStart(2, "0")}.${String(random.int(1, 19999)).padStart(5, "0")}`;
    this.year = 2000 + +id.slice(0, 2);
    const issued = { "date-parts": [[this.year]] };
    const title = random.pick(this.inventor.records).title;
    return random.pick([
      () => ({ type: "article-journal", title, "container-title": "arXiv preprint arXiv:" + id, issued, arxiv: id }),
      () => ({ type: "article", title, publisher: "arXiv", number: `arXiv:${id}`, issued, arxiv: id, ...(random.chance(0.5) ? { URL: `https://arxiv.org/abs/${id}` } : {}) }),
      () => ({ type: "article-journal", title, "container-title": random.pick(["bioRxiv", "medRxiv", "SSRN Electronic Journal", "PsyArXiv", "ChemRxiv"]), issued, DOI: `10.1101/${this.year}.0${random.int(1, 9)}.${random.int(10, 28)}.${random.int(100000, 999999)}` }),
    ])();
  }

  dataset() {
    const { random } = this;
    const item = { type: "dataset", title: this.fill(random.pick(this.field.frames)) + random.pick([" (dataset)", ": replication data", "", " 2.0", ""]), publisher: random.pick(["Zenodo", "GESIS Datenarchiv", "GESIS Data Archive, Cologne", "Harvard Dataverse", "Dryad", "ICPSR", "UK Data Service", "PANGAEA", "figshare", "Mendeley Data"]) };
    if (random.chance(0.5)) item.version = random.pick(["1.0.0", "2.1", "Version 3", "V1"]);
    if (random.chance(0.5)) item.URL = this.address();
    return item;
  }

  standard() {
    const { random } = this;
    const number = random.pick([`ISO ${random.int(100, 30000)}:${this.year}`, `DIN EN ${random.int(100, 20000)}`, `ASTM D${random.int(100, 9000)}-${String(this.year).slice(2)}`, `IEEE Std ${random.int(100, 1900)}-${this.year}`, `ГОСТ Р ${random.int(1000, 60000)}–${this.year}`, `GB/T ${random.int(1000, 40000)}-${this.year}`, `NF EN ${random.int(100, 9999)}`, `RFC ${random.int(100, 9000)}`]);
    const publisher = random.pick(["International Organization for Standardization", "Beuth", "ASTM International", "IEEE", "Стандартинформ", "中国标准出版社", "AFNOR", "IETF"]);
    return { type: "report", title: `${number}: ${this.fill(random.pick(this.field.frames))}`, publisher, "publisher-place": random.pick(["Geneva", "Berlin", "West Conshohocken, PA", "Paris", "М.", "北京"]), author: random.chance(0.5) ? [{ literal: publisher }] : undefined };
  }

  forthcoming() {
    const { issued, volume, issue, page, ...article } = this.article();
    const status = this.random.pick(this.words.forthcoming.length ? this.words.forthcoming : ["in press"]);
    return { ...article, issued: { literal: status }, status };
  }

  patent() {
    const { random } = this;
    return { type: "patent", title: this.title(), number: random.pick([`US ${random.int(3, 11)},${random.int(100, 999)},${random.int(100, 999)}`, `EP ${random.int(1000000, 3999999)} B1`, `DE ${random.int(10, 99)} ${random.int(10, 99)} ${random.int(100, 999)} A1`, `WO ${this.year}/${random.int(10000, 99999)}`]), issued: this.aDate(this.year) };
  }

  software() {
    const { random } = this;
    const name = random.pick(["lavaan", "ggplot2", "SciKit", "ImageJ", "Stata Statistical Software", "mice", "R: A language and environment for statistical computing", "SHELXL", "Gephi"]);
    return { type: "software", title: name, version: `${random.int(0, 20)}.${random.int(0, 12)}.${random.int(0, 9)}`, publisher: random.pick(["R Foundation for Statistical Computing", "StataCorp", "CRAN", "SAS Institute Inc.", "National Institutes of Health"]), "publisher-place": random.pick(["Vienna, Austria", "College Station, TX", "Cary, NC", "Bethesda, MD"]), URL: this.address("cran.r-project.org") };
  }
}

const slugs = "report news policy archive data item view article history survey health publication paper guide annual stats index item4 education climate index-en press release europe research vol2 final".split(" ");

// abbreviations of the commonest words in names of journals, after ISO 4's list of
// title word abbreviations (LTWA).
const abbreviations = {
  Journal: "J.", International: "Int.", Review: "Rev.", Annals: "Ann.", Research: "Res.", Advances: "Adv.", Annual: "Annu.", European: "Eur.", Letters: "Lett.", Archives: "Arch.", Quarterly: "Q.",
  Studies: "Stud.", Transactions: "Trans.", Bulletin: "Bull.", American: "Am.", Canadian: "Can.", Australian: "Aust.", Progress: "Prog.", Opinion: "Opin.", Current: "Curr.", Applied: "Appl.", Proceedings: "Proc.",
  Society: "Soc.", Sociology: "Sociol.", Economics: "Econ.", Linguistics: "Linguist.", Geology: "Geol.", Nursing: "Nurs.", Oncology: "Oncol.", Education: "Educ.", Psychology: "Psychol.", Ecology: "Ecol.", Cardiology: "Cardiol.",
  Philosophy: "Philos.", Statistics: "Stat.", Hydrology: "Hydrol.", Materials: "Mater.", Public: "Public", Health: "Health", Political: "Polit.", Science: "Sci.", Pharmacology: "Pharmacol.", Optics: "Opt.", Botany: "Bot.", Archaeology: "Archaeol.",
  Mechanics: "Mech.", Mathematics: "Math.", Dermatology: "Dermatol.", Epidemiology: "Epidemiol.", Neuroscience: "Neurosci.", Anthropology: "Anthropol.", Surgery: "Surg.", Theology: "Theol.", Geography: "Geogr.", Virology: "Virol.", Zoology: "Zool.", Toxicology: "Toxicol.",
  Zeitschrift: "Z.", Archiv: "Arch.", Jahrbuch: "Jahrb.", Mitteilungen: "Mitt.", Revue: "Rev.", Annales: "Ann.", Bulletino: "Boll.", Revista: "Rev.", Anales: "An.", Estudios: "Estud.", Boletín: "Bol.", Cuadernos: "Cuad.", Cadernos: "Cad.", Arquivos: "Arq.", Rivista: "Riv.",
  Giornale: "G.", Archivio: "Arch.", Annali: "Ann.", française: "fr.", Brasileira: "Bras.", Española: "Esp.", italiana: "ital.", Scandinavian: "Scand.", Nordic: "Nord.", Management: "Manage.", Information: "Inf.", Systems: "Syst.", Machine: "Mach.", Learning: "Learn.", Royal: "R.",
  Psicología: "Psicol.", Educação: "Educ.", Sociología: "Sociol.", sociologie: "sociol.", psychologie: "psychol.", Soziologie: "Soziol.", Pädagogik: "Pädagog.", Вестник: "Вестн.", университета: "ун-та", Журнал: "Журн.", Известия: "Изв.",
};
const articles = /^(of|the|and|for|in|de|des|du|la|le|für|der|die|und|di|della|da|do|e|y|et|The|&)$/;

function abbreviate(name) {
  const words = name.split(" ").filter((w) => !articles.test(w));
  const short = words.map((w) => abbreviations[w] ?? w).join(" ");
  return short !== name && /\./.test(short) ? short : undefined;
}
