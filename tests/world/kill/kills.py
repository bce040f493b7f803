#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills congvanctl and congvan-hub while a document goes from one office to another, and looks whether anything was lost,
came twice or got a number twice.

    kills.py PROGRAMS enumerate [STEP…]   before every operation that outlives the program, of each step of the client and
                                          of the hub (steps: number seal send dispatch receive accept answer learn hub)
    kills.py PROGRAMS random COUNT SEED   so many kills at random moments of client or hub, over twenty documents

Prints one JSON line per step; exit 1 where a promise was broken."""
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time

from office import RECEIVER, SENDER, make

CLERK, OTHER = f"{SENDER}-vanthu", f"{RECEIVER}-vanthu"


def accept(world, die=0):
    """Accepts all that waits; the last exit code."""
    code, inbox = world.run(OTHER, "inbox")
    for one in inbox.get("documents", []):
        code, _ = world.run(OTHER, "accept", one["id"], "--without-verdict", die=die)
    return code


def sync(desk):
    return lambda world, die=0: world.run(desk, "sync", die=die)[0]


def steps_for(ids):
    """Name and work of each step, for all the documents."""
    def each(*words):
        def work(world, die=0):
            code = 0
            for document in ids:
                code, _ = world.run(CLERK, words[0], document, *words[1:], die=die)
                if code < 0:
                    return code
            return code
        return work
    return [("number", each("number")), ("seal", each("seal", "--pin-env", "CONGVAN_DEMO_PIN")), ("send", each("send")),
            ("dispatch", sync(CLERK)), ("receive", sync(OTHER)), ("accept", accept), ("answer", sync(OTHER)),
            ("learn", sync(CLERK))]


def packets_by_code(world):
    """How many different packets the hub holds: "edoc" per document, "03" and so on per status and document."""
    found = {}
    for sha256, kind in world.rows("SELECT sha256, kind FROM packets"):
        small = world.rows(f"SELECT bytes FROM small_contents WHERE sha256 = '{sha256}'")
        path = next((os.path.join(folder, sha256) for folder, _, files in os.walk(f"{world.folder}/hub/content")
                     if sha256 in files), None)
        if path is None and not small:
            return {"content missing": 1}
        if small:
            text = small[0][0][:65536].decode("utf-8", "replace")
        else:
            with open(path, "rb") as file:
                text = file.read(65536).decode("utf-8", "replace")
        name = kind if kind == "edoc" else text.split("StatusCode>")[1].split("<")[0]
        subject = text.split("DocumentId>")[1].split("<")[0]
        found[f"{name} {subject}"] = found.get(f"{name} {subject}", 0) + 1
    return found


def broken_promises(world, ids):
    """Sentences about what does not hold after everything was done."""
    wrong = []
    packets = packets_by_code(world)
    wrong += [f"{count} times {name}" for name, count in packets.items() if count != 1]
    for kind in ("edoc", "03"):
        count = sum(1 for name in packets if name.split()[0] == kind)
        if count != len(ids):
            wrong.append(f"{count} packets of kind {kind} for {len(ids)} documents: {packets}")
    numbers = []
    for document in ids:
        code, shown = world.run(CLERK, "show", document)
        numbers.append(shown.get("number"))
        states = [one.get("code") for one in shown.get("trail", [])]
        if code != 0 or states != ["03"]:
            wrong.append(f"{document}: trail {states}")
    _, received = world.run(OTHER, "list", "to-handle")
    arrivals = [one.get("arrivalNumber") for one in received.get("documents", [])]
    for name, drawn in (("issued", numbers), ("arrived", arrivals)):
        first = sorted(str(number).split("/")[0].lstrip("0") for number in drawn)
        if first != sorted(str(number) for number in range(1, len(ids) + 1)):
            wrong.append(f"numbers {name}: {drawn}")
    world.stop_hub()
    checked = subprocess.run([f"{world.programs}/congvan-hub", "check", "--data", f"{world.folder}/hub"],
                             capture_output=True, check=False)
    if checked.returncode != 0:
        wrong.append("congvan-hub check: " + checked.stdout.decode() + checked.stderr.decode())
    return wrong


def finish(world, steps):
    """Everything once more, undisturbed: what was done already says so."""
    if not world.hub_runs():
        world.stop_hub()
        if not world.start_hub():
            return ["the hub does not start again"]
    for _ in range(5):
        for _, work in steps:
            work(world)
        # What failed while the hub was away waits for a moment of its own; a person would not wait for that either.
        waiting = [(desk, item["id"]) for desk in (CLERK, OTHER) if not world.nothing_waits(desk)
                   for item in world.run(desk, "sync", "waiting")[1].get("waiting", [])]
        if not waiting:
            break
        for desk, item in waiting:
            world.run(desk, "sync", "retry", item)
    return []


def tell(name, kills, wrong, seconds):
    print(json.dumps({"figure": f"kills-{name}", "kills": kills, "broken": len(wrong), "seconds": round(seconds, 1)}),
          flush=True)
    for sentence in wrong[:10]:
        print(f"  {sentence}", flush=True)


def enumerate_client(start, place, ids, index):
    steps, wrong, kill = steps_for(ids), [], 0
    while True:
        kill += 1
        world = start.copy_to(place)
        world.start_hub()
        code = steps[index][1](world, die=kill)
        if code >= 0:
            world.stop_hub()
            break
        found = finish(world, steps[index:]) or broken_promises(world, ids)
        world.stop_hub()
        wrong += [f"killed before operation {kill} of {steps[index][0]}: {sentence}" for sentence in found]
    if code != 0:
        wrong.append(f"{steps[index][0]} ended with {code}")
    return kill - 1, wrong


def enumerate_hub(start, place, ids):
    steps, wrong, kill = steps_for(ids), [], 0
    while True:
        kill += 1
        world = start.copy_to(place)
        started = world.start_hub(die=kill)
        for _, work in steps:
            if started and not world.hub_runs():
                break
            if started:
                work(world)
        if started and world.hub_runs():
            world.stop_hub()
            return kill - 1, wrong
        found = finish(world, steps) or broken_promises(world, ids)
        world.stop_hub()
        wrong += [f"hub killed before its operation {kill}: {sentence}" for sentence in found]


def enumerate_all(programs, folder, wanted):
    """Each step from the state before it, killed before each of its operations in turn, then everything once more."""
    place = os.path.join(folder, "chạy")
    start, ids = make(programs, place, 1)
    names = [name for name, _ in steps_for(ids)]
    states, broken = {}, 0
    for index, name in enumerate(names):
        states[name] = start.kept_at(os.path.join(folder, f"trước {name}"))
        world = start
        world.start_hub()
        code = steps_for(ids)[index][1](world)
        world.stop_hub()
        if code != 0:
            print(f"{name} undisturbed ended with {code}")
            return 1
    for name in [one for one in [*names, "hub"] if not wanted or one in wanted]:
        began = time.monotonic()
        if name == "hub":
            kills, wrong = enumerate_hub(states[names[0]], place, ids)
        else:
            kills, wrong = enumerate_client(states[name], place, ids, names.index(name))
        broken += len(wrong) + (kills == 0)
        tell(name, kills, wrong, time.monotonic() - began)
    return 1 if broken else 0


def random_kills(programs, folder, count, seed):
    chance = random.Random(seed)
    place = os.path.join(folder, "chạy")
    world, ids = make(programs, place, 20)
    steps, kills, began = steps_for(ids), 0, time.monotonic()
    world.start_hub()
    while kills < count:
        desk, words = chance.choice([(CLERK, ["sync"]), (OTHER, ["sync"]), (CLERK, ["number", chance.choice(ids)]),
                                     (CLERK, ["seal", chance.choice(ids), "--pin-env", "CONGVAN_DEMO_PIN"]),
                                     (CLERK, ["send", chance.choice(ids)]), (OTHER, ["accept-all"])])
        if words == ["accept-all"]:
            _, inbox = world.run(OTHER, "inbox")
            waiting = [one["id"] for one in inbox.get("documents", [])]
            if not waiting:
                continue
            words = ["accept", chance.choice(waiting), "--without-verdict"]
        victim = subprocess.Popen(world.command(desk, words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                  env=world.environment())
        hub_dies = chance.random() < 0.3
        timer = threading.Timer(chance.uniform(0.01, 0.15),
                                lambda: (world.hub if hub_dies else victim).send_signal(signal.SIGKILL))
        timer.start()
        victim.wait()
        timer.cancel()
        timer.join()
        kills += victim.returncode == -signal.SIGKILL
        if not world.hub_runs():
            kills += 1
            world.stop_hub()
            if not world.start_hub():
                print("the hub does not start again")
                return 1
    wrong = finish(world, steps) or broken_promises(world, ids)
    tell(f"random-{seed}", kills, wrong, time.monotonic() - began)
    if wrong and "CONGVAN_KILLS_KEEP" in os.environ:
        world.kept_at(os.environ["CONGVAN_KILLS_KEEP"])
    return 1 if wrong else 0


def main():
    programs, mode = os.path.abspath(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory(prefix="công văn ") as folder:
        if mode == "enumerate":
            return enumerate_all(programs, folder, sys.argv[3:])
        return random_kills(programs, folder, int(sys.argv[3]), int(sys.argv[4]))


if __name__ == "__main__":
    sys.exit(main())
