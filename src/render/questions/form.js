"use strict";
(() => {
  const form = document.getElementById("answers");
  const said = document.getElementById("said");
  const all = (within, selector) => [...within.querySelectorAll(selector)];
  const questions = all(form, "[data-question]");
  const facts = all(form, "[data-path]");
  const say = (sentence, name, value) => form.dataset[sentence].replace(`{${name}}`, () => value);
  let unsaved = false;

  // What stands in the fields of a fact.
  const written = (fact) => all(fact, ".written").map((field) => field.value.trim()).find(Boolean) ?? "";
  const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
  const ticked = (fact) => all(fact, ".tick:checked").map((tick) => tick.value);
  const chosen = (fact) => fact.querySelector("select.choice")?.value ?? "";
  const isUnknown = (fact) => Boolean(fact.querySelector(".not-known:checked"));
  const isNone = (fact) => Boolean(fact.querySelector(".none:checked"));

  // What is answered for a fact: a text, or a list of them. Nothing where nothing was entered.
  const answer = (fact) => {
    const list = "list" in fact.dataset;
    const given = list ? [...ticked(fact), ...lines(written(fact))] : [written(fact), ...ticked(fact), chosen(fact)].filter(Boolean);
    if (given.length > 0) return list ? given : given[0];
    if (isNone(fact)) return [];
    return isUnknown(fact) ? form.dataset.unknown : undefined;
  };

  // Puts an answer into the fields; says whether there is a place for it.
  const fill = (fact, value) => {
    const texts = (Array.isArray(value) ? value : [value]).map((text) => String(text).trim());
    const ticks = all(fact, ".tick");
    const choice = fact.querySelector("select.choice");
    const field = fact.querySelector(".written");
    const set = (selector, is) => all(fact, selector).forEach((box) => { box.checked = is; });
    const left = texts.filter((text) => {
      const tick = ticks.find((tick) => tick.value === text);
      if (tick) tick.checked = true;
      return !tick;
    });
    ticks.forEach((tick) => { tick.checked = texts.includes(tick.value); });
    set(".none", Array.isArray(value) && texts.length === 0);
    set(".not-known", left.length === 1 && left[0] === form.dataset.unknown);
    if (choice) choice.value = "";
    if (field) field.value = "";
    if (left.length === 0 || fact.querySelector(".not-known:checked")) return true;
    if (choice && left.length === 1 && all(choice, "option").some((option) => option.value === left[0])) {
      choice.value = left[0];
      return true;
    }
    if (field) field.value = left.join("\n");
    return Boolean(field);
  };

  const isCopied = (fact) => Boolean(fact.closest(".others")?.parentElement.querySelector(".same-for-all:checked"));
  const original = (fact) => (isCopied(fact) ? fact.closest(".same").querySelector("[data-path]") : fact);
  const reply = (question) => question.querySelector(".reply").value.trim();
  const of = (name) => form.elements[name].value.trim();

  // The answers as they are saved. Nothing is left out or corrected here: what does not fit is asked back later.
  const answers = () => questions.flatMap((question) => {
    const id = question.dataset.question;
    const entries = all(question, "[data-path]").flatMap((fact) => {
      const value = answer(original(fact));
      return value === undefined ? [] : [{ question: id, path: fact.dataset.path, answer: value }];
    });
    return reply(question) ? [...entries, { question: id, reply: reply(question) }] : entries;
  });

  const saved = () => ({
    version: 1,
    tool: "paktlint",
    plan: form.dataset.plan,
    by: of("by") || form.dataset.to,
    date: of("date"),
    source: of("source"),
    answers: answers(),
  });

  // A spreadsheet takes what begins so for a formula; the apostrophe says that it is text.
  const isFormula = (c) => "=+-@\uff1d\uff0b\uff0d\uff20".includes(c);
  const text = (cell) => (cell && isFormula(cell.trimStart().charAt(0)) ? `'${cell}` : cell);
  const quoted = (cell) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

  const table = () => {
    const rows = questions.flatMap((question) => {
      const own = all(question, "[data-path]");
      const asked = question.querySelector(".asked").textContent;
      const row = (fact, said) => {
        const value = fact ? answer(original(fact)) : undefined;
        const shown = Array.isArray(value) ? value.join("; ") || form.dataset.none : value ?? "";
        return [question.dataset.question, form.dataset.whom, asked, fact?.dataset.path ?? "", fact?.dataset.meaning ?? "", shown,
          of("source"), of("date"), said];
      };
      return own.length > 0 ? own.map((fact, at) => row(fact, at === 0 ? reply(question) : "")) : [row(undefined, reply(question))];
    });
    const separator = form.dataset.separator;
    return "\ufeff" + [form.dataset.columns.split(" "), ...rows].map((row) => row.map(text).map(quoted).join(separator) + "\r\n").join("");
  };

  const save = (content, type, end) => {
    const link = document.createElement("a");
    const address = URL.createObjectURL(new Blob([content], { type }));
    link.href = address;
    link.download = form.dataset.file + end;
    document.body.append(link);
    link.click();
    link.remove();
    // The browser may still be reading it.
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    unsaved = false;
    said.textContent = say("saved", "file", link.download);
  };

  const load = (saved) => {
    let [taken, left] = [0, 0];
    for (const name of ["by", "date", "source"]) {
      const value = saved[name];
      if (typeof value === "string" && !(name === "by" && value === form.dataset.to)) form.elements[name].value = value;
    }
    all(form, ".same-for-all").forEach((box) => { box.checked = false; show(box); });
    for (const entry of saved.answers) {
      const known = typeof entry === "object" && entry !== null;
      const at = known && entry.path ? facts.filter((fact) => fact.dataset.path === entry.path) : [];
      const of = known ? questions.find((question) => question.dataset.question === entry.question) : undefined;
      const fact = at.find((fact) => of?.contains(fact)) ?? at[0];
      const given = known && entry.answer !== undefined && entry.answer !== null && entry.answer !== "";
      if (given && fact && fill(fact, entry.answer)) taken += 1;
      else if (given || !known) left += 1;
      if (known && typeof entry.reply === "string" && entry.reply) {
        if (of) {
          of.querySelector(".reply").value = entry.reply;
          taken += 1;
        } else left += 1;
      }
    }
    unsaved = true;
    said.textContent = say("loaded", "count", taken) + (left > 0 ? ` ${say("left", "count", left)}` : "");
  };

  // Where all places have the same answer, the first one is enough.
  const show = (box) => {
    const same = box.closest(".same");
    const [first, ...others] = all(same, "[data-path]");
    const value = answer(first);
    if (!box.checked && value !== undefined) others.filter((fact) => answer(fact) === undefined).forEach((fact) => fill(fact, value));
    same.querySelector(".others").hidden = box.checked;
  };

  const today = new Date();
  const digits = (number, count) => String(number).padStart(count, "0");
  form.elements.date.value ||= [digits(today.getFullYear(), 4), digits(today.getMonth() + 1, 2), digits(today.getDate(), 2)].join("-");
  all(document, ".with-script").forEach((part) => { part.hidden = false; });
  all(form, ".same-for-all").forEach((box) => box.addEventListener("change", () => show(box)));
  form.addEventListener("input", () => { unsaved = true; });
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("save").addEventListener("click", () =>
    save(JSON.stringify(saved(), null, 2) + "\n", "application/json", ".json"));
  document.getElementById("save-table").addEventListener("click", () => save(table(), "text/csv;charset=utf-8", ".csv"));
  document.getElementById("print").addEventListener("click", () => window.print());
  document.getElementById("load").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (!file) return;
    try {
      const saved = JSON.parse((await file.text()).replace(/^\ufeff/, ""));
      if (!Array.isArray(saved.answers)) throw new TypeError("no answers");
      load(saved);
    } catch {
      said.textContent = form.dataset.notRead;
    }
    // The same file can be chosen again.
    event.target.value = "";
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
})();
