// What Danger reads in a report of Checkstyle: the plugin is found in the folder of clients, which is the first argument.
const [, , clients, path] = process.argv;
const modules = require("node:path").join(clients, "node_modules");
const { parseCheckstyle } = require(modules + "/danger-plugin-lint-report/dist/parse/checkstyle_parser.js");
const { xml2js } = require(modules + "/xml-js");
const xml = require("node:fs").readFileSync(path, "utf8");
process.stdout.write(JSON.stringify(parseCheckstyle(xml2js(xml), "/nowhere")));
