#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What reading a packet of 50 MB costs, beside xmllint streaming through the same file, and what writing one of 200 MB does,
beside base64 and sha256sum over the attachment. Called by tests/bench/run BIN FOLDER."""
import base64
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time

BIN, FOLDER = sys.argv[1:3]
ROUNDS = 5


def packet(path, size):
    """One attachment that makes the packet as large as is asked; its bytes do not repeat."""
    start = ('<?xml version="1.0" encoding="UTF-8"?><edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016" '
             'xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016"><edXML:edXMLEnvelope><edXML:edXMLHeader><edXML:MessageHeader>'
             '<edXML:From><edXML:OrganId>H99.01</edXML:OrganId><edXML:OrganName>Sở Mẫu</edXML:OrganName></edXML:From>'
             '<edXML:To><edXML:OrganId>H99.02</edXML:OrganId><edXML:OrganName>Sở Thử</edXML:OrganName></edXML:To>'
             '<edXML:Code><edXML:CodeNumber>07</edXML:CodeNumber><edXML:CodeNotation>SM-VP</edXML:CodeNotation></edXML:Code>'
             '<edXML:Subject>Thử</edXML:Subject></edXML:MessageHeader></edXML:edXMLHeader></edXML:edXMLEnvelope>'
             '<AttachmentEncoded><Attachment><ContentType>application/octet-stream</ContentType><ContentId>cid:1</ContentId>'
             '<ContentTransferEncoded>')
    with open(path, "w", encoding="utf-8") as out:
        out.write(start)
        left = size
        while left > 0:
            out.write(base64.b64encode(os.urandom(min(left, 768 * 1024) // 4 * 3)).decode())
            left -= 1024 * 1024
        out.write("</ContentTransferEncoded></Attachment></AttachmentEncoded></edXML>")


def run(words):
    """Seconds and the largest memory in MiB of one process."""
    start = time.monotonic()
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"{words[0]} ended with {status}")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def measure(name, mebibytes):
    path = f"{FOLDER}/{name}.edxml"
    packet(path, mebibytes * 1024 * 1024)
    runs = [run([f"{BIN}/congvanctl", "packet", "check", path]) for _ in range(ROUNDS)]
    bare = statistics.median(run([f"{BIN}/congvanctl", "--version"])[0] for _ in range(ROUNDS))
    value = statistics.median(seconds for seconds, _ in runs)
    memory = max(mib for _, mib in runs)
    if shutil.which("xmllint"):
        base = statistics.median(run(["xmllint", "--stream", "--huge", "--noout", path])[0] for _ in range(ROUNDS))
        print(json.dumps({"figure": f"read-packet-{name}", "value": round(value, 4), "unit": "s", "asked": round(2 * base, 4),
                          "baseline": "xmllint --stream --huge on it", "baselineValue": round(base, 4),
                          "ratio": round(value / base, 2), "ofItBareStart": round(bare, 4)}), flush=True)
    print(json.dumps({"figure": f"read-packet-{name}-memory", "value": round(memory, 1), "unit": "MiB", "asked": 64}), flush=True)
    os.remove(path)


def measure_writing(mebibytes):
    """A packet of that size around an attachment in a file."""
    source, target = f"{FOLDER}/source.bin", f"{FOLDER}/written.edxml"
    with open(source, "wb") as out:
        for _ in range(mebibytes * 3 // 4):
            out.write(os.urandom(1024 * 1024))
    runs = [run([f"{BIN}/benchwrite", source, target]) for _ in range(ROUNDS)]
    base = statistics.median(run(["sh", "-c", 'base64 -w0 "$1" >"$2" && sync "$2" && sha256sum "$2" >/dev/null', "sh", source, target])[0]
                             for _ in range(ROUNDS))
    value = statistics.median(seconds for seconds, _ in runs)
    print(json.dumps({"figure": f"write-packet-{mebibytes}MB", "value": round(value, 4), "unit": "s",
                      "baseline": "base64, sync and sha256sum", "baselineValue": round(base, 4), "ratio": round(value / base, 2)}),
          flush=True)
    print(json.dumps({"figure": f"write-packet-{mebibytes}MB-memory", "value": round(max(mib for _, mib in runs), 1), "unit": "MiB",
                      "asked": 64}), flush=True)
    measure_sending(mebibytes, source)
    os.remove(source)
    os.remove(target)


def measure_sending(mebibytes, source):
    """The same into the store of an office: through a file in the spool, then into the contents, never held whole."""
    folders = [f"{FOLDER}/office{number}" for number in range(ROUNDS)]
    runs = [run([f"{BIN}/benchwrite", source, "--store", folder]) for folder in folders]
    for folder in folders:
        shutil.rmtree(folder)
    print(json.dumps({"figure": f"send-packet-{mebibytes}MB", "value": round(statistics.median(seconds for seconds, _ in runs), 4),
                      "unit": "s"}), flush=True)
    print(json.dumps({"figure": f"send-packet-{mebibytes}MB-memory", "value": round(max(mib for _, mib in runs), 1), "unit": "MiB",
                      "asked": 64}), flush=True)


resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
measure("50MB", 50)
measure("200MB", 200)
measure_writing(200)
