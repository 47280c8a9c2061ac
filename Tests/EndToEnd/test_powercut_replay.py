"""The power-cut replayer is a measuring instrument: it must clear a careful writer and convict a careless one."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import powercut
from cutting import cut
from settings import SCRATCH, count, seeded

pytestmark = pytest.mark.quick


def look(connection):
    verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
    return verdict, {row[0] for row in connection.execute("SELECT receipt FROM rating")}


def record(mode: str, commits: int):
    folder = SCRATCH / f"replay-{mode}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    database, log = folder / "x.sqlite", folder / "strace.log"
    here = Path(__file__).parent
    # One life without strace makes the file and its table; what the cuts start from is durable.
    subprocess.run([sys.executable, here / "wal_writer.py", database, "FULL", "0"], check=True)
    base = powercut.files(database)
    writer = subprocess.Popen(
        [*powercut.wrapper(log), sys.executable, here / "wal_writer.py", database, mode, str(commits)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert writer.wait(60) == 0
    powercut.settle(log, writer.pid)
    return base, powercut.read(log, database)


@pytest.mark.parametrize("mode", ["FULL", "NORMAL", "EAGER"])
def test_only_the_careful_writer_keeps_its_word(mode):
    base, events = record(mode, 300)
    acknowledged = [receipt for event in events for receipt in event.receipts]
    assert acknowledged == [str(number) for number in range(300)]
    assert any(event.kind == "sync-end" and event.file == "" for event in events), "no checkpoint in the run"
    outcome = cut(events, base, look, count("REPLAY_CUTS", 400), seeded(f"replay {mode}"))
    print(mode, outcome)
    assert outcome.corrupt == 0
    if mode == "FULL":
        assert outcome.losing == 0
    else:
        assert outcome.losing > outcome.cuts / (2 if mode == "NORMAL" else 20)
