// The sets of references: one to train with, two to measure with.
import { createHash } from "node:crypto";
import { Inventor } from "./invent.mjs";
import { Style } from "./marked.mjs";
import { disturb, ofText, renumber } from "./noise.mjs";
import { aside, common, languages, slots } from "./plan.mjs";
import { Random } from "./random.mjs";
import { quoted } from "./records.mjs";
import { hasBibliography, inLanguage, isNote, load, localeOf } from "./styles.mjs";
import { compose } from "./templates.mjs";
import { vary } from "./variants.mjs";

const twelve = [
  "apa", "modern-language-association", "chicago-author-date", "chicago-fullnote-bibliography", "vancouver", "nature", "ieee", "american-chemical-society",
  "springer-basic-author-date", "elsevier-harvard", "american-medical-association", "harvard-cite-them-right",
];

// The share of a set to train with that follows no style of CSL.
const composed = 0.2;

// labels are the places of the values of a text, in bytes of UTF-8.
export function labels(segments) {
  const labels = [];
  let at = 0;
  for (const { field, text } of segments) {
    const end = at + Buffer.byteLength(text);
    if (field) labels.push({ field, start: at, end });
    at = end;
  }
  return labels;
}

// Fields as the scorer of labelled reference strings names them.
const scored = { authors: "authors", title: "title", container: "container", year: "year", volume: "volume", number: "issue", pages: "pages", doi: "doi", publisher: "publisher", institution: "publisher", editors: "editors", url: "url" };

function scoredRow(segments, source, id, about) {
  const gold = {};
  for (const { field, text } of segments) if (scored[field]) gold[scored[field]] ??= text;
  return { id: `${source}-${id}`, source, license: "own", split: "dev", text: ofText(segments), gold, skip: [], ...about };
}

// Sets renders sets of references from records and words; equal seeds give equal sets.
export class Sets {
  #teacher;
  #examiner;
  #fingerprints = new Map();

  // Every 20th record is for the sets to measure with, and for them alone.
  constructor(records, words, seed) {
    this.seed = seed;
    this.words = words;
    Object.assign(this, load());
    this.#teacher = new Inventor(words, records.filter((_, i) => i % 20 !== 0));
    this.#examiner = new Inventor(words, records.filter((_, i) => i % 20 === 0));
    const prints = common.map((name) => this.#fingerprint(name));
    this.kept = aside(this.styles, 50, (name) => prints.includes(this.#fingerprint(name)));
  }

  // train returns about so many labelled references, from so many pairs of a style and
  // a language, and from templates.
  train(lines, pairs) {
    const plan = slots(this.styles, this.locales, this.kept, this.seed, pairs);
    const share = (lines * (1 - composed)) / plan.reduce((sum, { weight }) => sum + weight, 0);
    const styled = plan.flatMap((slot, n) => this.#slot(slot, n, Math.round(share * slot.weight)));
    return this.#random("order").shuffle([...styled, ...this.#templates(Math.round(lines * composed))]);
  }

  // aside returns 500 references in the 50 styles that are in no set to train with; a
  // few less where a style refuses most works.
  aside() {
    return this.kept.flatMap((name) => this.#examine(name, 10));
  }

  // twelve returns 100 works in twelve styles each.
  twelve() {
    const random = this.#random("twelve");
    const makers = twelve.map((name) => [name, this.#style(this.styles[name], "en-US", isNote(this.styles[name]))]);
    const rows = [];
    for (let i = 0; i < 1000 && rows.length < 100 * twelve.length; i++) {
      const of = random.of(i);
      const item = work(this.#examiner, of, "en", `${i}`);
      const rendered = makers.map(([name, style]) => [name, style.render(item)]);
      if (rendered.some(([, segments]) => !segments)) continue;
      for (const [name, segments] of rendered) rows.push(scoredRow(renumber(segments, of), "renders/twelve", `${i}-${name}`, { style: name, lang: "en", type: item.type }));
    }
    return rows;
  }

  #random(purpose) {
    return new Random(this.seed).of(purpose);
  }

  // #style returns null for a variant that a style does not bear.
  #style(style, locale, note) {
    try {
      return new Style(style, locale, this.locales, { note });
    } catch {
      return null;
    }
  }

  #slot({ style: name, language, locale, note, varied }, n, count) {
    if (this.#isKept(name)) return [];
    const random = this.#random(`slot ${n}`);
    const style = this.#style(varied ? vary(this.styles[name], random) : this.styles[name], locale, note);
    const rows = [];
    for (let i = 0; style && i < 2 * count && rows.length < count; i++) {
      const of = random.of(i);
      const lang = of.chance(0.85) ? language : of.chance(0.6) ? "en" : of.pick(Object.keys(this.words));
      const item = work(this.#teacher, of, lang, `${n}-${i}`);
      add(rows, style.render(item), of, { style: name + (varied ? "*" : ""), lang, type: item.type });
    }
    return rows;
  }

  // #templates renders works in the forms that no style of CSL has.
  #templates(count) {
    const random = this.#random("templates");
    const rows = [];
    for (let i = 0; rows.length < count; i++) {
      const of = random.of(i);
      const lang = of.weighted(languages);
      const item = work(this.#teacher, of, lang, `template-${i}`);
      add(rows, compose(item, of, lang), of, { style: "template", lang, type: item.type });
    }
    return rows;
  }

  #examine(name, count) {
    const random = this.#random(`aside ${name}`);
    const own = localeOf(this.styles[name]).slice(0, 2);
    const style = this.#style(this.styles[name], inLanguage(this.locales, this.styles[name], own || "en"), isNote(this.styles[name]) && random.chance(0.5));
    const rows = [];
    for (let i = 0; i < 6 * count && rows.length < count; i++) {
      const of = random.of(i);
      const lang = own in this.words && of.chance(0.5) ? own : "en";
      const item = work(this.#examiner, of, lang, `${name}-${i}`);
      const segments = style.render(item);
      if (segments) rows.push(scoredRow(renumber(segments, of), "renders/aside", item.id, { style: name, lang, type: item.type }));
    }
    return rows;
  }

  // #isKept reports whether a style is one of those kept aside under another name.
  #isKept(name) {
    const print = this.#fingerprint(name);
    return this.kept.some((kept) => this.#fingerprint(kept) === print);
  }

  // #fingerprint is what a style makes, in American English, of works that show its
  // habits.
  #fingerprint(name) {
    if (!this.#fingerprints.has(name)) {
      const style = this.#style(this.styles[name], "en-US", !hasBibliography(this.styles[name]));
      const random = new Random("fingerprint");
      const probes = Array.from({ length: 6 }, (_, i) => ({ ...this.#examiner.item(random.of(i), "en"), id: `probe-${i}` }));
      const texts = probes.map((probe) => ofText(style?.render(probe) ?? []));
      this.#fingerprints.set(name, createHash("sha256").update(texts.join("\n")).digest("hex"));
    }
    return this.#fingerprints.get(name);
  }
}

// work draws a work of a language, a record or an invented one.
function work(inventor, random, language, id) {
  const item = language === "en" && random.chance(0.3) ? quoted(random.pick(inventor.records), random) : inventor.item(random, language);
  return { ...item, id };
}

// add disturbs a reference and adds it to rows, unless it is too short or too long.
function add(rows, segments, random, about) {
  const disturbed = segments && disturb(segments, random, about.lang);
  const text = ofText(disturbed ?? []);
  if (text.length >= 25 && text.length <= 700) rows.push({ text, labels: labels(disturbed), ...about });
}
