"""(b) Durable submissions a second, in groups and one commit each, and (f) memory after very many."""

import json
import shutil
import sqlite3
import statistics
import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path

from measure import machine
from measure.servers import DATABASE, LOAD_CORE, ROOT, SCRATCH, SERVER_CORE, Program, on

SINGLE = {"HAILONG_COMMIT_GROUP": "1"}


@dataclass
class Load:
    """One run against one fresh server."""

    per_second: float
    p50: float
    p99: float
    accepted: int
    busy: float  # cores that the server used
    client_busy: float
    syncs: int
    memory: tuple[float, float]


@dataclass
class Pair:
    group: Load
    single: Load
    ratio: float
    rounds: list[float]


class Tools:
    """The client and the slow disk, compiled for this run."""

    def __init__(self):
        self.client = self._compile("post", "-O2")
        self.slow_disk = self._compile("slow_disk", "-O2", "-shared", "-fPIC", "-ldl")

    @staticmethod
    def _compile(name: str, *flags: str) -> Path:
        out = SCRATCH / name
        source = ROOT / "Benchmarks" / f"{name}.c"
        subprocess.run(["cc", "-o", str(out), str(source), *flags], check=True)
        return out


class Submissions:
    def __init__(self, program: Program, tools: Tools, connections: int):
        self.program, self.tools, self.connections = program, tools, connections

    def pairs(self, rounds: int, seconds: int, slower: int = 0) -> Pair:
        """Groups and single commits in turns. `slower`: microseconds added to every sync."""
        found = []
        for _ in range(rounds):
            group = self.load(seconds, SERVER_CORE, slower)
            single = self.load(seconds, SERVER_CORE, slower, SINGLE)
            found.append((group, single))
        ratios = [a.per_second / b.per_second for a, b in found]
        return Pair(middle([a for a, _ in found]), middle([b for _, b in found]), statistics.median(ratios), ratios)

    def free(self, rounds: int, seconds: int) -> Load:
        """The server on every core, the load generator still on its own."""
        return middle([self.load(seconds, None) for _ in range(rounds)])

    def load(
        self, seconds: float, core: str | None, slower: int = 0, settings: dict[str, str] | None = None,
        forms: int | None = None,
    ) -> Load:  # fmt: skip
        data = self.program.copy("data")
        counter = SCRATCH / "syncs"
        counter.write_bytes(bytes(8))
        settings = dict(settings or {})
        if slower:
            settings |= {
                "LD_PRELOAD": str(self.tools.slow_disk), "SLOW_DISK_MICROSECONDS": str(slower),
                "SLOW_DISK_COUNTER": str(counter),
            }  # fmt: skip
        lines = self.program.forms if forms is None else self._first(forms)
        with self.program.start("submissions", data, core, **settings) as server:
            before, synced = server.busy(), count(counter)
            answer = self._post(server.port, lines, seconds)
            busy = server.busy() - before
            syncs = count(counter) - synced
            memory = machine.memory_megabytes(server.pid)
        kept = ratings(data)
        # Those under way when the time was over may be kept though nobody waited for the answer.
        assert answer["accepted"] <= kept <= answer["accepted"] + self.connections, f"{kept} kept of {answer}"
        assert not slower or syncs > answer["seconds"], f"the slow disk was not met: {syncs} syncs"
        shutil.rmtree(data)
        return Load(
            answer["per_second"], answer["p50_ms"], answer["p99_ms"], answer["accepted"],
            busy / max(answer["elapsed"], 0.001), answer["client_busy"], syncs, memory,
        )  # fmt: skip

    def _post(self, port: int, lines: Path, seconds: float) -> dict:
        warm_up = 20 if seconds < 3 else 200
        command = [str(self.tools.client), str(port), str(lines), str(self.connections), str(seconds), str(warm_up)]
        done = subprocess.run(on(LOAD_CORE) + command, capture_output=True, text=True, timeout=seconds + 60)
        if done.returncode:
            raise SystemExit(f"post: {done.stderr}")
        answer = json.loads(done.stdout)
        if answer["other"] or answer["broken"] or answer["refused"]:
            raise SystemExit(f"not every form was accepted: {answer}\n{done.stderr}")
        return answer

    def _first(self, forms: int) -> Path:
        path = SCRATCH / "first.tsv"
        with self.program.forms.open("rb") as all, path.open("wb") as out:
            for _ in range(forms):
                out.write(all.readline())
        return path


def middle(loads: list[Load]) -> Load:
    """The run whose rate is the median; with an even number the lower of the two."""
    return sorted(loads, key=lambda load: load.per_second)[(len(loads) - 1) // 2]


def count(counter: Path) -> int:
    return struct.unpack("<Q", counter.read_bytes()[:8])[0]


def ratings(data: Path) -> int:
    """What is in the file after the server has ended."""
    with sqlite3.connect(data / DATABASE) as database:
        found = database.execute("SELECT count(*) FROM rating WHERE supersededBy IS NULL").fetchone()[0]
    database.close()
    return found
