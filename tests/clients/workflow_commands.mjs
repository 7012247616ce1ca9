// Writes workflow commands with GitHub's own toolkit: what it shall write stands in standard input, a command a line, as JSON.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const core = await import(pathToFileURL(`${process.argv[2]}/node_modules/@actions/core/lib/core.js`));

for await (const line of createInterface({ input: process.stdin })) {
  const { name, properties, value } = JSON.parse(line);
  const { title, file, line: startLine, endLine, col: startColumn, endColumn } = properties;
  switch (name) {
    case 'group': core.startGroup(value); break;
    case 'endgroup': core.endGroup(); break;
    default: core[name](value, { title, file, startLine, endLine, startColumn, endColumn });
  }
}
