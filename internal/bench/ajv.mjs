// Checks a JSON Lines file with ajv, the peer of the schema check:
//
//	npm install ajv@8 ajv-formats@3
//	node ajv.mjs SCHEMA FILE
//
// It prints the verdicts and the CPU seconds of the process.
import { createReadStream, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

// Packages are looked for where the command is run.
const require = createRequire(process.cwd() + "/");
const { default: Ajv } = require("ajv/dist/2020.js");
const { default: addFormats } = require("ajv-formats");

const [schema, file] = process.argv.slice(2);
const ajv = new Ajv({ allowUnionTypes: true });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));

const counts = { valid: 0, invalid: 0, unreadable: 0 };
for await (const line of createInterface({ input: createReadStream(file, { highWaterMark: 1 << 20 }) })) {
  let record;
  try {
    record = JSON.parse(line);
  } catch {
    counts.unreadable++;
    continue;
  }
  counts[validate(record) ? "valid" : "invalid"]++;
}
const { user, system } = process.cpuUsage();
console.log(`ajv\tvalid ${counts.valid}\tinvalid ${counts.invalid}\tunreadable ${counts.unreadable}\tCPU ${((user + system) / 1e6).toFixed(2)} s`);
