// Rendering with marks: citeproc wraps what comes from each variable of an item in
// two characters of the private use area, after its rules for case and punctuation ran.
import { createRequire } from "node:module";
import { unfold } from "./styles.mjs";

const CSL = createRequire(import.meta.url)("citeproc");

// The first mark; variable number n of an item opens with open+n.
const open = 0xe000;
const close = "\uf8ff";

// fields says what a variable of CSL is called in training data.
const fields = {
  author: "authors", editor: "editors", "collection-editor": "editors", "editorial-director": "editors", "editor-translator": "editors",
  translator: "translators", title: "title", "title-short": "title", "container-title": "container", "container-title-short": "container",
  journalAbbreviation: "container", "collection-title": "series", "collection-number": "series", publisher: "publisher",
  "publisher-place": "address", "event-place": "address", event: "event", "event-title": "event", edition: "edition", volume: "volume",
  issue: "number", page: "pages", "page-first": "pages", "number-of-pages": "extent", issued: "date", accessed: "accessed", DOI: "doi", URL: "url",
  ISBN: "isbn", genre: "note", number: "note", medium: "medium", "citation-number": "citation-number", "citation-label": "citation-number",
};

// Marks replaces variables by characters and back.
export class Marks {
  constructor() {
    this.variables = [];
  }

  // wrap is the variableWrapper of citeproc.
  wrap = (params, before, text, after) => {
    const variable = params.variableNames[0];
    let n = this.variables.indexOf(variable);
    if (n < 0) n = this.variables.push(variable) - 1;
    return before + String.fromCharCode(open + n) + text + close + after;
  };

  // strip returns the text without marks, and of each of its characters the variable.
  strip(marked) {
    const stack = [];
    const owners = [];
    let text = "";
    for (const c of marked) {
      const n = c.codePointAt(0) - open;
      if (c === close) stack.pop();
      else if (n >= 0 && n < this.variables.length) stack.push(this.variables[n]);
      else {
        text += c;
        for (let i = 0; i < c.length; i++) owners.push(stack.at(-1) ?? null);
      }
    }
    return { text, owners };
  }
}

CSL.Output.Formats.marked = {
  ...CSL.Output.Formats.text,
  "@showid/true": CSL.Output.Formats.html["@showid/true"],
};

// Style renders items in one style and locale.
export class Style {
  // style is the folded tree of a style; note asks for the form of a footnote, and
  // plain for a style whose texts have no marks.
  constructor(style, locale, locales, { note = false, plain = false } = {}) {
    this.marks = new Marks();
    this.note = note;
    this.item = null;
    const sys = {
      retrieveLocale: (lang) => locales[lang] ?? locales[Object.keys(locales).sort().find((l) => l.startsWith(lang.slice(0, 2)))] ?? locales["en-US"],
      retrieveItem: () => this.item,
      ...(plain ? {} : { variableWrapper: this.marks.wrap }),
    };
    this.engine = new CSL.Engine(sys, unfold(style), locale, true);
    this.engine.setOutputFormat("marked");
  }

  // text returns what the style makes of an item, with marks.
  text(item) {
    this.item = item;
    this.engine.updateItems([item.id]);
    const text = this.note
      ? this.engine.previewCitationCluster({ citationItems: [{ id: item.id }], properties: { noteIndex: 0 } }, [], [], this.engine.opt.mode)
      : this.engine.makeBibliography()[1][0];
    return text.replace(/\s+/g, " ").trim();
  }

  // render returns the segments of an item, [{field, text}], field null for what
  // comes from the style; null if the style has no form for the item or leaves a value
  // of it without marks.
  render(item) {
    let marked;
    try {
      marked = this.text(item);
    } catch {
      return null; // a style that citeproc cannot run on such an item
    }
    if (!marked || /\[CSL STYLE ERROR|no printed form|undefined/.test(marked)) return null;
    const { text, owners } = this.marks.strip(marked);
    return label(text, owners, item, this.engine);
  }
}

// label cuts a text where its owners change, and each run to what is the value.
function label(text, owners, item, engine) {
  const segments = [];
  for (let i = 0; i < text.length; ) {
    let j = i + 1;
    while (j < text.length && owners[j] === owners[i]) j++;
    segments.push(...value(text.slice(i, j), owners[i], item, engine));
    i = j;
  }
  const joined = join(attach(unmarkedNames(join(segments), item, engine)));
  return whole(joined, item) ? joined : null;
}

// unmarkedNames labels names that citeproc leaves without marks, as where a style puts
// others in their place when they are missing.
function unmarkedNames(segments, item, engine) {
  for (const [variable, field] of [["author", "authors"], ["editor", "editors"]]) {
    const first = item[variable]?.[0];
    if (!first || segments.some((s) => s.field === field)) continue;
    const family = folded(first.family ?? first.literal);
    const at = segments.findIndex((s) => s.field === null && folded(s.text).includes(family));
    if (at >= 0) segments = segments.toSpliced(at, 1, ...names(segments[at].text, variable, item, engine));
  }
  return segments;
}

// attach gives a value the mark after it that is its own: the full stop of an
// initial, the question mark of a title.
function attach(segments) {
  for (const [i, { field, text }] of segments.entries()) {
    const next = segments.slice(i + 1).find((s) => s.text);
    if (!field || !next || next.field) continue;
    const own = /^(authors|editors|translators)$/.test(field) ? /(?<!\p{L})(\p{Lu}|al|др|a)$/u.test(text) && /^\./ : field === "title" ? /^[?!]/ : field === "container" && abbreviated(text) ? /^\./ : null;
    const mark = own && own.exec(next.text);
    if (mark) (segments[i].text += mark[0]), (next.text = next.text.slice(mark[0].length));
  }
  return segments;
}

// Fields that a reference states once.
const once = ["authors", "title", "container", "publisher", "institution", "volume", "number", "pages", "doi", "edition"];

// whole reports whether all values of a rendering are labelled: no figure and no name
// is left without a label, nothing is stated twice, and the style left no holes.
function whole(segments, item) {
  const rest = segments.filter(({ field }) => !field).map(({ text }) => text);
  const families = [...nameVariables].flatMap((v) => item[v] ?? []).map((name) => folded(name.family ?? name.literal));
  return (
    !rest.some((text) => /\d/.test(text) || families.some((family) => family.length > 2 && folded(text).includes(family))) &&
    once.every((field) => segments.filter((s) => s.field === field).length < 2) &&
    segments.some(({ field }) => field === "title" || field === "container") &&
    !/\(\s*\)|\[\s*\]|<\s*>|[,;:]\s*[,;:]\s|\.\s+[.,]|p\.\s?pp|pp?\.?\s*$|undefined/.test(segments.map(({ field, text }) => (field ? "x" : text)).join(""))
  );
}

// join puts neighbours of one field together.
export function join(segments) {
  const joined = [];
  for (const { field, text } of segments) {
    if (!text) continue;
    if (joined.length && joined.at(-1).field === field) joined.at(-1).text += text;
    else joined.push({ field, text });
  }
  return joined;
}

const cut = (text, from, to, field) => [
  { field: null, text: text.slice(0, from) },
  { field, text: text.slice(from, to) },
  { field: null, text: text.slice(to) },
];

const nameVariables = new Set(["author", "editor", "collection-editor", "editorial-director", "editor-translator", "translator"]);

function value(text, variable, item, engine) {
  let field = fields[variable] ?? null;
  if (!field) return [{ field: null, text }];
  if (nameVariables.has(variable)) return names(text, variable, item, engine);
  if (variable === "publisher" && /thesis|report/.test(item.type)) field = "institution";
  if (variable === "number" && item.type === "article-journal") field = "number";
  if (variable === "issued") return date(text);
  const [from, to] = core(text, variable, item, engine);
  return from < to ? cut(text, from, to, field) : [{ field: null, text }];
}

// Values before which styles write words of their own inside the run, "p. 12", and
// how they begin.
const beginnings = {
  page: /[A-Za-z]{0,2}\d|[ivxlc]+\P{L}/u, "page-first": /[A-Za-z]{0,2}\d|[ivxlc]+\P{L}/u, volume: /\d/, issue: /\d|Suppl|S\d/, DOI: /10\.\d/, URL: /https?:/, ISBN: /\d/, edition: null,
  "number-of-pages": /\d/, "collection-number": /\d/, "citation-number": /\d/,
};

// core finds a value in its run: without the space, quotes, punctuation and words of
// the style around it.
function core(text, variable, item, engine) {
  let from = beginnings[variable]?.exec(text)?.index ?? /^[\s.,;:–—“”„"«»‹›‘’'「『《〈<_*-]+/u.exec(text)?.[0].length ?? 0;
  if (variable === "accessed") from = dayOrMonth(text, engine);
  if (!(variable in beginnings) && variable !== "accessed") from = Math.max(from, startOf(item[variable], text));
  let to = text.length - (/[\s.,;:–—“”„"«»‹›‘’'」』》〉>_*-]+$/u.exec(text)?.[0].length ?? 0);
  if (/^(page|volume)/.test(variable) && /^\S+$/.test(item[variable] ?? "")) to = from + text.slice(from, to).replace(/\s+\p{L}+$/u, "").length;
  if (/[\])）]/.test(text[to - 1]) && !/[[(（]/.test(text.slice(from, to))) to--;
  if (text[to] === "." && /container|publisher|collection/.test(variable) && abbreviated(text.slice(from, to))) to++;
  if (variable === "edition" && /^\d+$/.test(item.edition)) to = from + /^\S*?(?=\s|\.?$)/.exec(text.slice(from, to) + " ")[0].length;
  const bracket = /^[[(（【](.*)[\])）】]$/u.exec(text.slice(from, to));
  return bracket && !/[[(（]/.test(bracket[1]) ? [from + 1, to - 1] : [from, to];
}

// startOf returns where a value begins in its run, after words of the style like "In:".
function startOf(value, text) {
  const first = /[\p{L}\p{N}]{3,}/u.exec(value ?? "");
  if (!first || first.index > 0 || folded(text).length !== text.length) return 0;
  const at = folded(text).indexOf(folded(first[0]));
  return at > 0 && at < 30 ? at : 0;
}

// dayOrMonth returns where a date begins, after words like "accessed on".
function dayOrMonth(text, engine) {
  const digit = /\d/.exec(text)?.index ?? 0;
  const before = /(\p{L}+)\.?,?\s+$/u.exec(text.slice(0, digit));
  if (!before) return digit;
  const months = Array.from({ length: 12 }, (_, i) => ["long", "short"].map((form) => folded(String(engine.getTerm(`month-${String(i + 1).padStart(2, "0")}`, form) ?? "").replace(".", "")))).flat();
  return months.includes(folded(before[1])) ? before.index : digit;
}

// abbreviated reports whether a value ends with a full stop of its own.
const abbreviated = (text) => /\.\s*\S+$/.test(text) && /(^|\s)\p{L}{1,6}$/u.test(text);

// date marks the year of a date, and the rest of it as date.
function date(text) {
  const year = /\d{4}[a-z]?(?=\P{L}|$|年|년)|\[?n\.\s?d\.\]?|s\.\s?f\.|o\.\s?J\.|б\.\s?г\.|s\.\s?d\./u.exec(text);
  if (!year) {
    const [from, to] = core(text, "issued", {});
    return from < to ? cut(text, from, to, "date") : [{ field: null, text }];
  }
  const rest = (part) => {
    const [from, to] = core(part.replace(/[()[\]]/g, ","), "issued", {});
    return from < to && /[\p{L}\p{N}]/u.test(part.replace(/[年月日년월일г]\.?/g, "")) ? cut(part, from, to, "date") : [{ field: null, text: part }];
  };
  return [...rest(text.slice(0, year.index)), { field: "year", text: year[0] }, ...rest(text.slice(year.index + year[0].length))];
}

const eastern = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;
const word = /[\p{L}\p{M}]+/gu;
const folded = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").replace(/’/g, "'").toLowerCase();

// names cuts a run of names to the names: without "edited by", "(Hrsg.)" and the like.
function names(text, variable, item, engine) {
  const actual = item[variable] ? variable : [...nameVariables].find((v) => item[v]);
  if (!actual) return [{ field: null, text }];
  const known = new Set();
  for (const variable of nameVariables) {
    if (variable !== actual) continue;
    for (const name of item[variable] ?? []) {
      for (const part of Object.values(name)) {
        for (const [w] of String(part).matchAll(word)) {
          known.add(folded(w));
          known.add(folded([...w][0]));
        }
      }
    }
  }
  for (const term of ["et-al", "and others"]) {
    for (const [w] of String(engine.getTerm(term) ?? "").matchAll(word)) known.add(folded(w));
  }
  const initials = (w) => /^\p{Lu}{1,4}$/u.test(w) && [...w].every((c) => known.has(folded(c)));
  const inNames = (w) => known.has(folded(w)) || initials(w);
  const spaceless = item[actual].filter(({ family }) => eastern.test(family)).map(({ family, given = "" }) => [family + given, family + " " + given, given + " " + family]).flat();
  const places = spaceless.flatMap((name) => (text.includes(name) ? [[text.indexOf(name), text.indexOf(name) + name.length]] : []));
  if (places.length) {
    let to = Math.max(...places.map(([, end]) => end));
    to += othersAfter(text.slice(to), engine);
    return cut(text, Math.min(...places.map(([start]) => start)), to, fields[actual]);
  }
  const words = [...text.matchAll(word)].filter(([w]) => inNames(w) && !/^\p{Ll}$/u.test(w));
  if (!words.length) return [{ field: null, text }];
  const from = words[0].index;
  let to = words.at(-1).index + words.at(-1)[0].length;
  const mark = /^[.’']+/.exec(text.slice(to));
  if (mark && (words.at(-1)[0].length < 3 || text.length > to + 1)) to += mark[0].length;
  to += othersAfter(text.slice(to), engine);
  return cut(text, from, to, fields[actual]);
}

// othersAfter returns how long an "et al." is with which a text begins.
function othersAfter(text, engine) {
  const terms = ["et-al", "and others"].map((name) => String(engine.getTerm(name) ?? "").replace(/\s+/g, " "));
  for (const term of terms.filter(Boolean)) {
    const at = text.indexOf(term);
    if (at >= 0 && /^[\s,:]*$/.test(text.slice(0, at))) return at + term.length;
  }
  return 0;
}
