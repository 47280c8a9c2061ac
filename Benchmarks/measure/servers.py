"""Starts the program and the bare route as an operator would, on cores of our choice, and ends them for certain."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

from measure import machine

ROOT = Path(__file__).resolve().parents[2]
BUILT = Path(os.environ.get("HAILONG_BUILD", ROOT / ".build" / "release")).absolute()
# On the disk of the project, not in /tmp, which is often memory: a commit there would cost nothing.
SCRATCH = ROOT / "build" / "bench"

SERVER_CORE, LOAD_CORE = "0", "1"
DATABASE = "hailong.sqlite"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(**more: str) -> dict[str, str]:
    """Ours without any setting of a real installation."""
    return {key: value for key, value in os.environ.items() if not key.startswith("HAILONG_")} | more


def on(core: str | None) -> list[str]:
    return ["taskset", "-c", core] if core else []


class Server:
    """One process that listens; `with` ends it."""

    def __init__(self, command: list[str], port: int, log: Path, core: str | None, **settings: str):
        self.port = port
        self.log = log
        with log.open("wb") as out:
            self.process = subprocess.Popen(
                on(core) + command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=ROOT,
                env=environment(**settings),
            )  # fmt: skip

    def wait(self, path: str, within: float = 60) -> "Server":
        """Until `path` is answered."""
        deadline = time.monotonic() + within
        while True:
            try:
                status, _, _ = get(self.port, path)
                if status < 400:
                    return self
                trouble = f"{path} answers {status}"
            except OSError as error:
                trouble = str(error)
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit(f"{self.process.args} is not ready: {trouble}\n{self.words[-3000:]}")
            time.sleep(0.01)

    @property
    def words(self) -> str:
        return self.log.read_text(errors="replace")

    @property
    def pid(self) -> int:
        return self.process.pid  # taskset becomes the server: it calls exec.

    def busy(self) -> float:
        return machine.busy_seconds(self.pid)

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_) -> None:
        self.stop()


class Program:
    """`hailong` with an organisation, codes and signed forms, ready to be started again and again from the same state."""

    def __init__(self, name: str, forms: int, bad: float, without_digests: bool = False):
        self.binary = str(BUILT / "hailong")
        self.config = ROOT / "kiosk-config"
        self.fresh = SCRATCH / f"{name}-fresh"
        self.forms = SCRATCH / f"{name}-forms.tsv"
        if without_digests:
            self.config = self._config_without_digests(SCRATCH / f"{name}-config")
        with self.start("prepare", self.fresh, core=None):
            pass
        places = ["--config", str(self.config), "--data", str(self.fresh)]
        subprocess.run(
            [self.binary, "bench-data", "--count", str(forms), "--out", str(self.forms), "--bad", str(bad), *places],
            check=True, env=environment(), timeout=120,
        )  # fmt: skip
        with self.forms.open(encoding="utf-8") as lines:
            self.path = lines.readline().split("\t", 1)[0]

    def start(self, name: str, data: Path, core: str | None, **settings: str) -> Server:
        port = free_port()
        base = f"http://127.0.0.1:{port}"
        places = ["--config", str(self.config), "--data", str(data), "--host", "127.0.0.1", "--port", str(port)]
        return Server(
            [self.binary, "serve", *places], port, SCRATCH / f"{name}.log", core, HAILONG_BASE_URL=base,
            HAILONG_MAIL_FROM="hailong@example.vn", **settings,
        ).wait("/readyz")  # fmt: skip

    def copy(self, name: str) -> Path:
        """A data folder with no rating yet."""
        folder = SCRATCH / name
        shutil.rmtree(folder, ignore_errors=True)
        return Path(shutil.copytree(self.fresh, folder))

    @staticmethod
    def _config_without_digests(folder: Path) -> Path:
        """Each bad rating its own mail, up to the most that the configuration allows for one desk."""
        shutil.copytree(ROOT / "kiosk-config", folder)
        alerts = folder / "alerts.yaml"
        text, changed = re.subn(r"(?m)^( +after:) \d+", r"\1 1000", alerts.read_text(encoding="utf-8"))
        assert changed == 1, "alerts.yaml has no digest.after"
        alerts.write_text(text, encoding="utf-8")
        return folder


def bare(sizes: list[int]) -> Server:
    port = free_port()
    command = [str(BUILT / "BenchBare"), str(port), *map(str, sizes)]
    return Server(command, port, SCRATCH / "bare.log", SERVER_CORE).wait(f"/{sizes[0]}")


def get(port: int, path: str, headers: dict[str, str] | None = None) -> tuple[int, bytes, http.client.HTTPMessage]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers=headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers
    finally:
        connection.close()
