"use strict";
(() => {
  const number = new Intl.NumberFormat("en");
  const counted = (n, noun) => `${number.format(n)} ${n === 1 ? noun : noun + "s"}`;

  // The records and their findings, filtered.
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const cards = document.querySelectorAll(".card");
  const records = document.querySelectorAll(".card:not(.file)").length;
  const findingsOf = new Map(); // by card, once it was looked at
  const pause = 12; // milliseconds of work between which the page can answer
  let latest = 0;

  function findingsIn(card) {
    let findings = findingsOf.get(card);
    if (!findings) {
      findings = Array.from(card.querySelectorAll(".findings li"), (element) => {
        const { severity, rule, family } = element.dataset;
        return { element, severity, rule, family };
      });
      findingsOf.set(card, findings);
    }
    return findings;
  }

  function filter() {
    const data = new FormData(form);
    const severities = new Set(data.getAll("severity"));
    const rule = data.get("rule");
    const source = data.get("source");
    const clean = severities.has("none") && !rule;
    const turn = ++latest;
    let next = 0, visibleRecords = 0, findings = 0;
    shown.setAttribute("aria-busy", "true");

    function step() {
      if (turn !== latest) return;
      const until = performance.now() + pause;
      while (next < cards.length && performance.now() < until) {
        const card = cards[next++];
        const all = findingsIn(card);
        let matching = 0;
        for (const finding of all) {
          const matches = severities.has(finding.severity) && (!rule || finding.rule === rule || finding.family === rule);
          if (matches) matching++;
          if (finding.element.hidden === matches) finding.element.hidden = !matches;
        }
        const visible = (!source || card.dataset.source === source) && (matching > 0 || (clean && all.length === 0));
        if (card.hidden === visible) card.hidden = !visible;
        if (visible) {
          findings += matching;
          if (!card.classList.contains("file")) visibleRecords++;
        }
      }
      if (next < cards.length) {
        setTimeout(step);
        return;
      }
      shown.removeAttribute("aria-busy");
      shown.value = `${counted(findings, "finding")}, ${number.format(visibleRecords)} of ${number.format(records)} records`;
    }
    step();
  }

  function pick(link) {
    form.reset();
    if (link.dataset.pickRule !== undefined) form.elements.rule.value = link.dataset.pickRule;
    if (link.dataset.pickSource !== undefined) form.elements.source.value = link.dataset.pickSource;
    filter();
  }

  // A link to a record shows it, whatever the filter left out.
  function reveal() {
    const record = document.getElementById(location.hash.slice(1));
    if (!record || !record.hidden) return;
    form.reset();
    record.hidden = false;
    record.scrollIntoView();
  }

  async function copy(button) {
    const entry = button.parentElement.querySelector("pre");
    try {
      await navigator.clipboard.writeText(entry.textContent);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(entry);
      button.textContent = "Selected";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  }

  form.hidden = false;
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-pick-rule], [data-pick-source], .copy");
    if (!target) return;
    if (target.className === "copy") copy(target); else pick(target);
  });
  addEventListener("hashchange", reveal);
  filter();

  // The table of works, searched and sorted; of many rows the first are in the page.
  const table = document.getElementById("table");
  if (!table) return;
  const find = document.getElementById("find");
  const found = document.getElementById("found");
  const more = document.getElementById("more");
  const body = table.tBodies[0];
  const page = 100;
  const order = new Intl.Collator("en", { numeric: true });
  let rows = Array.from(body.rows, (element, place) => ({ element, place, text: element.textContent.toLowerCase() }));
  const works = rows.length;
  let limit = page;

  function show() {
    const words = find.elements.words.value.toLowerCase().split(/\s+/);
    const gaps = find.elements.gaps.checked;
    const matching = rows.filter((row) => words.every((word) => row.text.includes(word)) && (!gaps || row.element.querySelector(".gap")));
    body.replaceChildren(...matching.slice(0, limit).map((row) => { row.element.hidden = false; return row.element; }));
    more.hidden = matching.length <= limit;
    found.value = `${number.format(matching.length)} of ${counted(works, "work")}`;
  }

  // Sorting goes from ascending to descending and back to the order of the records.
  function sort(heading) {
    const next = { ascending: "descending", descending: null }[heading.getAttribute("aria-sort")];
    const direction = next === undefined ? "ascending" : next;
    for (const other of heading.parentElement.cells) other.removeAttribute("aria-sort");
    if (direction) heading.setAttribute("aria-sort", direction);
    const sign = direction === "descending" ? -1 : 1;
    const column = heading.cellIndex;
    const keyOf = (row) => row.element.cells[column].classList.contains("gap") ? "" : row.element.cells[column].textContent;
    const keys = new Map(rows.map((row) => [row, keyOf(row)]));
    rows.sort((a, b) => (direction ? sign * order.compare(keys.get(a), keys.get(b)) : 0) || a.place - b.place);
    show();
  }

  for (const heading of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sort(heading));
    heading.append(button);
  }
  find.hidden = false;
  find.addEventListener("input", () => { limit = page; show(); });
  find.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", () => { limit += page; show(); });
  show();
})();
