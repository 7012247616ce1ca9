"""How cost grows with size: instructions counted by callgrind, the exponent of each axis, a table and a plot.

Counts, not times: they are the same on a busy machine, so that the exponent can be held to a limit.
"""

import math
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor

PLOTS = {"en": "growth.svg", "de": "wachstum.svg"}

# Names, and sizes that double: small ones first, where what is fixed still counts, and those that the exponent is told from.
AXES = {
    "bytes": ("bytes of a file", "Bytes einer Datei", [8192 << step for step in range(6)]),
    "posts": ("posts of a plan", "Stellen eines Plans", [16 << step for step in range(6)]),
    # Large, because what each of them asks is held against what others asked.
    "open": ("empty posts", "leere Stellen", [256 << step for step in range(6)]),
    "organisations": ("organisations beside one another", "Organisationen nebeneinander", [16 << step for step in range(6)]),
    "chain": ("links of a chain of owners", "Glieder einer Eigentümerkette", [312, 625, 1250, 2500, 5000, 10000]),
    "rules": ("further rules", "weitere Regeln", [16 << step for step in range(6)]),
    "files": ("files", "Dateien", [2 << step for step in range(6)]),
}
STEEPEST = 1.2


def counted(program, *words):
    """How many instructions a run takes."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, *[str(word) for word in words]]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(re.search(r"Collected : (\d+)", done.stderr).group(1))


def measure(program, quick=False):
    jobs = []
    for axis, (_, _, sizes) in AXES.items():
        jobs += [(axis, size) for size in (sizes[:4] if quick else sizes)]

    def cost(job):
        axis, size = job
        return counted(program, "grow", axis, size, 2) - counted(program, "grow", axis, size, 1)

    with ThreadPoolExecutor(2) as pool:
        costs = list(pool.map(cost, jobs))
    found = {}
    for (axis, size), count in zip(jobs, costs):
        found.setdefault(axis, {"points": []})["points"].append([size, count])
    for entry in found.values():
        entry["exponent"] = exponent(entry["points"][-4:])
    return found


def exponent(points):
    """The slope of the line through the logarithms, by least squares."""
    logs = [(math.log(size), math.log(max(count, 1))) for size, count in points]
    middle = [sum(values) / len(logs) for values in zip(*logs)]
    across = sum((x - middle[0]) * (y - middle[1]) for x, y in logs)
    return across / sum((x - middle[0]) ** 2 for x, _ in logs)


def steep(found):
    return [f"{axis}: exponent {entry['exponent']:.2f}" for axis, entry in found.items() if entry["exponent"] > STEEPEST]


def label(axis, lang):
    return AXES[axis][0 if lang == "en" else 1]


def with_comma(text, lang):
    return text.replace(".", ",") if lang == "de" else text


def grouped(value, lang):
    return f"{value:,}".replace(",", ".") if lang == "de" else f"{value:,}"


def table(found, lang):
    heads = {
        "en": "| grows with | from | to | million instructions | exponent |",
        "de": "| wächst mit | von | bis | Millionen Befehle | Exponent |",
    }
    alt = {"en": "Cost against size, both in doublings; the dotted line is what is linear", "de": "Kosten gegen Größe, beides in Verdopplungen; die punktierte Linie ist linear"}
    lines = [f"![{alt[lang]}]({PLOTS[lang]})", "", heads[lang], "|---|---|---|---|---|"]
    for axis, entry in found.items():
        (first, low), (last, high) = entry["points"][0], entry["points"][-1]
        millions = with_comma(f"{low / 1e6:.1f} → {high / 1e6:.1f}", lang)
        cells = [label(axis, lang), grouped(first, lang), grouped(last, lang), millions, with_comma(f"{entry['exponent']:.2f}", lang)]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


# Colours that can be told apart on white and on black, also by people who see few colours.
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8a7a00", "#7f7f7f", "#56b4e9"]
DASHES = ["", "6 3", "2 3", "9 3 2 3", "12 4", "4 4", "1 4"]


def plot(found, lang):
    """Size against cost as multiples of the smallest, in doublings; the thin line is what is linear."""
    width, height, left, top, side = 760, 420, 60, 30, 340
    most = max(math.log2(entry["points"][-1][0] / entry["points"][0][0]) for entry in found.values())

    def place(x, y):
        return left + x / most * side, top + side - y / most * side

    words = {
        "en": ("size, as a multiple of the smallest", "cost, as a multiple of the smallest", "linear"),
        "de": ("Größe, als Vielfaches der kleinsten", "Kosten, als Vielfaches der kleinsten", "linear"),
    }[lang]
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" font-family="sans-serif" font-size="13">',
        f"<title>{words[1]} / {words[0]}</title>",
        "<style>text{fill:#222}.grid{stroke:#ddd}.linear{stroke:#888}@media(prefers-color-scheme:dark){text{fill:#ddd}.grid{stroke:#444}}</style>",
    ]
    for step in range(int(most) + 1):
        (x, y), (right, _), (_, up) = place(step, step), place(most, 0), place(0, most)
        out.append(f'<path class="grid" d="M{left} {y:.1f}H{right:.1f}M{x:.1f} {top + side}V{up:.1f}"/>')
        out.append(f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">×{2**step}</text>')
        out.append(f'<text x="{x:.1f}" y="{top + side + 18}" text-anchor="middle">×{2**step}</text>')
    (x0, y0), (x1, y1) = place(0, 0), place(most, most)
    out.append(f'<path class="linear" stroke-dasharray="1 3" d="M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}"/>')
    out.append(f'<text x="{left + side / 2}" y="{height - 8}" text-anchor="middle">{words[0]}</text>')
    out.append(f'<text x="{left}" y="{top - 12}">{words[1]}</text>')
    for at, (axis, entry) in enumerate(found.items()):
        (first, low) = entry["points"][0]
        points = [place(math.log2(size / first), math.log2(max(cost / low, 1e-9))) for size, cost in entry["points"]]
        path = "L".join(f"{x:.1f} {max(y, 2):.1f}" for x, y in points)
        dash = f' stroke-dasharray="{DASHES[at]}"' if DASHES[at] else ""
        out.append(f'<path fill="none" stroke="{COLOURS[at]}" stroke-width="2"{dash} d="M{path}"/>')
        y = top + 20 + at * 24
        legend = left + side + 30
        out.append(f'<path stroke="{COLOURS[at]}" stroke-width="2"{dash} d="M{legend} {y - 4}h32"/>')
        power = with_comma(f"{entry['exponent']:.2f}", lang)
        out.append(f'<text x="{legend + 42}" y="{y}">{label(axis, lang)} (n<tspan dy="-4" font-size="10">{power}</tspan><tspan dy="4">)</tspan></text>')
    y = top + 20 + len(found) * 24
    out.append(f'<path class="linear" stroke-dasharray="1 3" d="M{left + side + 30} {y - 4}h32"/><text x="{left + side + 72}" y="{y}">{words[2]}</text>')
    return "\n".join([*out, "</svg>"]) + "\n"
