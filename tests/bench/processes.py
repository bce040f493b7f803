#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole-process figures: the headless job and the window with 1,000 documents. Called by tests/bench/run BIN FOLDER."""
import json
import statistics
import subprocess
import sys
import time

BIN, FOLDER = sys.argv[1:3]
ROUNDS = 5


def seconds(words):
    start = time.monotonic()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - start


def median_of(words, rounds=ROUNDS):
    return statistics.median(seconds(words) for _ in range(rounds))


def figure(name, value, asked, baseline, baseline_value, **more):
    print(json.dumps({"figure": name, "value": round(value, 4), "unit": "s", "asked": asked, "baseline": baseline,
                      "baselineValue": round(baseline_value, 4), "ratio": round(value / baseline_value, 2), **more}), flush=True)


def job():
    world = f"{FOLDER}/world"
    subprocess.run([f"{BIN}/congvanctl", "demo", "create", "--folder", world], check=True, stdout=subprocess.DEVNULL)
    times, steps = [], 0
    for _ in range(ROUNDS):
        done = subprocess.run([f"{BIN}/congvanctl", "demo", "--folder", world, "--json"], check=True, capture_output=True)
        answer = json.loads(done.stdout)
        times.append(answer["milliseconds"] / 1000)
        steps = len(answer["steps"])
    start = median_of([f"{BIN}/congvanctl", "--version"])
    figure("headless-job", statistics.median(times), 3.0, "a bare start of congvanctl", start, steps=steps)


def window():
    profile = f"{FOLDER}/thousand"
    subprocess.run([f"{BIN}/benchprofile", profile, "1000"], check=True, stdout=subprocess.DEVNULL)
    command = [f"{BIN}/congvan", "--profile", profile, "--measure-start"]
    times = []
    for _ in range(ROUNDS):
        done = subprocess.run(command, check=True, capture_output=True)
        times.append(json.loads(done.stdout.splitlines()[-1])["milliseconds"] / 1000)
    empty = f"{FOLDER}/empty"
    subprocess.run([f"{BIN}/benchprofile", empty, "0"], check=True, stdout=subprocess.DEVNULL)
    bare = []
    for _ in range(ROUNDS):
        done = subprocess.run([f"{BIN}/congvan", "--profile", empty, "--measure-start"], check=True, capture_output=True)
        bare.append(json.loads(done.stdout.splitlines()[-1])["milliseconds"] / 1000)
    figure("window-1000-documents", statistics.median(times), 1.0, "the same window with no document", statistics.median(bare))


job()
window()
