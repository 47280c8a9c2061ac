"""Benchmarks/run [--quick] [--only abcdefgh] [--connections 512] [--keep] [--write]"""

import argparse
import shutil
import sys
import time

from measure import codes, machine, mail, months, page
from measure.servers import BUILT, ROOT, SCRATCH, Program
from measure.submissions import Submissions, Tools
from measure.table import Row, markdown, number

BEGIN, END = "<!-- table: Benchmarks/run --write -->", "<!-- end of table -->"


def main() -> int:
    wanted = argparse.ArgumentParser(prog="Benchmarks/run")
    wanted.add_argument("--quick", action="store_true", help="short rounds, for development: the numbers are rough")
    wanted.add_argument("--only", default="abcdefgh", help="letters of the rows, for example --only bf")
    wanted.add_argument("--connections", type=int, default=512, help="how many citizens press send at once in (b)")
    wanted.add_argument("--write", action="store_true", help="put the table into Benchmarks/README.md")
    wanted.add_argument("--keep", action="store_true", help="leave build/bench for a look at the logs")
    options = wanted.parse_args()
    for name in ("hailong", "BenchBare", "BenchQR"):
        if not (BUILT / name).exists():
            raise SystemExit(f"{BUILT / name} is missing: swift build -c release --product {name}")
    shutil.rmtree(SCRATCH, ignore_errors=True)
    SCRATCH.mkdir(parents=True)
    began = time.monotonic()
    try:
        facts = machine.facts(SCRATCH)
        rows = Bench(options.quick, set(options.only), options.connections).rows()
    finally:
        if not options.keep:
            shutil.rmtree(SCRATCH, ignore_errors=True)
    facts.append(f"Took {time.monotonic() - began:.0f} s{', with --quick: rough numbers' if options.quick else ''}")
    missed = sorted({row.letter for row in rows if row.reached is False})
    last = f"Not reached: {', '.join(missed)}." if missed else "Every aim is reached."
    result = "\n".join(f"- {fact}" for fact in facts) + f"\n\n{markdown(rows)}\n\n{last}"
    print("\n" + result)
    if options.write:
        write(result)
    return 0


def write(result: str) -> None:
    """Puts the result where the README keeps it."""
    readme = ROOT / "Benchmarks" / "README.md"
    before, _, rest = readme.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    assert after, "README.md has lost the marks of its table"
    readme.write_text(f"{before}{BEGIN}\n{result}\n{END}{after}", encoding="utf-8")


class Bench:
    def __init__(self, quick: bool, letters: set[str], connections: int):
        self.quick, self.letters, self.connections = quick, letters, connections
        say("prepares an organisation and signed forms")
        self.program = Program("usual", 40_000 if quick else 110_000, bad=0.05)
        self.tools = Tools()

    def rows(self) -> list[Row]:
        parts = [
            ("ad", "pages beside a bare route", self.page),
            ("b", "submissions in groups and one by one", self.submissions),
            ("f", "memory after very many submissions", self.memory),
            ("c", "bad ratings until the mail is accepted", self.mail),
            ("e", "QR codes", self.codes),
            ("gh", "months of few and of very many ratings", self.months),
        ]
        found = []
        for letters, what, part in parts:
            if self.letters & set(letters):
                say(what)
                found += part()
        return sorted(found, key=lambda row: row.letter)

    def page(self) -> list[Row]:
        rounds, seconds = (3, 1) if self.quick else (7, 2)
        speed, weight = page.measure(self.program, rounds, seconds)
        rows = [
            Row("a", f"rating page over a bare route of the same size, {name}: {number(found.page)} over "
                f"{number(found.bare)} a second", f"{found.ratio:.2f}", ">= 0.8", found.ratio >= 0.8, found.rounds)
            for name, found in (("plain", speed["plain"]), ("gzip", speed["gzip"]))
        ]  # fmt: skip
        requests = 1 + len(weight.loads)
        packed = weight.wire / 1024
        return rows + [
            Row("d", f"rating page: {weight.raw:,} bytes, as it travels (gzip)",
                f"{weight.wire:,} bytes + {weight.head} of headers", "<= 5 KB", packed <= 5),
            Row("d", "requests for a whole rating page", str(requests), "1", requests == 1),
        ]  # fmt: skip

    def submissions(self) -> list[Row]:
        rounds, seconds = (2, 2) if self.quick else (5, 4)
        bench = Submissions(self.program, self.tools, self.connections)
        usual = bench.pairs(rounds, seconds)
        free = bench.free(1 if self.quick else 3, seconds)
        slow = bench.pairs(1 if self.quick else 3, seconds, slower=5_000)
        per_sync = slow.group.accepted / slow.group.syncs
        return [
            Row("b", f"durable submissions a second, {self.connections} connections, load generator on core 1, server on "
                f"all cores (p50 {free.p50:.1f} ms, p99 {free.p99:.1f} ms)",
                number(free.per_second), ">= 10,000", free.per_second >= 10_000),
            Row("b", f"the same, server on core 0 alone (p50 {usual.group.p50:.1f} ms, p99 {usual.group.p99:.1f} ms)",
                number(usual.group.per_second)),
            Row("b", f"over one commit each, on core 0: {number(usual.single.per_second)} a second",
                f"{usual.ratio:.2f}", ">= 2.5", usual.ratio >= 2.5, usual.rounds),
            Row("b", f"every sync 5 ms slower: {number(slow.group.per_second)} over {number(slow.single.per_second)} "
                f"a second, {per_sync:.0f} ratings a sync (p99 {slow.group.p99:.0f} ms)",
                f"{slow.ratio:.1f}", ">= 20", slow.ratio >= 20, slow.rounds),
        ]  # fmt: skip

    def memory(self) -> list[Row]:
        forms = 30_000 if self.quick else 100_000
        load = Submissions(self.program, self.tools, 256).load(120, "0", forms=forms)
        now, most = load.memory
        return [
            Row("f", f"memory after {load.accepted:,} submissions over 256 connections at {number(load.per_second)} a second "
                f"(most ever {most:.0f} MB)", f"{now:.0f} MB", "< 80 MB", now < 80),
        ]  # fmt: skip

    def mail(self) -> list[Row]:
        found = mail.measure(50, 5 if self.quick else 20)
        return [
            Row("c", f"bad rating sent until its mail is accepted, 50 a second, {found.ratings:,} ratings, "
                f"{found.mails:,} mails: median {found.median:.0f} ms, worst {found.worst:.0f} ms",
                f"p99 {found.p99:.0f} ms", "< 250 ms", found.p99 < 250),
        ]  # fmt: skip

    def months(self) -> list[Row]:
        sizes = [10_000, 1_000_000] if self.quick else [10_000, 1_000_000, 10_000_000]
        found = months.measure(sizes, 20 if self.quick else 60)
        most = sizes[-1]
        by_size = " / ".join(f"{size:,}" for size in sizes)
        raw = found.raw[most] / found.pages[most]
        slowest = max(found.pages.values())
        rows = [
            Row("g", f"month page of {months.UNITS} units and {months.OFFICIALS} officials at {by_size} ratings: "
                f"{' / '.join(f'{took:.1f}' for took in found.pages.values())} ms, most over fewest",
                f"{found.ratio:.2f}", "<= 1.2", found.ratio <= 1.2, found.rounds),
            Row("g", f"the slowest of these (worst request {max(found.worst.values()):.1f} ms)",
                f"median {slowest:.1f} ms", "< 20 ms", slowest < 20),
            Row("g", f"one GROUP BY of one month over the raw rows: "
                f"{' / '.join(f'{took:,.1f}' for took in found.raw.values())} ms; at the most, over the whole page",
                f"{raw:.1f}"),
            Row("g", f"seconds for bench-data to make {most:,} ratings", number(found.made)),
        ]  # fmt: skip
        took = months.report(found.largest)
        return rows + [
            Row("h", f"report of a whole year in DOCX, at {most:,} ratings, program start included", f"{took:.2f} s",
                "< 3 s", took < 3),
        ]  # fmt: skip

    def codes(self) -> list[Row]:
        found = codes.measure(*(3, 1_000) if self.quick else (9, 3_000))
        return [
            Row("e", f"QR codes as SVG over libqrencode alone: {number(found.finished)} over {number(found.alone)} "
                "a second", f"{found.ratio:.2f}", ">= 0.7", found.ratio >= 0.7, found.rounds),
        ]  # fmt: skip


def say(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
