# SPDX-License-Identifier: GPL-3.0-or-later
"""A demo world of two offices and a hub, moved by `congvanctl` and `congvan-hub` as processes that a test may kill."""
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time

SENDER, RECEIVER = "H99.02", "H99.03"
PIN = "CongVan-Demo-2026"


class World:
    """The folder of a world. `programs` is the folder of the built programs. One hub at a time."""

    def __init__(self, programs, folder):
        self.programs, self.folder, self.hub = programs, folder, None
        self.synced = {}  # what the last sync of each desk said

    def kept_at(self, folder):
        """A copy as it stands, to start from later."""
        shutil.copytree(self.folder, folder)
        return World(self.programs, folder)

    def copy_to(self, folder):
        """Always to the place where the world was made: profiles know where their world lies."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        return World(self.programs, folder)

    def environment(self, die=0, report=None):
        words = {**os.environ, "CONGVAN_DEMO_PIN": PIN, "QT_QPA_PLATFORM": "offscreen"}
        if die or report:
            words["LD_PRELOAD"] = f"{self.programs}/congvan_operationshim.so"
            words["CONGVAN_SHIM_DIE"] = str(die)
            # The sanitizers' library wants to be first; ours only counts and passes on.
            words["ASAN_OPTIONS"] = words.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0:detect_leaks=0"
        if report:
            words["CONGVAN_SHIM_REPORT"] = report
        return words

    # The hub

    def start_hub(self, die=0):
        ready = f"{self.folder}/ready"
        if os.path.exists(ready):
            os.remove(ready)
        with open(f"{self.folder}/hub.out", "ab") as out:
            self.hub = subprocess.Popen(
                [f"{self.programs}/congvan-hub", "serve", "--data", f"{self.folder}/hub", "--port", str(self.port()),
                 "--ready-file", ready], stdout=out, stderr=out, env=self.environment(die))
        while not os.path.exists(ready):
            if self.hub.poll() is not None:
                return False
            time.sleep(0.002)
        return True

    def hub_runs(self):
        return self.hub is not None and self.hub.poll() is None

    def stop_hub(self, how=signal.SIGTERM):
        if self.hub is not None:
            if self.hub.poll() is None:
                self.hub.send_signal(how)
            self.hub.wait()
            self.hub = None

    def port(self):
        with open(f"{self.folder}/world.json", encoding="utf-8") as file:
            return json.load(file)["hubPort"]

    # The desks

    def command(self, desk, words):
        return [f"{self.programs}/congvanctl", *words, "--profile", f"{self.folder}/profiles/{desk}", "--json"]

    def run(self, desk, *words, die=0, report=None):
        """Exit code (negative: killed by that signal) and what was printed."""
        done = subprocess.run(self.command(desk, words), capture_output=True, env=self.environment(die, report),
                              check=False)
        try:
            answer = json.loads(done.stdout.decode() or "{}")
        except json.JSONDecodeError:
            answer = {}
        if words[0] == "sync" and len(words) == 1:
            self.synced[desk] = answer if done.returncode == 0 else {}
        return done.returncode, answer

    def nothing_waits(self, desk):
        """The last sync said so: nothing queued, nothing uncertain."""
        said = self.synced.get(desk, {})
        return said.get("queued") == 0 and said.get("uncertain") == 0

    def must(self, desk, *words):
        code, answer = self.run(desk, *words)
        if code != 0:
            raise AssertionError(f"{desk}: {' '.join(words)} ended with {code}: {answer}")
        return answer

    # What is asked at the end

    def rows(self, statement):
        with sqlite3.connect(f"file:{self.folder}/hub/hub.sqlite?mode=ro", uri=True) as store:
            return store.execute(statement).fetchall()


def make(programs, folder, documents):
    """A world in which the sender's clerk has so many signed documents that wait for their number."""
    world = World(programs, folder)
    subprocess.run([f"{programs}/congvanctl", "demo", "create", "--folder", folder], check=True, capture_output=True,
                   env=world.environment())
    world.start_hub()
    author, leader, clerk = (f"{SENDER}-{role}" for role in ("chuyenvien", "lanhdao", "vanthu"))
    for desk in (author, leader, clerk, f"{RECEIVER}-vanthu"):
        world.must(desk, "sync")
    signer = signer_of(world, leader)
    ids = []
    for number in range(documents):
        draft = world.must(author, "draft", "new", "--subject", f"V/v thử nghiệm {number}", "--paragraph", "Nội dung.",
                           "--to", RECEIVER)["id"]
        ids.append(draft)
        world.must(author, "submit", draft, "--signer", signer)
    world.must(author, "sync")
    world.must(leader, "sync")
    world.must(leader, "sign", *ids, "--pin-env", "CONGVAN_DEMO_PIN")
    world.must(leader, "sync")
    world.must(clerk, "sync")
    world.stop_hub()
    return world, ids


def signer_of(world, leader):
    return world.must(leader, "office", "show")["mailbox"]
