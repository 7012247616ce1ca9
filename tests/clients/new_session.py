"""Answers the questions of `lint new` at a terminal, as somebody does who knows half of it."""

import os
import sys
import tempfile

import pexpect

lint = os.path.abspath(sys.argv[1])


def session(folder, answers, language):
    child = pexpect.spawn(
        lint, ["--lang", language, "new"], cwd=folder, encoding="utf-8", timeout=20, dimensions=(60, 200), env={"TERM": "xterm", "NO_COLOR": "1"}
    )
    for question, answer in answers:
        child.expect_exact(question)
        child.send(answer + "\r")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0, (child.exitstatus, child.before)
    return child.before


with tempfile.TemporaryDirectory() as folder:
    said = session(
        folder,
        [
            ("1.", "Singen (Hohentwiel)"),
            ("2.", ""),
            ("3.", "Herbst 2017"),
            # What no date is asked again, with the reason.
            ("nicht genau bestimmt", ""),
            ("4.", "Stadt: Singen"),
            ("5.", "1,5"),
            ("6.", "weiß ich nicht"),
            ("4.", "Caritas"),
            ("5.", ""),
            ("6.", "Sozialarbeit B.A."),
            ("4.", ""),
        ],
        "de",
    )
    assert "Offene Fragen" in said and "Singen (Hohentwiel)" in said, said
    with open(os.path.join(folder, "singen-hohentwiel.yaml"), encoding="utf-8") as file:
        plan = file.read()
    lines = [line for line in plan.splitlines() if line and not line.startswith("#")]
    assert lines == [
        'gemeinde: "Singen (Hohentwiel)"',
        "kreis: unbekannt",
        "stand: unbekannt",
        "entscheidet_ueber_mittel: unbekannt",
        "stellen:",
        '  - arbeitgeber: "Stadt: Singen"',
        '    vzae: "1,5"',
        "    qualifikation: unbekannt",
        "  - arbeitgeber: Caritas",
        "    vzae: unbekannt",
        "    qualifikation: Sozialarbeit B.A.",
    ], plan
    # Who knows nothing has a plan, too, and the one that is there stays.
    for number in ("", "-2"):
        session(folder, [(f"{question}.", "") for question in range(1, 5)], "en")
        assert os.path.exists(os.path.join(folder, f"plan{number}.yaml")), number
print("ok")
