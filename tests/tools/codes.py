#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The error and finding codes: each is raised at exactly one place in the sources, described in resources/codes, and listed in
ARCHITECTURE.md. `codes.py --write` renews the table in ARCHITECTURE.md."""
import re
import sys
from collections import defaultdict
from pathlib import Path

FLOORS = ("docsig", "exchange", "app", "ui")
RAISED = re.compile(r'\b(?:fail|finding|Finding|makeFinding|addFinding)\s*[({]\s*u?"([a-z][a-z0-9-]+)"')
FIRST, LAST = "<!-- codes: first -->", "<!-- codes: last -->"


def described(top):
    rows = {}
    for table in sorted((top / "resources/codes").glob("*.tsv")):
        for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                cells = line.split("\t")
                rows.setdefault(cells[0], []).append((table, number, cells))
    return rows


def code_lines(top):
    for floor in FLOORS:
        for path in sorted((top / floor).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                    if not line.lstrip().startswith("//"):
                        yield f"{path.relative_to(top)}:{number}", line


def table(top):
    lines = ["| code | exit | what it tells |", "|---|---|---|"]
    for code, found in sorted(described(top).items()):
        cells = found[0][2]
        lines.append(f"| `{code}` | {cells[1]} | {cells[2]} |")
    return "\n".join(lines)


def faults(top):
    rows, raised, named = described(top), defaultdict(list), set()
    for where, line in code_lines(top):
        for code in RAISED.findall(line):
            raised[code].append(where)
        named.update(re.findall(r'"([a-z][a-z0-9-]+)"', line))
    for code, found in sorted(rows.items()):
        for path, number, cells in found:
            where = f"{path.relative_to(top)}:{number}"
            if len(cells) != 4 or not all(cell.strip() for cell in cells):
                yield f"{where}: a row has four filled columns: code, exit code, English, Vietnamese"
            elif not re.fullmatch(r"-|\d{1,3}", cells[1]):
                yield f"{where}: {code} has no exit code"
        if len(found) > 1:
            yield f"{code}: described {len(found)} times"
    for code, where in sorted(raised.items()):
        if len(where) > 1:
            yield f"{code}: raised at {', '.join(where)}"
        if code not in rows:
            yield f"{code}: raised at {where[0]}, described nowhere in resources/codes"
    for code in sorted(rows):
        if code not in named:
            yield f"{code}: described and raised nowhere"
    page = (top / "ARCHITECTURE.md").read_text(encoding="utf-8") if (top / "ARCHITECTURE.md").exists() else ""
    if FIRST not in page or page.split(FIRST)[1].split(LAST)[0].strip() != table(top).strip():
        yield "ARCHITECTURE.md: its table of codes is not that of resources/codes (tests/tools/codes.py --write renews it)"


def write(top):
    path = top / "ARCHITECTURE.md"
    head, rest = path.read_text(encoding="utf-8").split(FIRST)
    path.write_text(f"{head}{FIRST}\n{table(top)}\n{LAST}{rest.split(LAST)[1]}", encoding="utf-8")


if __name__ == "__main__":
    here = Path(__file__).resolve().parents[2]
    if sys.argv[1:] == ["--write"]:
        write(here)
    else:
        wrong = list(faults(here))
        print("\n".join(wrong))
        sys.exit(1 if wrong else 0)
