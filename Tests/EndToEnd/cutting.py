"""Cuts the power at thousands of points of one recorded run, on all cores, and counts what was lost."""

import multiprocessing
import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import powercut

# Looks into an opened image: (what integrity_check says, the receipts it holds).
Look = Callable[[sqlite3.Connection], tuple[str, set[str]]]


@dataclass
class Outcome:
    cuts: int = 0
    losing: int = 0  # cuts after which an acknowledged rating was missing
    worst: int = 0  # most ratings lost by one cut
    corrupt: int = 0
    first: str = ""  # the first trouble, in words

    def add(self, other: "Outcome") -> None:
        self.cuts += other.cuts
        self.losing += other.losing
        self.worst = max(self.worst, other.worst)
        self.corrupt += other.corrupt
        self.first = self.first or other.first

    def __str__(self) -> str:
        return (
            f"{self.cuts} cuts: {self.losing} lost acknowledged ratings (worst {self.worst}), "
            f"{self.corrupt} corrupt {self.first}"
        )


def cut(events: list[powercut.Event], base: dict[str, bytes], look: Look, cuts: int, chance: random.Random) -> Outcome:
    points = sorted(chance.randrange(1, len(events) + 1) for _ in range(cuts))
    seeds = [chance.randrange(2**32) for _ in points]
    work = list(zip(points, seeds))
    share = max(1, os.cpu_count() or 1)
    # Neighbouring points stay together, so each process walks the run once.
    parts = [work[n * len(work) // share : (n + 1) * len(work) // share] for n in range(share)]
    context = multiprocessing.get_context("fork")
    pipes, total = [], Outcome()
    for part in parts:
        mine, theirs = context.Pipe(duplex=False)
        process = context.Process(target=lambda: theirs.send(_walk(events, base, look, part)), daemon=True)
        process.start()
        theirs.close()
        pipes.append((process, mine))
    for process, mine in pipes:
        total.add(mine.recv())
        process.join()
    return total


def _walk(events, base, look, work) -> Outcome:
    outcome, disk, at = Outcome(), powercut.Disk(base), 0
    # In memory where there is such a place: the images need not survive anything.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="hailong-cut-", dir=memory))
    try:
        for point, seed in work:
            while at < point:
                disk.take(events[at])
                at += 1
            image = disk.after_cut(random.Random(seed))
            try:
                connection = powercut.put(image, folder / "cut.sqlite")
                try:
                    verdict, stored = look(connection)
                finally:
                    connection.close()
            except sqlite3.Error as error:
                verdict, stored = repr(error), set()
            outcome.cuts += 1
            missing = [receipt for receipt in disk.acknowledged if receipt not in stored]
            if verdict != "ok":
                outcome.corrupt += 1
            if missing:
                outcome.losing += 1
                outcome.worst = max(outcome.worst, len(missing))
            if (verdict != "ok" or missing) and not outcome.first:
                outcome.first = f"[first: event {point}, seed {seed}: {verdict}, {len(missing)} lost]"
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return outcome
