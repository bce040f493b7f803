#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the house rules that a machine can keep. Each check prints one line per fault; any fault ends with exit code 1.

usage: tests/tools/check.py [name ...]     names: floors rooms codes format sizes translations shell
"""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import codes  # noqa: E402

TOP = Path(__file__).resolve().parents[2]
FLOORS = {"docsig": {"docsig"}, "exchange": {"exchange"}, "app": {"app", "docsig", "exchange"}, "ui": {"ui", "app", "docsig/report"}}

# Foreign headers and the folders that may include them (one room a library, a few with several).
ROOMS = [
    (r"QtCrypto|qca[_./]", ["docsig/keys", "docsig/trust"]),
    (r"openssl/", ["docsig/cms", "docsig/keys", "docsig/trust", "docsig/pdf/decryption", "exchange/hub/secrets",
                   "exchange/protocol/sha256"]),
    (r"p11-kit/", ["docsig/keys"]),
    (r"qpdf/", ["docsig/pdf"]),
    (r"zlib\.h", ["docsig/pdf", "app/store/packing"]),
    (r"poppler", ["app/render"]),
    (r"libxml/|xmlsec/", ["exchange/envelope", "docsig/trust", "app/archive"]),
    (r"QSql|QtSql", ["app/store", "exchange/hub/store_"]),
    (r"libpq-fe", ["exchange/hub/store_postgres"]),
    (r"microhttpd", ["exchange/hub/http", "exchange/hub/operations"]),
    (r"gnutls/", ["exchange/hub/http"]),
    (r"archive(_entry)?\.h", ["exchange/envelope", "app/archive", "app/render"]),
    (r"curl/", ["exchange/client", "app/runtime"]),
    (r"QtWidgets|QWidget|QMainWindow|QDialog\b|QLabel|QPushButton", ["ui"]),
    (r"seccomp\.h", ["docsig/worker"]),
    (r"sys/|unistd\.h|fcntl\.h|signal\.h|csignal|linux/|pwd\.h|sched\.h|pthread\.h|poll\.h",
     ["app/runtime", "docsig/worker", "docsig/pdf/filebytes", "exchange/protocol/processlock", "app/render", "exchange/hub"]),
]
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
LONGEST = 600


def sources(*suffixes):
    listed = subprocess.run(["git", "-C", str(TOP), "ls-files", "-co", "--exclude-standard"],
                            capture_output=True, text=True, check=True).stdout
    for name in sorted(set(listed.split("\n"))):
        path = TOP / name
        if name and path.suffix in suffixes and path.is_file():
            yield name, path


def product_includes():
    for name, path in sources(".h", ".cpp"):
        floor = name.split("/")[0]
        if floor not in FLOORS:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = INCLUDE.match(line)
            if found:
                yield name, number, floor, found.group(1), found.group(2)


def check_floors():
    for name, number, floor, quote, header in product_includes():
        top = header.split("/")[0]
        if top not in FLOORS or quote != '"':
            continue
        if not any(header.startswith(place + "/") for place in FLOORS[floor]):
            yield f"{name}:{number}: {floor} may not include {header}"


def check_rooms():
    for name, number, _, quote, header in product_includes():
        if quote != "<":
            continue
        for pattern, rooms in ROOMS:
            if re.match(pattern, header) and not any(name.startswith(room) for room in rooms):
                yield f"{name}:{number}: <{header}> belongs to {', '.join(rooms)}"


def check_codes():
    yield from codes.faults(TOP)


def formatter():
    for name in ("clang-format-19", "clang-format"):
        if shutil.which(name):
            version = subprocess.run([name, "--version"], capture_output=True, text=True).stdout
            if re.search(r"version 19\.", version):
                return name
    return None


def check_format():
    tool = formatter()
    if tool is None:
        yield "clang-format 19 is not installed: the format can't be checked"
        return
    files = [str(path) for _, path in sources(".h", ".cpp")]
    done = subprocess.run([tool, "--dry-run", "-Werror", *files], capture_output=True, text=True)
    named = sorted({line.split(":")[0] for line in done.stderr.splitlines() if "error:" in line})
    for file in named:
        yield f"{Path(file).relative_to(TOP)}: not formatted ({tool} -i mends it)"


def check_sizes():
    for name, path in sources(".h", ".cpp", ".py"):
        text = path.read_text(encoding="utf-8")
        lines = len(text.splitlines())
        if lines > LONGEST:
            yield f"{name}: {lines} lines, more than {LONGEST}"
        if path.suffix != ".py" and not text.startswith("// SPDX-License-Identifier: GPL-3.0-or-later"):
            yield f"{name}: no licence line"


def lupdate():
    for name in ("/usr/lib/qt6/bin/lupdate", shutil.which("lupdate6"), shutil.which("lupdate")):
        if name and Path(name).exists():
            return name
    return None


def check_translations():
    """Both languages are complete: nothing unfinished, and a fresh lupdate finds no string that the file lacks."""
    tool = lupdate()
    if tool is None:
        yield "lupdate is not installed: the translations can't be checked"
        return
    for name, path in sources(".ts"):
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / path.name
            # Places are relative to the .ts file; without them a copy elsewhere reads the same.
            shutil.copyfile(path, fresh)
            done = subprocess.run([tool, "-locations", "none", "-no-obsolete", "-I", str(TOP), "-recursive", str(TOP / "ui"), str(TOP / "app"), "-ts", str(fresh)],
                                  capture_output=True, text=True)
            if done.returncode:
                yield f"{name}: lupdate failed: {done.stderr.strip()[:200]}"
                continue
            unfinished = fresh.read_text(encoding="utf-8").count('type="unfinished"')
        if unfinished:
            yield f"{name}: {unfinished} strings have no finished translation"


def check_shell():
    for name in ("packaging/run", "packaging/setup", "tests/run", ".ci/run", "tests/bench/run", "tests/fuzz/run"):
        path = TOP / name
        if not path.exists():
            yield f"{name}: is missing"
        elif subprocess.run(["bash", "-n", str(path)], capture_output=True).returncode:
            yield f"{name}: bash can't read it"
        elif not path.stat().st_mode & 0o100:
            yield f"{name}: is not executable"


CHECKS = {"floors": check_floors, "rooms": check_rooms, "codes": check_codes, "format": check_format, "sizes": check_sizes,
          "translations": check_translations, "shell": check_shell}


def main(names):
    faults = 0
    for name in names or CHECKS:
        found = list(CHECKS[name]())
        faults += len(found)
        print(f"{name}: {'ok' if not found else f'{len(found)} faults'}")
        for fault in found:
            print(f"  {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
