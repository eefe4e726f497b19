// What happens to references between a style and a list: each change has its odds, and
// works on segments, so that labels keep to their values.
import { join } from "./marked.mjs";

const map = (segments, change, only = () => true) => segments.map((s, i) => (only(s, i) ? { ...s, text: change(s.text, s) } : s));
const of = (...fields) => (s) => fields.includes(s.field);
const free = (s) => s.field === null;
const folded = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").replace(/ø/g, "o").replace(/Ø/g, "O").replace(/ł/g, "l").normalize("NFC");

// ofText is the text of segments.
export const ofText = (segments) => segments.map((s) => s.text).join("");


// renumber gives a reference another number in its list, in another form, or none; and
// sometimes a number to one that has none.
export function renumber(segments, random) {
  const at = segments.slice(0, 2).findIndex(of("citation-number"));
  if (at < 0) return random.chance(0.17) ? [...number(random), ...segments] : segments;
  if (random.chance(0.35)) return segments.with(at, { field: "citation-number", text: String(random.int(1, 160)) });
  const [next, ...rest] = segments.slice(at + 1);
  const bare = [{ ...next, text: next.field ? next.text : next.text.replace(/^[\])}.,:;\s]+/, "") }, ...rest];
  return random.chance(0.4) ? bare : [...number(random), ...bare];
}

// number draws the number of a reference and the marks around it.
function number(random) {
  const n = String(random.chance(0.9) ? random.int(1, 120) : random.int(100, 700));
  const key = random.pick(["Abc", "Smi", "Lee", "Kün", "WHO", "GK"]) + (random.chance(0.3) ? "+" : "") + random.int(10, 99);
  const forms = { bracket: ["[", n, "] "], dot: ["", n, ". "], bare: ["", n, " "], round: ["(", n, ") "], paren: ["", n, ") "], glued: ["[", n, "]"], dotted: ["", n, "."], key: ["[", key, "] "], tab: ["", n, ".\t"] };
  const [open, text, close] = forms[random.weighted({ bracket: 10, dot: 10, bare: 5, round: 2, paren: 1.5, glued: 1, dotted: 1, key: 1, tab: 0.7 })];
  return [{ field: null, text: open }, { field: "citation-number", text }, { field: null, text: close }];
}

const dashes = (random) => {
  const dash = random.pick(["-", "-", "-", "–", "—", "‐", "−", " - ", " – ", "--", "‑"]);
  return (text) => text.replace(/(?<=\d\w*)\s*[–-]\s*(?=\w*\d)/g, dash);
};

const quotes = (random) => {
  const [open, close] = random.pick([['"', '"'], ['"', '"'], ["'", "'"], ["“", "”"], ["„", "“"], ["«", "»"], ["« ", " »"], ["‘", "’"], ["``", "''"], ["", ""]]);
  return (text) => text.replace(/[“„«]\s?/g, open).replace(/\s?[”»]/g, close);
};

// confuse misreads letters as OCR does.
const confusions = [["rn", "m"], ["m", "rn"], ["l", "1"], ["O", "0"], ["I", "l"], ["fi", "ﬁ"], ["fl", "ﬂ"], ["ff", "ﬀ"], ["e", "c"], ["h", "li"], ["ü", "ii"], ["é", "6"], ["S", "5"], ["ä", "a"], [",", "."], [".", ","], ["B", "8"], ["cl", "d"]];
const confuse = (random, odds) => (text) => {
  let out = "";
  for (let i = 0; i < text.length; ) {
    const misread = random.chance(odds) && confusions.filter(([a]) => text.startsWith(a, i));
    if (misread && misread.length) {
      const [a, b] = random.pick(misread);
      out += b;
      i += a.length;
    } else out += text[i++];
  }
  return out;
};
const ligatures = (text) => text.replace(/ffi/g, "ﬃ").replace(/fi/g, "ﬁ").replace(/fl/g, "ﬂ").replace(/ff/g, "ﬀ");

const spaced = (random, odds) => (text) => text.replace(/\S/gu, (c) => (random.chance(odds) ? c + " " : c));
const unspaced = (random, odds) => (text) => text.replace(/ (?=\p{L})/gu, (c) => (random.chance(odds) ? "" : c));

// misspaced moves the space after a mark to before it, as in text taken from PDF.
const misspaced = (random) => (text) => text.replace(/([.,;:)(]) ?/g, (whole, mark) => (random.chance(0.7) ? ` ${mark}` : whole));

// sameAuthor puts a dash for the authors, as lists do for those of the work before.
const sameAuthor = (segments, random) => (segments[0].field === "authors" ? [{ field: null, text: random.pick(["———", "———.", "______.", "----.", "Ders.:", "Id.,", "—", "–––,"]) }, ...segments.slice(1)] : segments);

// hyphenate breaks long words, as where a line of print ended.
const hyphenate = (random, odds) => (text) => text.replace(/\p{Ll}{4,}(?=\p{Ll}{3})/gu, (w) => (random.chance(odds) ? w + random.pick(["- ", "- ", "-", "-\n", "\u00ad"]) : w));

// breakURL puts a space where a line of print ended in an address.
const breakURL = (random) => (text) => text.replace(/[/.?&=-](?=\w{3})/g, (c) => (random.chance(0.15) ? c + " " : c));

const capitals = (text) => text.toUpperCase();
// familyCapitals writes families in capitals: words of three letters and more.
const familyCapitals = (text) => text.replace(/\p{Lu}\p{Ll}{2,}(-\p{Lu}\p{Ll}+)*(?=,|\s\p{Lu}\.?|$)/gu, capitals);
const glueInitials = (text) => text.replace(/(\p{Lu}\.) (?=\p{Lu}\.)/gu, "$1");
const spaceInitials = (text) => text.replace(/(\p{Lu}\.)(?=\p{Lu}\.)/gu, "$1 ");
const bareInitials = (text) => text.replace(/(?<!\p{L})(\p{Lu})\.(?=[\s,;&-]|\p{Lu}|$)/gu, "$1");
const noComma = (text) => text.replace(/(\p{L}), (?=\p{Lu}\b\.?)/gu, "$1 ");

const and = (random) => {
  const word = random.pick([" and ", " & ", ", and ", ", & ", ", ", "; ", " und ", " et ", " y ", " e ", " / ", "/", " u. "]);
  return (text) => text.replace(/,? (and|&|und|et|y|e) (?=\p{Lu})/gu, word);
};

// Separators of a whole reference, changed everywhere in it.
const separators = (random) => {
  const [from, to] = random.pick([[/^\. $/, ", "], [/^, $/, ". "], [/^\. $/, ": "], [/^: $/, ", "], [/^ \($/, ", "], [/^\), $/, ". "], [/^\. $/, "; "], [/^, $/, " "], [/^\. $/, " "], [/^\. $/, " - "], [/^, $/, "; "], [/^(\. |, )$/, ".  "], [/^\. $/, ".- "], [/^(\. |, )$/, " / "]]);
  return (text) => (from.test(text) ? to : text);
};

// yearForm changes the marks around a year.
function yearForm(segments, random) {
  const at = segments.findIndex(of("year"));
  if (at < 1 || segments[at - 1].field !== null || segments[at + 1]?.field !== null) return segments;
  const [before, after] = [segments[at - 1].text, segments[at + 1].text];
  const bare = [before.replace(/\s*[([]$/, ""), after.replace(/^[)\]]/, "")];
  const [open, close] = random.pick([[" (", ")"], [", ", ""], [" ", ""], [". ", ""], [" [", "]"], [" (", "):"], [" (", "),"]]);
  return segments.map((s, i) => (i === at - 1 ? { ...s, text: bare[0].replace(/[\s.,]+$/, "") + open } : i === at + 1 ? { ...s, text: close + bare[1] } : s));
}

const doiForms = ["https://doi.org/", "http://dx.doi.org/", "doi:", "doi: ", "DOI: ", "DOI:", "DOI ", "doi ", "https://dx.doi.org/", "doi.org/", "", "DOI 10: "];

function doiForm(segments, random) {
  const at = segments.findIndex(of("doi"));
  if (at < 1 || segments[at - 1].field !== null) return segments;
  const before = segments[at - 1].text.replace(/(https?:\/\/)?(dx\.)?doi\.org\/$|doi\s*:?\s*$/i, "");
  return segments.map((s, i) => (i === at - 1 ? { ...s, text: (before || " ") + random.pick(doiForms) } : s));
}

// Words after a reference that say nothing of the work.
const closings = [
  " [CrossRef]", " [Google Scholar] [CrossRef]", " [PubMed]", " [Google Scholar]", " PMID: 1#####7.", " (in German).", " (in Russian)", " [in Chinese]", " Print.", " Web.", " Available online.", " (Original work published 19##)", " *", " †",
  " (Hrsg.)", " Abstract.", " Epub ahead of print.", " (accessed 3 May 20##)", " Accessed 12 Jan. 20##.", " [Accessed 0#/0#/20##]", " (unpublished)", " 2 vols.", " 3##pp.", " 2## S.", " 1## p.", " Review.", " In English.", " (last visited June 1, 20##)",
  " Zugriff am 0#.0#.20##.", " Consulté le # mai 20##.", " Acesso em: # jul. 20##.", " (дата обращения: 0#.0#.20##).", " Cited on pages 1# and #.", " See also Section #.", " MR 1######", " Zbl 0###.####", " ISSN 1###-####.", " Cited by ##.",
];

// close ends a reference as lists do.
function close(segments, random) {
  const last = segments.at(-1);
  const stripped = last.field === null ? [...segments.slice(0, -1), { field: null, text: last.text.replace(/[.,;\s]+$/, "") }] : segments;
  return [...stripped, { field: null, text: random.weighted({ "": 50, ".": 20, ",": 6, ";": 5, " .": 3, "..": 2, "]": 0.5, "\n": 1 }) }];
}

const italics = (random) => {
  const [open, close] = random.pick([["*", "*"], ["_", "_"], ["<i>", "</i>"], ["**", "**"], ["\\textit{", "}"], ["''", "''"]]);
  const which = random.pick([["container"], ["title"], ["container", "volume"]]);
  return (segments) => segments.flatMap((s) => (which.includes(s.field) ? [{ field: null, text: open }, s, { field: null, text: close }] : [s]));
};

// pagesForm shortens the last page or spells the mark before.
const shortPages = (text) => text.replace(/^(\d+)(\d{2})([–-])\1(\d{2})$/, "$1$2$3$4");
const following = (random) => (text) => text.replace(/[–-]\d+$/, random.pick([" ff.", "ff.", " f.", "f", " sqq."]));

const etAl = (random, lang) => (text) => {
  const names = text.split(/(?:,|;)\s(?=\p{Lu}[\p{L}'-]+)/u);
  if (names.length < 3 || /et al|and others/.test(text)) return text;
  const words = { de: ["et al.", "u. a.", "u.a."], es: ["et al.", "y otros"], ru: ["и др."], pt: ["et al.", "e outros"] }[lang] ?? ["et al.", "et al", "and others", "et al.", ", et al."];
  const comma = text.includes(";") ? "; " : ", ";
  return names.slice(0, random.int(1, Math.min(3, names.length - 1))).join(comma) + random.pick([" ", ", "]) + random.pick(words);
};

// steps are the changes in their order: odds, and segments → segments.
const steps = [
  [0.05, (s, r) => map(s, familyCapitals, of("authors"))],
  [0.03, (s, r) => map(s, familyCapitals, of("editors"))],
  [0.03, (s, r) => map(s, capitals, of("title"))],
  [0.01, (s, r) => map(s, capitals, of("container"))],
  [0.01, (s) => map(s, (t) => t.toLowerCase(), of("title", "container"))],
  [0.05, (s) => map(s, glueInitials, of("authors", "editors"))],
  [0.05, (s) => map(s, spaceInitials, of("authors", "editors"))],
  [0.04, (s) => map(s, bareInitials, of("authors", "editors"))],
  [0.03, (s) => map(s, noComma, of("authors", "editors"))],
  [0.06, (s, r) => map(s, and(r), of("authors", "editors"))],
  [0.04, (s, r, lang) => map(s, etAl(r, lang), of("authors"))],
  [0.25, (s, r) => map(s, dashes(r), of("pages"))],
  [0.03, (s) => map(s, shortPages, of("pages"))],
  [0.01, (s, r) => map(s, following(r), of("pages"))],
  [0.12, (s, r) => map(s, quotes(r))],
  [0.1, (s, r) => map(s, separators(r), free)],
  [0.05, (s, r) => map(s, separators(r), free)],
  [0.05, yearForm],
  [0.15, doiForm],
  [0.015, (s, r) => italics(r)(s)],
  [0.05, (s, r) => [...s, { field: null, text: r.pick(closings).replace(/20##/g, () => `20${r.pick([0, 1])}#`).replace(/#/g, () => String(r.int(1, 9))) }]],
  [0.35, close],
  [0.05, (s, r) => map(s, breakURL(r), of("url", "doi"))],
  [0.03, (s) => map(s, folded)],
  [0.01, (s) => map(s, (t) => t.normalize("NFD"))],
  [0.02, (s) => map(s, ligatures)],
  [0.05, (s, r) => map(s, hyphenate(r, 0.12))],
  [0.03, (s, r) => map(s, confuse(r, 0.01))],
  [0.015, (s, r) => map(s, spaced(r, 0.015))],
  [0.015, (s, r) => map(s, unspaced(r, 0.03))],
  [0.01, (s) => map(s, (t) => t.replace(/([,;:.]) /g, "$1"), free)],
  [0.01, (s) => map(s, (t) => t.replace(/([,;:.])/g, " $1"), free)],
  [0.015, (s, r) => map(s, misspaced(r))],
  [0.008, (s, r) => sameAuthor(s, r)],
  [0.01, (s) => map(s, (t) => t.replace(/ /g, "\u00a0"), free)],
  [0.003, (s) => map(s, (t) => t.replace(/ /g, "  "))],
  [0.008, (s, r) => [{ field: null, text: r.pick(["See ", "see also ", "Cf. ", "Vgl. ", "Siehe ", "• ", "- ", "* ", "– ", "cf. ", "See, e.g., ", "Voir "]) }, ...s]],
];

// disturb changes the segments of a reference as chance has it.
export function disturb(segments, random, lang) {
  for (const [odds, change] of steps) {
    if (random.chance(odds)) segments = join(change(segments, random, lang));
  }
  return join(renumber(segments, random));
}
