"""The tables of docs/performance.md and docs/leistung.md: everything that is written between their markers."""

import growth

LANGS = {"en": "performance.md", "de": "leistung.md"}

# What each row is, in plain words.
ROWS = {
    "bytes": ("read the bytes of each file, nothing else", "nur die Bytes jeder Datei lesen"),
    "events": (
        "floor: read, and let the YAML parser name its events, as any program with this parser must",
        "Untergrenze: lesen und den YAML-Parser seine Ereignisse nennen lassen, wie es jedes Programm mit diesem Parser muss",
    ),
    "events, 2 threads": ("the same in two threads", "dasselbe in zwei Threads"),
    "read": ("paktlint, reading alone: up to the typed plan", "paktlint, nur Lesen: bis zum fertig eingelesenen Plan"),
    "lint": ("`lint`, all bundled rules, a line a finding", "`lint`, alle mitgelieferten Regeln, eine Zeile je Befund"),
    "lint, 2 threads": ("the same in two threads", "dasselbe in zwei Threads"),
    "lint, NDJSON": ("`lint --format ndjson`", "`lint --format ndjson`"),
    "lint, for people": ("`lint` with its report for people", "`lint` mit seinem Bericht für Menschen"),
    "lint, the demands": (
        "`lint` on the plans that peers are given, by the three demands alone",
        "`lint` auf den Plänen, die die anderen bekommen, nur nach den drei Forderungen",
    ),
    "lint, explicit": ("the same by all bundled rules", "dasselbe nach allen mitgelieferten Regeln"),
    "regorus bytecode": ("Rego, regorus' bytecode: read and judge", "Rego, Bytecode von regorus: lesen und beurteilen"),
    "regorus interpreter": ("Rego, regorus' interpreter: read and judge", "Rego, Interpreter von regorus: lesen und beurteilen"),
    "cel": ("CEL by the crate `cel`: read and judge", "CEL mit der Crate `cel`: lesen und beurteilen"),
    "cfn-guard": ("cfn-guard validate", "cfn-guard validate"),
    "Spectral": ("Spectral lint", "Spectral lint"),
    "check-jsonschema": ("check-jsonschema (two of the three demands)", "check-jsonschema (zwei der drei Forderungen)"),
}

ENGINES = {
    "paktlint-demands, explicit": ("paktlint, the three demands", "paktlint, die drei Forderungen"),
    "regorus-bytecode, explicit": ("regorus, bytecode", "regorus, Bytecode"),
    "regorus-interpreter, explicit": ("regorus, interpreter", "regorus, Interpreter"),
    "cel, explicit": ("cel", "cel"),
    "paktlint-demands, written": ("paktlint, the three demands, on plans as people write them", "paktlint, die drei Forderungen, auf Plänen, wie Menschen sie schreiben"),
    "paktlint-all, written": ("paktlint, every bundled rule, on plans as people write them", "paktlint, alle mitgelieferten Regeln, auf Plänen, wie Menschen sie schreiben"),
    "judge, written": ("the same with what facts rest on, built for size like `lint`", "dasselbe mit dem, worauf Fakten beruhen, klein gebaut wie `lint`"),
}

STARTS = {
    "arguments": ("a process that only parses its arguments (clap)", "ein Prozess, der nur seine Argumente liest (clap)"),
    "lint --version": ("`lint --version`", "`lint --version`"),
    "lint rules": ("`lint rules`: all bundled rules compiled and listed", "`lint rules`: alle mitgelieferten Regeln übersetzt und aufgelistet"),
    "lint tiny.yaml": ("`lint` on one plan of two lines", "`lint` auf einem Plan mit zwei Zeilen"),
}

TARGETS = {
    "whole/events": ("whole run ÷ parser's events alone", "ganzer Lauf ÷ Ereignisse des Parsers allein"),
    "judging/whole": ("facts and all bundled rules ÷ whole run", "Fakten und alle mitgelieferten Regeln ÷ ganzer Lauf"),
    "regorus-bytecode/evaluation": ("regorus' bytecode ÷ paktlint, evaluation alone", "Bytecode von regorus ÷ paktlint, nur Auswertung"),
    "regorus-interpreter/evaluation": ("regorus' interpreter ÷ paktlint, evaluation alone", "Interpreter von regorus ÷ paktlint, nur Auswertung"),
    "cel/evaluation": ("cel ÷ paktlint, evaluation alone", "cel ÷ paktlint, nur Auswertung"),
    "cfn-guard/whole": ("cfn-guard ÷ paktlint, whole run, the same three demands", "cfn-guard ÷ paktlint, ganzer Lauf, dieselben drei Forderungen"),
    "cfn-guard/whole, all rules": ("the same, paktlint by all bundled rules", "dasselbe, paktlint nach allen mitgelieferten Regeln"),
    "Spectral/whole": ("Spectral ÷ paktlint, whole run, the same three demands", "Spectral ÷ paktlint, ganzer Lauf, dieselben drei Forderungen"),
    "Spectral/whole, all rules": ("the same, paktlint by all bundled rules", "dasselbe, paktlint nach allen mitgelieferten Regeln"),
    "check-jsonschema/whole": ("check-jsonschema ÷ paktlint, whole run, the same three demands", "check-jsonschema ÷ paktlint, ganzer Lauf, dieselben drei Forderungen"),
    "check-jsonschema/whole, all rules": ("the same, paktlint by all bundled rules", "dasselbe, paktlint nach allen mitgelieferten Regeln"),
    "cfn-guard/memory": ("memory: cfn-guard ÷ paktlint", "Speicher: cfn-guard ÷ paktlint"),
    "Spectral/memory": ("memory: Spectral ÷ paktlint", "Speicher: Spectral ÷ paktlint"),
    "check-jsonschema/memory": ("memory: check-jsonschema ÷ paktlint", "Speicher: check-jsonschema ÷ paktlint"),
    "threads": ("one thread ÷ two threads", "ein Thread ÷ zwei Threads"),
    "start": ("`lint` on one plan of two lines ÷ only parsing arguments", "`lint` auf einem Plan mit zwei Zeilen ÷ nur Argumente lesen"),
    "memory/files": ("memory: most files ÷ 100 files", "Speicher: die meisten Dateien ÷ 100 Dateien"),
}

WORDS = {
    "en": {
        "measured": "Measured on {date} on {cores} cores ({model}), {memory} GiB, {kernel}, {rustc}, Node {node}, Python {python}, with `{command}`.",
        "versions": "Versions: {versions}.",
        "quick": "**A quick run on few plans: read the ratios, not the times.**",
        "targets": "### What was aimed at, and what it is",
        "targets_head": "| ratio | aim | measured | |",
        "most": "at most",
        "least": "at least",
        "met": "met",
        "missed": "**missed**",
        "wholes": "### Whole processes: seconds for so many plans",
        "program": "program",
        "plans": "plans",
        "cpu": "CPU, largest",
        "memory": "memory, largest",
        "agrees": "verdicts right",
        "scaled": "≈ is scaled from the largest number of plans that the row was run on.",
        "evaluation": "### Evaluation alone: plans were read before",
        "evaluation_head": "| engine | µs a plan | plans | verdicts right |",
        "starts": "### Start",
        "starts_head": "| process | ms | CPU, ms | memory, MiB |",
    },
    "de": {
        "measured": "Gemessen am {date} auf {cores} Kernen ({model}), {memory} GiB, {kernel}, {rustc}, Node {node}, Python {python}, mit `{command}`.",
        "versions": "Versionen: {versions}.",
        "quick": "**Ein schneller Lauf auf wenigen Plänen: Aussagekräftig sind die Verhältnisse, nicht die Zeiten.**",
        "targets": "### Was angestrebt war und was daraus wurde",
        "targets_head": "| Verhältnis | Ziel | gemessen | |",
        "most": "höchstens",
        "least": "mindestens",
        "met": "erreicht",
        "missed": "**verfehlt**",
        "wholes": "### Ganze Prozesse: Sekunden für so viele Pläne",
        "program": "Programm",
        "plans": "Pläne",
        "cpu": "CPU, größte Zahl",
        "memory": "Speicher, größte Zahl",
        "agrees": "Ergebnisse richtig",
        "scaled": "≈ ist hochgerechnet von der größten Zahl von Plänen, auf denen die Zeile gelaufen ist.",
        "evaluation": "### Nur die Auswertung: Die Pläne sind schon gelesen",
        "evaluation_head": "| Auswertung | µs je Plan | Pläne | Ergebnisse richtig |",
        "starts": "### Start",
        "starts_head": "| Prozess | ms | CPU, ms | Speicher, MiB |",
    },
}


def number(value, lang, digits=3):
    """Three digits that count, with the comma of the language."""
    if value >= 1000:
        text = f"{value:,.0f}"
        return text.replace(",", ".") if lang == "de" else text
    text = f"{value:.{digits}g}" if value >= 0.001 else f"{value:.4f}"
    if "e" in text:
        text = f"{value:.0f}"
    return text.replace(".", ",") if lang == "de" else text


def of(texts, name, lang):
    return texts[name][0 if lang == "en" else 1]


def tables(figures, lang):
    words = WORDS[lang]
    machine = figures["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in machine["versions"].items())
    lines = [words["measured"].format(**machine, command=figures["options"]), "", words["versions"].format(versions=versions), ""]
    if figures["quick"]:
        lines += [words["quick"], ""]
    lines += targets(figures, lang) + wholes(figures, lang) + evaluation(figures, lang) + starts(figures, lang)
    return "\n".join(lines).rstrip() + "\n"


def targets(figures, lang):
    words = WORDS[lang]
    lines = [words["targets"], "", words["targets_head"], "|---|---|---|---|"]
    for target in figures["targets"]:
        aim = words["most"] if target["at_most"] else words["least"]
        bar = "–" if target["limit"] is None else f"{aim} {number(target['limit'], lang)}"
        met = {None: "", True: words["met"], False: words["missed"]}[target["met"]]
        lines.append(f"| {of(TARGETS, target['name'], lang)} | {bar} | {target['scaled']}{number(target['value'], lang)} | {met} |")
    return [*lines, ""]


def wholes(figures, lang):
    words, rows = WORDS[lang], figures["wholes"]
    sizes = sorted({size for row in rows.values() for size in row}, key=int)
    head = " | ".join(number(int(size), lang) if int(size) >= 1000 else str(size) for size in sizes)
    lines = [words["wholes"], "", f"| {words['program']} | {head} | {words['cpu']} | {words['memory']} | {words['agrees']} |"]
    lines.append("|" + "---|" * (len(sizes) + 4))
    for name, text in ROWS.items():
        if name not in rows:
            continue
        row = rows[name]
        cells = [number(row[size]["wall"], lang) if size in row else scaled(row, int(size), name, lang) for size in sizes]
        last = row[max(row, key=int)]
        right = agreement(figures, name)
        lines.append(f"| {text[0 if lang == 'en' else 1]} | {' | '.join(cells)} | {number(last['cpu'], lang)} s | {number(last['rss'], lang)} MiB | {right} |")
    return [*lines, "", words["scaled"], ""]


def scaled(row, size, name, lang):
    """Only what is slow is scaled, and only to the size at which peers are compared."""
    largest = max(row, key=int)
    if name not in ("Spectral", "check-jsonschema") or size > 10_000 or size < int(largest):
        return "–"
    smallest = min(row, key=int)
    each = (row[largest]["wall"] - row[smallest]["wall"]) / max(int(largest) - int(smallest), 1)
    return "≈ " + number(row[smallest]["wall"] + each * (size - int(smallest)), lang)


def agreement(figures, name):
    found, judged = figures["agreement"], figures["evaluation"].get(name.replace(" ", "-") + ", explicit")
    if judged:
        return f"{judged['right']}/{judged['plans']}"
    if name.startswith("lint"):
        right = [entry for key, entry in found.items() if key.startswith("paktlint")]
        return f"{sum(entry[0] for entry in right)}/{sum(entry[1] for entry in right)}"
    return "/".join(str(count) for count in found[name]) if name in found else ""


def evaluation(figures, lang):
    words = WORDS[lang]
    lines = [words["evaluation"], "", words["evaluation_head"], "|---|---|---|---|"]
    for name, text in ENGINES.items():
        if name in figures["evaluation"]:
            entry = figures["evaluation"][name]
            right = f"{entry['right']}/{entry['plans']}" if "right" in entry else ""
            cells = f"{number(entry['micros'], lang)} | {entry['plans']} | {right}"
            lines.append(f"| {text[0 if lang == 'en' else 1]} | {cells} |")
    return [*lines, ""]


def starts(figures, lang):
    words = WORDS[lang]
    lines = [words["starts"], "", words["starts_head"], "|---|---|---|---|"]
    for name, entry in figures["starts"].items():
        cells = " | ".join(number(value, lang) for value in (entry["wall"] * 1e3, entry["cpu"] * 1e3, entry["rss"]))
        lines.append(f"| {of(STARTS, name, lang)} | {cells} |")
    return [*lines, ""]


def write(docs, figures):
    for lang, name in LANGS.items():
        page = docs / name
        text = page.read_text()
        if "wholes" in figures:
            text = between(text, "figures", tables(figures, lang))
        if "growth" in figures:
            text = between(text, "growth", growth.table(figures["growth"], lang))
            (docs / growth.PLOTS[lang]).write_text(growth.plot(figures["growth"], lang))
        page.write_text(text)


def between(text, name, new):
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->"
    before, rest = text.split(begin)
    return before + begin + "\n" + new + "\n" + end + rest.split(end)[1]
