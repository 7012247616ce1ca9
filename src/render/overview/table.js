// Sorts and filters the table of plans. Without this script the page is complete, only not in another order.
"use strict";
(() => {
  const table = document.getElementById("plans");
  const form = document.getElementById("filters");
  if (!table || !form) return;
  const body = table.tBodies[0];
  const order = new Intl.Collator(form.dataset.lang, { numeric: true, sensitivity: "base" });
  const rows = Array.from(body.rows, (row) => ({
    row,
    text: row.textContent.toLowerCase(),
    kreise: row.dataset.k.split(" "),
    outcomes: Array.from(row.querySelectorAll("td[data-o]"), (cell) => cell.dataset.o),
    keys: [],
  }));
  const heads = Array.from(table.tHead.rows[0].cells);
  const key = (row, column) => {
    // A file that cannot be read has one cell for all outcomes.
    const cells = row.cells;
    const missing = heads.length - cells.length;
    const cell = missing > 0 && column > 3 ? cells[column - missing] : cells[column];
    return cell && !(missing > 0 && column > 2 && column <= 3 + missing) ? (cell.dataset.s ?? cell.textContent.trim()) : "";
  };

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      rows.forEach((one) => { one.keys[column] ??= key(one.row, column); });
      const sign = down ? -1 : 1;
      // What a plan does not tell stands last in either order.
      rows.sort((a, b) => {
        const [one, other] = [a.keys[column], b.keys[column]];
        if (one === "" || other === "") return (one === "") - (other === "");
        return sign * order.compare(one, other);
      });
      body.append(...rows.map((one) => one.row));
    });
  });

  const status = form.querySelector("[role=status]");
  const outcomes = Array.from(form.querySelectorAll("select[data-n]"));
  const filter = () => {
    const text = form.elements.text.value.trim().toLowerCase();
    const kreis = form.elements.kreis.value;
    const wanted = outcomes.filter((select) => select.value).map((select) => [Number(select.dataset.n), select.value]);
    let shown = 0;
    for (const one of rows) {
      const fits = one.text.includes(text) && (!kreis || one.kreise.includes(kreis))
        && wanted.every(([number, outcome]) => one.outcomes[number] === outcome);
      if (one.row.hidden === fits) one.row.hidden = !fits;
      if (fits) shown += 1;
    }
    status.textContent = form.dataset.shown.replace("{shown}", shown).replace("{all}", rows.length);
  };
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  filter();
})();
