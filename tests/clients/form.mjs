// Fills in a form of questions in Chromium as somebody would, saves the answers, loads them again and leaves.
//
//   node form.mjs CHROMIUM FORM FOLDER
//
// Prints one JSON object: what the console said, what was saved as JSON and as a table, what was saved after the answers were loaded into
// an empty form, what the page said, and what it is like without script. Files are saved in FOLDER.
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.env.PAKTLINT_CLIENTS, "package.json"));
const puppeteer = require("puppeteer-core");
const [executablePath, form, folder] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
const result = { console: [], dialogs: [], loaded: [] };

async function open({ script = true } = {}) {
  const page = await browser.newPage();
  const url = pathToFileURL(form).href;
  page.on("console", (message) => ["error", "warn"].includes(message.type()) && result.console.push(message.text()));
  page.on("pageerror", (error) => result.console.push(String(error)));
  page.on("request", (request) => request.url() === url || request.url().startsWith("blob:") || result.loaded.push(request.url()));
  page.on("dialog", async (dialog) => {
    result.dialogs.push(dialog.type());
    await dialog.accept();
  });
  await page.setJavaScriptEnabled(script);
  await page.goto(url, { waitUntil: "load" });
  return page;
}

async function saved(page, button) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const session = await page.createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder, eventsEnabled: true });
  // The browser puts an empty file there first: only its own word tells when the file is whole.
  const whole = new Promise((done, failed) => {
    setTimeout(() => failed(new Error(`nothing was saved by ${button}`)), 30000).unref();
    session.on("Browser.downloadProgress", ({ state }) => {
      if (state === "completed") done();
      if (state === "canceled") failed(new Error(`saving by ${button} was broken off`));
    });
  });
  await page.click(button);
  await whole;
  const [name] = await readdir(folder);
  return { name, text: await readFile(join(folder, name), "utf8") };
}

const said = (page) => page.$eval("#said", (element) => element.textContent);

// Every kind of field is filled in once, with what could break what is saved.
const page = await open();
result.title = await page.title();
result.questions = await page.$$eval("[data-question] .asked", (asked) => asked.map((one) => one.textContent));
result.elements = await page.evaluate(() => ({ scripts: document.scripts.length, pictures: document.images.length }));
for (const fact of await page.$$("[data-path]")) {
  const hidden = await fact.evaluate((element) => Boolean(element.closest(".others")));
  if (hidden) continue;
  const written = await fact.$(".written");
  const select = await fact.$("select.choice");
  const ticks = await fact.$$(".tick");
  if (select) {
    await select.select(await select.evaluate((element) => element.options[1].value));
  } else if (ticks.length > 0) {
    await ticks[0].click();
    if (ticks.length > 2) await ticks[1].click();
  } else if (written) {
    const lines = await written.evaluate((element) => element.tagName === "TEXTAREA");
    await written.type(lines ? "=Sozialarbeit; \"B.A.\" <b>\nErzieherin" : "=1; \"zwei\" <b>");
  }
}
for (const box of await page.$$(".same-for-all")) await box.click();
await (await page.$(".reply")).type("So nicht; „wir“ sehen das \"anders\".\n-- <script>alert(1)</script>");
await page.type("#by", "Hauptamt");
await page.type("#source", "Auskunft; \"mündlich\"");
await page.$eval("#date", (element) => { element.value = ""; });
await page.type("#date", "2026-11-20");

const first = await saved(page, "#save");
result.name = first.name;
result.saved = JSON.parse(first.text);
result.said = await said(page);
result.table = await saved(page, "#save-table");

// The answers in an empty form are the same again.
const again = await open();
const file = join(`${folder}-kept.json`);
await writeFile(file, first.text);
await (await again.$("#load")).uploadFile(file);
await again.waitForFunction(() => document.getElementById("said").textContent !== "");
result.taken = await said(again);
result.again = JSON.parse((await saved(again, "#save")).text);

// What is no file of answers changes nothing.
await writeFile(file, "{\"answers\": 1}");
await again.$eval("#said", (element) => { element.textContent = ""; });
await (await again.$("#load")).uploadFile(file);
await again.waitForFunction(() => document.getElementById("said").textContent !== "");
result.refused = await said(again);
await rm(file);

// Whoever leaves with what is not saved is asked; whoever has saved is not.
const close = (page) => Promise.race([
  new Promise((done) => page.once("close", done)),
  page.close({ runBeforeUnload: true }).then(() => new Promise((done) => setTimeout(done, 1000))),
]);
await close(page);
result.dialogs_when_saved = result.dialogs.length;
await again.type("#by", "!");
await close(again);

// What everybody can answer: that nobody knows, or that there is nothing of the kind.
const unknown = await open();
await unknown.$$eval("[data-path]", (facts) => facts.forEach((fact) => {
  const box = fact.querySelector(".none") ?? fact.querySelector(".not-known");
  const select = fact.querySelector("select.choice");
  if (box) box.click();
  else if (select) select.value = document.getElementById("answers").dataset.unknown;
}));
result.unknown = JSON.parse((await saved(unknown, "#save")).text);

const bare = await open({ script: false });
result.without_script = {
  shown: await bare.$$eval(".with-script", (parts) => parts.filter((part) => part.checkVisibility()).length).catch(() => "no script"),
};
await browser.close();
console.log(JSON.stringify(result));
