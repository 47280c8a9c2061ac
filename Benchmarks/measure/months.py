"""(g) The month page at very different numbers of ratings, beside one GROUP BY over the raw rows; (h) a year in DOCX."""

import http.client
import re
import sqlite3
import statistics
import subprocess
import time
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

from measure.servers import BUILT, DATABASE, ROOT, SCRATCH, SERVER_CORE, Server, environment, free_port, on

UNITS, OFFICIALS = 60, 300
PASSWORD = "bon-chin-hai-ba-nam"
WELCOME = re.compile(r"/office/welcome/\S+")
HIDDEN = re.compile(r'<input[^>]*type="hidden"[^>]*>')

RAW = """
    SELECT r.unit, a.level, COUNT(*) FROM rating r JOIN answer a ON a.rating = r.id
    WHERE r.localDay BETWEEN ? AND ? AND r.supersededBy IS NULL AND a.criterion = 'LK5' GROUP BY 1, 2
"""


@dataclass
class Months:
    """By number of ratings, in milliseconds."""

    pages: dict[int, float]
    worst: dict[int, float]
    raw: dict[int, float]
    ratio: float  # most ratings over fewest
    rounds: list[float]
    made: float  # seconds that the largest took to make
    largest: Path  # its data


class Office:
    """The administrator of one server, signed in."""

    def __init__(self, server: Server):
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        self.cookies: dict[str, str] = {}
        deadline = time.monotonic() + 10
        while not (found := WELCOME.search(server.words)):
            assert time.monotonic() < deadline, f"no link to make the administrator:\n{server.words}"
            time.sleep(0.05)
        self._send(found[0], {"password": PASSWORD})
        self._send("/office/login", {"email": "quantri@example.vn", "password": PASSWORD})

    def _send(self, path: str, typed: dict[str, str]) -> None:
        """Fills a form in and sends it."""
        status, page = self.ask("GET", path)
        assert status == 200, f"{path} answers {status}"
        fields = {}
        for tag in HIDDEN.findall(page):
            fields[re.search(r'name="([^"]*)"', tag)[1]] = unescape(re.search(r'value="([^"]*)"', tag)[1])
        status, page = self.ask("POST", path, urlencode(fields | typed))
        assert status == 303, f"{path} is not accepted: {status}\n{page[:2000]}"

    def ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
        except (http.client.RemoteDisconnected, ConnectionResetError):
            # It stood idle for too long while the other servers began: a browser opens another, and so do we.
            self.connection.close()
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name.strip()] = value.strip()
        self.location = answer.headers.get("Location", "")
        return answer.status, answer.read().decode()

    def time(self, path: str) -> float:
        """Milliseconds for one page."""
        began = time.perf_counter()
        status, _ = self.ask("GET", path)
        took = (time.perf_counter() - began) * 1e3
        assert status == 200, f"{path}: {status}"
        return took


def measure(sizes: list[int], rounds: int) -> Months:
    folders, made = {}, 0.0
    for size in sizes:
        began = time.monotonic()
        folders[size] = fill(size)
        made = time.monotonic() - began
    month = (date.today().replace(day=1) - timedelta(days=1)).strftime("%Y-%m")
    pages: dict[int, list[float]] = {size: [] for size in sizes}
    with ExitStack() as running:
        offices = {}
        for size in sizes:
            offices[size] = Office(running.enter_context(serve(folders[size], f"months-{size}")))
        path = page_of(offices[sizes[0]], month)
        for office in offices.values():
            for _ in range(5):
                office.time(path)
        for _ in range(rounds):
            for size, office in offices.items():
                pages[size].append(office.time(path))
    ratios = [most / fewest for most, fewest in zip(pages[sizes[-1]], pages[sizes[0]])]
    middle = {size: statistics.median(found) for size, found in pages.items()}
    return Months(
        middle, {size: max(found) for size, found in pages.items()},
        {size: group_by(folders[size], month) for size in sizes},
        middle[sizes[-1]] / middle[sizes[0]], sorted(ratios)[len(ratios) // 10 : -len(ratios) // 10], made, folders[sizes[-1]],
    )  # fmt: skip


def fill(ratings: int) -> Path:
    folder = SCRATCH / f"months-{ratings}"
    command = [
        str(BUILT / "hailong"), "bench-data", "--ratings", str(ratings), "--units", str(UNITS), "--officials",
        str(OFFICIALS), "--config", str(ROOT / "kiosk-config"), "--data", str(folder),
    ]  # fmt: skip
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=3_600)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def serve(folder: Path, name: str) -> Server:
    port = free_port()
    places = ["--config", str(ROOT / "kiosk-config"), "--data", str(folder), "--host", "127.0.0.1", "--port", str(port)]
    return Server(
        [str(BUILT / "hailong"), "serve", *places], port, SCRATCH / f"{name}.log", SERVER_CORE,
        HAILONG_BASE_URL=f"http://127.0.0.1:{port}", HAILONG_MAIL_FROM="hailong@example.vn",
    ).wait("/readyz")  # fmt: skip


def page_of(office: Office, month: str) -> str:
    """Where the month page lives, after the ways that lead there."""
    path = f"/office/months/{month}"
    for _ in range(3):
        status, page = office.ask("GET", path)
        if status < 300 or not office.location:
            break
        path = re.sub(r"^https?://[^/]+", "", office.location)
    assert status == 200 and "Công chức thử" in page, f"{path} is no month page: {status}"
    return path


def group_by(folder: Path, month: str) -> float:
    """Milliseconds for the levels of each unit out of the raw rows; the best of three, all in memory by then."""
    database = sqlite3.connect(f"file:{folder / DATABASE}?mode=ro", uri=True)
    took = []
    for _ in range(3):
        began = time.perf_counter()
        rows = database.execute(RAW, (f"{month}-01", f"{month}-31")).fetchall()
        took.append((time.perf_counter() - began) * 1e3)
    database.close()
    assert rows
    return min(took)


def report(folder: Path) -> float:
    """Seconds for the whole year as a document, from the start of the command."""
    out = SCRATCH / "year.docx"
    out.unlink(missing_ok=True)
    year = str(date.today().year)
    command = on(SERVER_CORE) + [
        str(BUILT / "hailong"), "report", "--period", year, "--format", "docx", "--out", str(out),
        "--config", str(ROOT / "kiosk-config"), "--data", str(folder),
    ]  # fmt: skip
    began = time.perf_counter()
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=120)
    took = time.perf_counter() - began
    assert done.returncode == 0 and out.read_bytes()[:2] == b"PK", done.stdout + done.stderr
    return took
