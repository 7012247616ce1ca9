// Opens pages in Chromium as people see them – light, dark, on a phone, on paper – and says what is wrong with them.
//
//   node pages.mjs CHROMIUM PAGE…
//
// Prints a line of JSON for each page: what it tried to load, what its console said, what axe-core finds, what is wider than a phone,
// on how many sheets of A4 it prints, and how long it took to open. With PAKTLINT_SCREENSHOTS, pictures are kept in that folder.
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.env.PAKTLINT_CLIENTS, "package.json"));
const puppeteer = require("puppeteer-core");
const axe = require("axe-core");

const pictures = process.env.PAKTLINT_SCREENSHOTS;
const [executablePath, ...pages] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });

async function opened(file, { bypass }) {
  const page = await browser.newPage();
  const said = { loaded: [], console: [] };
  const url = pathToFileURL(file).href;
  page.on("request", (request) => request.url() === url || said.loaded.push(request.url().slice(0, 200)));
  page.on("console", (message) => ["error", "warn"].includes(message.type()) && said.console.push(message.text().slice(0, 300)));
  page.on("pageerror", (error) => said.console.push(String(error).slice(0, 300)));
  // What checks a page has to get into it; whether the page keeps its own policy is seen without.
  if (bypass) await page.setBypassCSP(true);
  await look(page, "light");
  await page.setViewport({ width: 1100, height: 900 });
  const begin = performance.now();
  await page.goto(url, { waitUntil: "load" });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  return { page, said, milliseconds: Math.round(performance.now() - begin) };
}

function look(page, scheme) {
  return page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
}

for (const file of pages) {
  const name = basename(file);
  const shot = (page, how) => pictures && page.screenshot({ path: join(pictures, `${name}.${how}.png`), fullPage: true });

  const plain = await opened(file, { bypass: false });
  await shot(plain.page, "light");
  const pdf = await plain.page.pdf({ format: "A4", preferCSSPageSize: true, path: pictures && join(pictures, `${name}.pdf`) });
  const sheets = Buffer.from(pdf).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  await plain.page.setViewport({ width: 390, height: 900 });
  const wide = await plain.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await shot(plain.page, "phone");
  await plain.page.close();

  const faults = [];
  const { page } = await opened(file, { bypass: true });
  // What is folded is looked at, too.
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  await page.evaluate(axe.source);
  for (const scheme of ["light", "dark"]) {
    await look(page, scheme);
    if (scheme === "dark") await shot(page, "dark");
    const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
    for (const { id, impact, nodes } of found.violations.filter(({ impact }) => ["serious", "critical"].includes(impact))) {
      faults.push(`${scheme}: ${impact}: ${id}: ${nodes[0].html.slice(0, 200)}`);
    }
  }
  await page.close();
  const { loaded, console: said } = plain.said;
  console.log(JSON.stringify({ page: name, loaded, console: said, faults, wide, sheets, milliseconds: plain.milliseconds }));
}
await browser.close();
