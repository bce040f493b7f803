#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What hostile packets cost: each class of attack inside a valid packet is given to `congvanctl packet check` as a
process of its own. Prints seconds and memory of each beside those of the valid packet (asked: refused with a code within
2 s and 200 MB). Usage: hostile.py CONGVANCTL VALID_PACKET; exit 1 where one is not refused with the code expected."""
import json
import os
import subprocess
import sys
import tempfile

SUBJECT = "Báo cáo kinh phí thử nghiệm quý III<".encode()
CONTENT = b"<edXML:Content>"
START = b'<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016">'
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>'
MEBIBYTE = 1 << 20


def once(valid, what, by):
    assert valid.count(what) == 1, what
    return valid.replace(what, by)


def attributes(count, form):
    return b"".join(form % number for number in range(count))


def classes(valid):
    """Name, how its bytes are made, code ("" where the packet is read)."""
    laughs = b'<!ENTITY l0 "lol">' + b"".join(
        b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10) for level in range(1, 10))
    def flood():
        return attributes(400_000, b" a%d='1'")

    utf7 = once(valid, DECLARATION, b'<?xml version="1.0"' + b" " * 600 + b'encoding="UTF-7"?>')
    yield "the valid packet", lambda: valid, ""
    yield "billion laughs", lambda: once(valid, START, b"<!DOCTYPE edXML [" + laughs + b"]>" + START), "packet-dtd"
    yield "400,000 attributes", lambda: once(valid, CONTENT, CONTENT[:-1] + flood() + b">"), "packet-too-many-attributes"
    yield "400,000 namespaces", lambda: once(valid, CONTENT, CONTENT[:-1] + flood().replace(b" a", b" xmlns:a") + b">"), \
        "packet-too-many-attributes"
    yield "attributes in UTF-7", lambda: once(utf7, CONTENT, b"+ADw-x" + flood().replace(b"=", b"+AD0-") + b"+AD4-" + CONTENT), \
        "packet-encoding"
    yield "1,000,000 levels", lambda: once(valid, SUBJECT, b"<a>" * 1_000_000 + b"<"), "packet-too-deep"
    yield "20 million elements", lambda: once(valid, SUBJECT, b"<a/>" * 20_000_000 + b"<"), "packet-too-many-elements"
    yield "a tag of 100 MiB", lambda: once(valid, CONTENT, CONTENT[:-1] + b" a='" + b"x" * (100 * MEBIBYTE) + b"'>"), \
        "packet-tag-too-long"
    yield "a comment of 100 MiB", lambda: once(valid, SUBJECT, b"<!--" + b"x" * (100 * MEBIBYTE) + b"--><"), "packet-tag-too-long"
    yield "a text of 100 MiB", lambda: once(valid, SUBJECT, b"x" * (100 * MEBIBYTE) + b"<"), "packet-text-too-long"
    yield "100 MiB of short texts", lambda: once(valid, SUBJECT, (b"<a>" + b"x" * 50_000 + b"</a>") * 2_000 + b"<"), \
        "packet-too-large"
    yield "UTF-16", lambda: valid.decode().encode("utf-16"), "packet-encoding"
    yield "overlong", lambda: once(valid, SUBJECT, b"\xC0\xBCb\xC0\xBE<"), "packet-not-xml"
    yield "zero bytes", lambda: once(valid, SUBJECT, b"\0" * MEBIBYTE + b"<"), "packet-not-xml"
    yield "XInclude", lambda: once(valid, SUBJECT, b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/hostname"'
                           b' parse="text"/><'), "packet-xinclude"


def write(path, make):
    """In a child: what this process holds would count as the measured program's memory."""
    child = os.fork()
    if child == 0:
        with open(path, "wb") as file:
            file.write(make())
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0


def measured(program, path):
    child = subprocess.Popen([program, "packet", "check", path, "--json"], stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL)
    out = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    try:
        code = json.loads(out or b"{}").get("error", "")
    except json.JSONDecodeError:
        code = "no answer"
    return child.returncode, code, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    program, sample = sys.argv[1:3]
    with open(sample, "rb") as file:
        valid = file.read()
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="gói xấu ") as folder:
        path = os.path.join(folder, "gói.edxml")
        print(f"{'hostile packets':28} {'seconds':>8} {'MiB':>7}  code")
        for name, make, wanted in classes(valid):
            write(path, make)
            exit_code, code, seconds, memory = measured(program, path)
            fits = code == wanted and exit_code == (65 if wanted else 0)
            wrong += not fits
            print(f"{name:28} {seconds:8.3f} {memory:7.0f}  {code or 'read'}{'' if fits else '  WRONG, expected ' + wanted}")
    print("asked: 2 s, 200 MB each")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
