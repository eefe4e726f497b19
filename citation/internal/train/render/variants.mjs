// Variants of styles: what journals ask for beside the styles that they name. Each
// changes one habit in the whole tree of a style.

const each = (node, change) => {
  if (typeof node === "string") return node;
  const { n, a, c } = node;
  return change({ n, a: { ...a }, c: (c ?? []).map((child) => each(child, change)) });
};

const attribute = (name, key, value) => (style) => each(style, (node) => (node.n === name ? { ...node, a: { ...node.a, [key]: value } } : node));

const habits = {
  initials: (r) => attribute("name", "initialize-with", r.pick([".", ". ", "", " "])),
  and: (r) => attribute("name", "and", r.pick(["text", "symbol"])),
  order: (r) => attribute("name", "name-as-sort-order", r.pick(["first", "all"])),
  delimiter: (r) => attribute("name", "delimiter", r.pick(["; ", ", ", " / ", " – "])),
  lastDelimiter: (r) => attribute("name", "delimiter-precedes-last", r.pick(["always", "never"])),
  sortSeparator: (r) => attribute("name", "sort-separator", r.pick([" ", ", "])),
  pageRange: (r) => attribute("style", "page-range-format", r.pick(["expanded", "minimal", "minimal-two", "chicago"])),
  etAl: (r) => (style) => each(style, (node) => (/^(bibliography|citation|name)$/.test(node.n) ? { ...node, a: { ...node.a, "et-al-min": String(r.int(3, 8)), "et-al-use-first": String(r.int(1, 3)) } } : node)),
  quotes: () => (style) => each(style, (node) => (node.n === "text" && node.a.quotes ? { ...node, a: { ...node.a, quotes: "false" } } : node)),
  capitals: () => (style) => each(style, (node) => (node.n === "name-part" || node.n === "names" ? node : node.n === "name" ? { ...node, c: [{ n: "name-part", a: { name: "family", "text-case": "uppercase" }, c: [] }] } : node)),
  titleCase: (r) => (style) => each(style, (node) => (node.n === "text" && node.a.variable === "title" ? { ...node, a: { ...node.a, "text-case": r.pick(["title", "sentence"]) } } : node)),
  noIssue: () => (style) => each(style, (node) => ({ ...node, c: node.c.filter((child) => child.a?.variable !== "issue") })),
};

// vary returns a variant of a style, its folded tree, with one or two habits changed.
export function vary(style, random) {
  const names = random.shuffle(Object.keys(habits)).slice(0, random.int(1, 2));
  return names.reduce((tree, name) => habits[name](random)(tree), style);
}
