"""(a) How many rating pages a second beside a bare route, and (d) what one page weighs."""

import gzip
import re
import statistics
import subprocess
from dataclasses import dataclass
from html.parser import HTMLParser

from measure.servers import LOAD_CORE, SERVER_CORE, Program, Server, bare, get, on

GZIP = {"Accept-Encoding": "gzip"}


@dataclass
class Throughput:
    """Medians over the rounds."""

    bare: float
    page: float
    ratio: float
    rounds: list[float]
    busy: float  # share of its core that the page's server used


@dataclass
class Weight:
    raw: int
    wire: int  # body as it travels
    head: int
    loads: list[str]  # what a browser would fetch after it


def measure(program: Program, rounds: int, seconds: int) -> tuple[dict[str, Throughput], Weight]:
    with program.start("page", program.copy("page"), SERVER_CORE) as server:
        weight = weigh(server, program.path)
        sizes = {"plain": weight.raw, "gzip": weight.wire}
        headers = {"plain": {}, "gzip": GZIP}
        found = {kind: [] for kind in sizes}
        with bare(sorted(set(sizes.values()))) as other:
            for kind in sizes:
                wrk(other, f"/{sizes[kind]}", headers[kind], 1)
                wrk(server, program.path, headers[kind], 1)
            for _ in range(rounds):
                for kind, size in sizes.items():
                    a, _ = wrk(other, f"/{size}", headers[kind], seconds)
                    b, busy = wrk(server, program.path, headers[kind], seconds)
                    found[kind].append((a, b, busy))
    return {kind: summary(rows) for kind, rows in found.items()}, weight


def summary(rows: list[tuple[float, float, float]]) -> Throughput:
    middle = statistics.median
    ratios = [b / a for a, b, _ in rows]
    return Throughput(
        middle(a for a, _, _ in rows), middle(b for _, b, _ in rows), middle(ratios), ratios,
        middle(busy for _, _, busy in rows),
    )  # fmt: skip


def wrk(server: Server, path: str, headers: dict[str, str], seconds: int) -> tuple[float, float]:
    """Requests a second over 32 kept connections, and the share of a core that the server used."""
    before = server.busy()
    command = on(LOAD_CORE) + ["wrk", "-t1", "-c32", f"-d{seconds}s"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    command.append(f"http://127.0.0.1:{server.port}{path}")
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=seconds + 30)
    busy = (server.busy() - before) / seconds
    if trouble := re.search(r"(Non-2xx|Socket errors).*", done.stdout):
        raise SystemExit(f"{path}: {trouble[0]}")
    return float(re.search(r"Requests/sec: +([\d.]+)", done.stdout)[1]), busy


def weigh(server: Server, path: str) -> Weight:
    status, plain, _ = get(server.port, path)
    _, packed, headers = get(server.port, path, GZIP)
    assert status == 200 and headers.get("Content-Encoding") == "gzip", f"{path}: {status}, {headers}"
    html = gzip.decompress(packed).decode()
    assert 'name="visit"' in html and len(html.encode()) == len(plain), "the packed page is not the page"
    head = sum(len(name) + len(value) + 4 for name, value in headers.items()) + len("HTTP/1.1 200 OK\r\n\r\n")
    reader = Loads()
    reader.feed(html)
    return Weight(len(plain), len(packed), head, reader.found + ([] if reader.icon else ["/favicon.ico"]))


class Loads(HTMLParser):
    """Everything that makes a browser ask again: scripts, styles, pictures, fonts, frames; `data:` does not."""

    def __init__(self):
        super().__init__()
        self.found: list[str] = []
        self.icon = False

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            value = value or ""
            if tag == "link" and name == "rel" and "icon" in value:
                self.icon = True
            if name in ("src", "srcset", "poster", "background") or (name == "href" and tag in ("link", "use", "image")):
                self._note(value)
            if name == "style":
                self._note_style(value)

    def handle_data(self, data):
        self._note_style(data)

    def _note_style(self, text: str) -> None:
        for address in re.findall(r"url\(\s*['\"]?([^'\")]+)", text) + re.findall(r"@import\s+['\"]([^'\"]+)", text):
            self._note(address)

    def _note(self, address: str) -> None:
        if address and not address.startswith(("data:", "#")):
            self.found.append(address)
