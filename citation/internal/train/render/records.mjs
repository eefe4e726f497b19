// Works of a .bib of conferences, as factcite writes them in CSL-JSON, and what lists
// make of them.
import { readFileSync } from "node:fs";

// read returns every nth record of a file that has authors and a venue, so many that
// no more than most are left.
export function read(file, most = 30000) {
  const records = JSON.parse(readFileSync(file, "utf8")).filter((r) => r.author?.length && r.title && r["container-title"]);
  const n = Math.ceil(records.length / most);
  return records.filter((_, i) => i % n === 0).map((r) => structuredClone(r));
}

// quoted turns a record into the work that a list would state: proceedings have shorter
// names there, and most addresses are left out.
export function quoted(record, random) {
  const { "event-place": _, ...item } = structuredClone(record);
  item.language = "en-US";
  if (item.type === "paper-conference") proceedings(item, random);
  if (item.DOI && random.chance(0.5)) delete item.DOI;
  else if (item.DOI && random.chance(0.7)) item.DOI = item.DOI.toLowerCase();
  if (/doi\.org\//.test(item.URL) || random.chance(item.DOI ? 0.95 : 0.75)) delete item.URL;
  else if (random.chance(0.6)) item.accessed = { "date-parts": [[random.int(2005, 2024), random.int(1, 12), random.int(1, 28)]] };
  for (const [key, p] of Object.entries({ editor: 0.8, publisher: 0.3, page: 0.15, "collection-title": 0.4 })) if (item[key] && random.chance(p)) delete item[key];
  if (item.publisher && random.chance(0.2)) item["publisher-place"] = random.pick(["New York, NY, USA", "New York", "Berlin, Heidelberg", "Cham", "Cambridge, MA", "Piscataway, NJ", "Los Alamitos", "Menlo Park, CA", "Stroudsburg, PA", "Berlin"]);
  return item;
}

// Words in capitals that name no meeting.
const sponsors = new Set(["IEEE", "ACM", "USA", "SIGMOD", "ISCA", "SIAM", "AFNLP", "CVF"]);

function proceedings(item, random) {
  const full = item["container-title"];
  const year = String(item.issued?.["date-parts"]?.[0]?.[0] ?? "");
  const parts = full.split(/,\s+/);
  const acronym = [...full.matchAll(/(?<=^|[\s,(])([A-Z][A-Za-z]*[A-Z]{2,}[A-Za-z]*|[A-Z]{3,})(?=[ ,)-]|$)/g)].map(([a]) => a).find((a) => !sponsors.has(a));
  const forms = {
    whole: () => full,
    name: () => parts[0],
    short: () => parts[0].replace(/^(The )?(?=\d{4} )/, "Proceedings of the ").replace(/Conference/, "Conf.").replace(/International/, "Int."),
    proc: () => "Proc. " + (acronym ? `${acronym} ${year}` : parts[0]),
    acronym: () => acronym ?? parts[0],
    acronymYear: () => (acronym ? `Proceedings of ${acronym} ${random.chance(0.5) ? `'${year.slice(2)}` : year}` : parts[0]),
    bracket: () => (acronym ? `${parts[0]} (${acronym})` : parts[0]),
    bare: () => parts[0].replace(/^Proceedings of (the )?/, ""),
  };
  item["container-title"] = forms[random.weighted({ whole: 8, name: 38, short: 14, proc: 8, acronym: 8, acronymYear: 8, bracket: 8, bare: 8 })]();
  const place = parts.slice(1).filter((p) => /^[A-Z][A-Za-z. -]+$/.test(p) && !/Conference|Workshop|Symposium|[A-Z]{4}|Event/.test(p)).slice(0, 2).join(", ");
  if (place && random.chance(0.25)) item["event-place"] = place;
}
