"use strict";
(() => {
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const cards = Array.from(document.querySelectorAll(".card"), (element) => ({
    element,
    source: element.dataset.source,
    isRecord: !element.classList.contains("file"),
    findings: Array.from(element.querySelectorAll(".findings li"), (item) => ({
      element: item,
      severity: item.dataset.severity,
      rule: item.dataset.rule,
      family: item.dataset.family,
    })),
  }));
  const records = cards.filter((card) => card.isRecord).length;
  const number = new Intl.NumberFormat("en");
  const pause = 12; // milliseconds of work between which the page can answer
  let latest = 0;

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
        let matching = 0;
        for (const finding of card.findings) {
          const matches = severities.has(finding.severity) && (!rule || finding.rule === rule || finding.family === rule);
          if (matches) matching++;
          if (finding.element.hidden === matches) finding.element.hidden = !matches;
        }
        const visible = (!source || card.source === source) && (matching > 0 || (clean && card.findings.length === 0));
        if (card.element.hidden === visible) card.element.hidden = !visible;
        if (visible) {
          findings += matching;
          if (card.isRecord) visibleRecords++;
        }
      }
      if (next < cards.length) {
        setTimeout(step);
        return;
      }
      shown.removeAttribute("aria-busy");
      shown.value = `${number.format(findings)} ${findings === 1 ? "finding" : "findings"}, ${number.format(visibleRecords)} of ${number.format(records)} records`;
    }
    step();
  }

  function pick(link) {
    form.reset();
    if (link.dataset.pickRule !== undefined) form.elements.rule.value = link.dataset.pickRule;
    if (link.dataset.pickSource !== undefined) form.elements.source.value = link.dataset.pickSource;
    filter();
  }

  form.hidden = false;
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-pick-rule], [data-pick-source]");
    if (link) pick(link);
  });
  filter();
})();
