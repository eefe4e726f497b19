// Which styles are rendered in which languages, and which are kept aside.
import { Random } from "./random.mjs";
import { hasBibliography, inLanguage, isNote, localeOf } from "./styles.mjs";

// The styles that most lists follow. All of them are in the training data, in several
// languages, and count for more than others.
export const common = `apa apa-6th-edition apa-no-ampersand modern-language-association modern-language-association-7th-edition chicago-author-date chicago-fullnote-bibliography
chicago-note-bibliography chicago-author-date-16th-edition turabian-author-date turabian-fullnote-bibliography-8th-edition vancouver vancouver-brackets vancouver-superscript nature science
science-without-titles cell american-chemical-society american-institute-of-physics american-physics-society american-physics-society-without-titles ieee ieee-with-url
association-for-computing-machinery acm-sig-proceedings springer-basic-author-date springer-basic-brackets springer-lecture-notes-in-computer-science springer-vancouver springer-vancouver-brackets
springer-mathphys-brackets springer-physics-brackets springer-socpsych-author-date springer-humanities-author-date elsevier-harvard elsevier-harvard2 elsevier-with-titles elsevier-without-titles elsevier-vancouver
multidisciplinary-digital-publishing-institute harvard-cite-them-right harvard-anglia-ruskin-university harvard-kings-college-london harvard-imperial-college-london harvard-deakin-university
gost-r-7-0-5-2008 gost-r-7-0-5-2008-numeric gost-r-7-0-5-2008-numeric-alphabetical china-national-standard-gb-t-7714-2015-author-date china-national-standard-gb-t-7714-2015-numeric chinese-gb7714-2005-numeric
associacao-brasileira-de-normas-tecnicas instituto-brasileiro-de-informacao-em-ciencia-e-tecnologia-abnt din-1505-2 din-1505-2-numeric iso690-author-date-en iso690-numeric-en iso690-author-date-de iso690-author-date-fr iso690-author-date-es
american-medical-association american-medical-association-brackets american-sociological-association american-political-science-association american-anthropological-association bluebook-law-review oscola
deutsche-gesellschaft-fur-psychologie zeitschrift-fur-soziologie kolner-zeitschrift-fur-soziologie-und-sozialpsychologie soziale-welt soziologie springer-vs-author-date leviathan politische-vierteljahresschrift
zeitschrift-fur-padagogik chicago-author-date-de chicago-author-date-fr chicago-fullnote-bibliography-fr sage-vancouver sage-harvard taylor-and-francis-chicago-author-date taylor-and-francis-national-library-of-medicine
unified-style-sheet-for-linguistics royal-society-of-chemistry american-geophysical-union american-meteorological-society council-of-science-editors council-of-science-editors-author-date plos bmj the-lancet
biomed-central frontiers pnas angewandte-chemie institute-of-physics-numeric sist02 acta-physica-sinica einaudi universita-di-bologna-lettere`.split(/\s+/);

// The languages and how many works of each are wanted.
export const languages = { en: 100, de: 30, fr: 13, es: 12, pt: 10, it: 8, ru: 12, zh: 10, ja: 7, ko: 6 };

// Styles that do not make lists of references: .bib files, and lists with abstracts.
const noLists = /^bibtex$|annotated|abstract$|-cv$|library-list/;

const languageOf = (style) => (localeOf(style).slice(0, 2) in languages ? localeOf(style).slice(0, 2) : "en");

// aside returns the names of styles that are kept for a test set: none of the common
// ones, by their names or by what isCommon says, and each of a family, by the first two
// words of its name, that has none.
export function aside(styles, count, isCommon = () => false) {
  const family = (name) => name.split("-").slice(0, 2).join("-");
  const families = new Set(common.map(family));
  const names = Object.keys(styles).filter((name) => hasBibliography(styles[name]) && !families.has(family(name)) && !noLists.test(name));
  const kept = [];
  for (const name of new Random("aside").shuffle(names)) {
    if (kept.length === count) break;
    if (families.has(family(name)) || !/^(en|de|fr|es|pt|it|ru|zh|ja|$)/.test(localeOf(styles[name])) || isCommon(name)) continue;
    families.add(family(name));
    kept.push(name);
  }
  return kept.sort();
}

// slots returns what to render: a style, in a locale, as a note or not, varied or not,
// for works of a language; so many. Common styles come first, in several languages.
export function slots(styles, locales, kept, seed, count) {
  const random = new Random(seed).of("slots");
  const slot = (name, language, extra = {}) => ({
    style: name, language, locale: inLanguage(locales, styles[name], random.chance(0.8) ? language : languageOf(styles[name])),
    note: !hasBibliography(styles[name]) || (isNote(styles[name]) && random.chance(0.5)), varied: false, weight: 1, ...extra,
  });
  const list = [];
  for (const name of common.filter((name) => styles[name] && !kept.includes(name))) {
    const own = languageOf(styles[name]);
    list.push(slot(name, own, { weight: own === "en" ? 4 : 3 }), slot(name, own, { weight: 2, varied: true }));
    for (let i = 0; i < 3; i++) list.push(slot(name, random.weighted({ ...languages, en: 0 })));
  }
  const others = random.shuffle(Object.keys(styles).filter((name) => !common.includes(name) && !kept.includes(name) && !noLists.test(name)));
  others.sort((a, b) => (languageOf(styles[a]) === "en") - (languageOf(styles[b]) === "en")); // the fewer other languages first
  const foreign = others.filter((name) => languageOf(styles[name]) !== "en");
  const english = others.filter((name) => languageOf(styles[name]) === "en");
  for (const name of [...foreign, ...english].slice(0, Math.max(0, count - list.length))) {
    const own = languageOf(styles[name]);
    const language = own !== "en" ? (random.chance(0.8) ? own : "en") : random.weighted(languages);
    list.push(slot(name, language, { varied: random.chance(0.25) }));
  }
  return list.slice(0, count);
}
