"use strict";

const $ = (id) => document.getElementById(id);
const quiet = 150; // ms after the last key
let name = "", entries = [];

// element makes an element of a text and others; what a text holds is never markup.
function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

function sentence(read) {
  const paragraph = element("p", {class: "sentence", dir: "auto"});
  let open = [paragraph];
  for (const piece of read.pieces) {
    if (piece.open) {
      const mark = element("mark", {class: piece.class, "data-label": piece.label});
      open.at(-1).append(mark);
      open.push(mark);
    } else if (piece.close) open.pop();
    else open.at(-1).append(piece.text);
  }
  return element("article", {class: "card"},
    element("p", {class: "place"}, goTo(read.line, read.column)),
    paragraph,
    ...(read.derived ?? []).map((text) => element("p", {class: "derived"}, text)));
}

const icons = {error: "✕", warning: "▲", info: "●"};

function finding(found) {
  return element("li", {},
    element("p", {},
      element("span", {class: "severity " + found.severity},
        element("span", {"aria-hidden": "true"}, icons[found.severity]), " " + found.severity), " ",
      element("span", {dir: "auto"}, found.message), " ",
      element("a", {class: "rule", href: "rules.html#" + found.rule}, found.rule), " ",
      found.line ? goTo(found.line, found.column) : null),
    found.help ? element("p", {class: "help", dir: "auto"}, found.help) : null);
}

// goTo is a place, which puts the cursor there.
function goTo(line, column) {
  const button = element("button", {type: "button", class: "goto"}, line + ":" + (column || 1));
  button.setAttribute("aria-label", `${line}:${column || 1}, go there`);
  button.addEventListener("click", () => {
    const lines = $("text").value.split("\n");
    const before = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    const at = before + Array.from(lines[line - 1] ?? "").slice(0, (column || 1) - 1).join("").length;
    $("text").focus();
    $("text").setSelectionRange(at, before + (lines[line - 1] ?? "").length);
  });
  return button;
}

function nothing(text) { return element("p", {class: "note"}, text); }

// The browser may paint a long list in its own time; see content-visibility in the style.
function show(result) {
  if (result.error) {
    $("status").value = result.error;
    return;
  }
  $("status").value = `Read as ${result.form}: ${result.summary}`;
  $("notes").replaceChildren(...(result.notes ?? []).map(nothing));
  $("sentences").replaceChildren(...result.sentences.map(sentence));
  $("read").hidden = result.sentences.length === 0;
  const list = element("ul", {class: "findings"}, ...result.findings.map(finding));
  $("findings").replaceChildren(result.findings.length ? list : nothing("Nothing is missing or wrong."));
  entries = result.entries;
  showEntries();
}

function showEntries() {
  const chosen = entries.find((e) => e.format === $("format").value);
  $("entries").textContent = chosen ? chosen.text : "";
  $("none").hidden = Boolean(chosen);
  $("entries").hidden = $("copy").hidden = !chosen;
}

function read() {
  if (!globalThis.factcite) return;
  show(JSON.parse(factcite(name, $("text").value)));
  performance.mark("result");
  document.documentElement.dataset.read = Number(document.documentElement.dataset.read ?? 0) + 1;
}

function load(example) {
  name = example.name;
  $("text").value = example.text;
  read();
}

// A link may carry a text: #name=refs.bib&text=…
function fromAddress() {
  const carried = new URLSearchParams(location.hash.slice(1));
  if (!carried.has("text")) return false;
  load({name: carried.get("name") ?? "", text: carried.get("text")});
  return true;
}

async function copy() {
  const said = $("copy").textContent;
  try {
    await navigator.clipboard.writeText($("entries").textContent);
    $("copy").textContent = "Copied";
  } catch { // not allowed: it is selected, so that a key copies it
    getSelection().selectAllChildren($("entries"));
    $("copy").textContent = "Selected";
  }
  setTimeout(() => { $("copy").textContent = said; }, 2000);
}

async function start() {
  let waiting = 0;
  $("text").addEventListener("input", () => {
    if ($("text").value === "") name = ""; // what is pasted next may have another form
    clearTimeout(waiting);
    waiting = setTimeout(read, quiet);
  });
  $("text").addEventListener("paste", (event) => {
    const all = $("text").selectionEnd - $("text").selectionStart === $("text").value.length;
    if (all) name = "";
  });
  for (const button of document.querySelectorAll("[data-text]")) {
    button.addEventListener("click", () => load({name: button.dataset.name, text: button.dataset.text}));
  }
  $("format").addEventListener("change", showEntries);
  $("copy").addEventListener("click", copy);
  addEventListener("hashchange", fromAddress);
  const first = document.querySelector("[data-text]");
  if (!fromAddress()) load({name: first.dataset.name, text: first.dataset.text});

  const go = new Go();
  try {
    const {instance} = await WebAssembly.instantiateStreaming(fetch("factcite.wasm"), go.importObject);
    go.run(instance);
  } catch (why) {
    $("status").value = "The reader could not be loaded: " + why.message;
    return;
  }
  read();
}

start();
