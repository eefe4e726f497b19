// Renders labelled reference strings:
//
//	node main.mjs --seed SEED --lines N RECORDS.json FOLDER
//
// RECORDS.json are works as CSL-JSON, which factcite makes of a .bib. FOLDER gets
// train.jsonl.gz, N lines or a little fewer, {"text", "labels", "style", "lang",
// "type"}, the labels with byte offsets of UTF-8; dev-styles.jsonl.gz, 500 lines in 50
// styles that the former has not; and twelve.jsonl.gz, 100 works in 12 styles; these
// two of works that it has not, with fields and not with labels. Equal seeds, records
// and packages give equal bytes.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { loadWords } from "./invent.mjs";
import { read } from "./records.mjs";
import { Sets } from "./sets.mjs";

const options = { seed: { type: "string", default: "1" }, lines: { type: "string", default: "60000" }, pairs: { type: "string", default: "2000" } };
const { values, positionals } = parseArgs({ allowPositionals: true, options });
if (positionals.length !== 2) {
  console.error("usage: node main.mjs [--seed SEED] [--lines N] [--pairs N] RECORDS.json FOLDER");
  process.exit(2);
}
const [records, folder] = positionals;
const sets = new Sets(read(records), await loadWords(), values.seed);
mkdirSync(folder, { recursive: true });

function write(name, rows) {
  writeFileSync(join(folder, name), gzipSync(rows.map((row) => JSON.stringify(row) + "\n").join(""), { level: 9 }));
  console.error(`${name}: ${rows.length} lines`);
}

write("dev-styles.jsonl.gz", sets.aside());
write("twelve.jsonl.gz", sets.twelve());
write("train.jsonl.gz", sets.train(+values.lines, +values.pairs));
