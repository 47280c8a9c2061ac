"""Starts, stops and kills the real program as an operator (or a power cut) would, and reads what it prints."""

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

from settings import BINARY, CONFIG, SCRATCH

READY = re.compile(r"^Sẵn sàng: (http://\S+)", re.M)
FORM = re.compile(r"^\W*Phiếu: (http\S+)", re.M)
CARDS = re.compile(r"^\W*Thẻ in: (http\S+)", re.M)
SIGN_IN = re.compile(r"^\W*Đăng nhập \(vai trò (\w+)\): (\S+) / (\S+)", re.M)
WELCOME = re.compile(r"^\W*Tạo tài khoản quản trị: (http\S+)", re.M)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Program:
    """One `hailong` on one data folder and one port, which it keeps over restarts."""

    def __init__(self, name: str, smtp: str | None = None, environment: dict[str, str] | None = None):
        self.folder = SCRATCH / name
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.data = self.folder / "data"
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.stdout = self.folder / "stdout.txt"
        self.stderr = self.folder / "stderr.txt"
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith("HAILONG_")}
        self.environment |= {"HAILONG_BASE_URL": self.base, "HAILONG_MAIL_FROM": "hailong@example.vn"}
        if smtp:
            self.environment["HAILONG_SMTP_URL"] = smtp
        self.environment |= environment or {}
        self.process: subprocess.Popen[bytes] | None = None
        self.printed_from = 0

    # Starting

    def launch(self, *command: str, wrapper: tuple[str, ...] = ()) -> "Program":
        """Starts without waiting. `wrapper` stands before the program: strace, for example."""
        assert self.process is None or self.process.poll() is not None, "still running"
        assert BINARY.exists(), f"{BINARY} is missing: swift build -c release, or set HAILONG_BINARY"
        self.printed_from = self.stdout.stat().st_size if self.stdout.exists() else 0
        places = ["--config", str(CONFIG), "--data", str(self.data), "--port", str(self.port), "--host", "127.0.0.1"]
        with self.stdout.open("ab") as out, self.stderr.open("ab") as err:
            self.process = subprocess.Popen(
                [*wrapper, str(BINARY), *command, *places],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                env=self.environment,
                cwd=self.folder,
                start_new_session=True,
            )
        return self

    def start(self, *command: str, wrapper: tuple[str, ...] = (), within: float = 30) -> "Program":
        self.launch(*(command or ("serve",)), wrapper=wrapper)
        self.wait_ready(within)
        return self

    def wait_ready(self, within: float) -> None:
        deadline = time.monotonic() + within
        while not READY.search(self.printed):
            if self.process is None or self.process.poll() is not None:
                raise AssertionError(f"ended with {self.process and self.process.returncode}\n{self.last_words}")
            if time.monotonic() > deadline:
                raise AssertionError(f"not ready within {within} s\n{self.last_words}")
            time.sleep(0.005)

    def prepare(self, submissions: int = 0) -> list[tuple[str, str]]:
        """Makes the demo's organisation without its year, stops, and returns ready-to-post (path, body) pairs."""
        self.start("demo", "--no-history", within=120)
        self.stop()
        return self.submissions(submissions) if submissions else []

    def submissions(self, number: int) -> list[tuple[str, str]]:
        out = self.folder / "submissions.tsv"
        self.run("bench-data", "--count", str(number), "--out", str(out), data=True)
        lines = out.read_text(encoding="utf-8").splitlines()
        assert len(lines) == number
        return [tuple(line.split("\t", 1)) for line in lines]

    def run(self, *command: str, data: bool = False, within: float = 120, environment: dict | None = None) -> str:
        """One command to its end; returns what it printed."""
        places = ["--config", str(CONFIG), "--data", str(self.data)] if data else []
        done = subprocess.run(
            [str(BINARY), *command, *places],
            env=self.environment | (environment or {}),
            cwd=self.folder,
            timeout=within,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert done.returncode == 0, f"{command}: {done.returncode}\n{done.stderr.decode(errors='replace')[-2000:]}"
        return done.stdout.decode()

    # Ending

    def stop(self, within: float = 20) -> float:
        """Asks politely; returns how many seconds it took. Anything but exit status 0 is a failure."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(within)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"did not stop within {within} s of SIGTERM\n{self.last_words}")
        assert status == 0, f"ended with {status} after SIGTERM\n{self.last_words}"
        return time.monotonic() - began

    def kill(self) -> None:
        """kill -9: no handler, no flush."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait(20)

    def close(self) -> None:
        """For fixtures: whatever state it is in, it ends."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()

    # What it said

    @property
    def printed(self) -> str:
        """Standard output since the last start."""
        if not self.stdout.exists():
            return ""
        return self.stdout.read_bytes()[self.printed_from :].decode(errors="replace")

    @property
    def last_words(self) -> str:
        err = self.stderr.read_bytes()[-3000:].decode(errors="replace") if self.stderr.exists() else ""
        return f"--- stdout\n{self.printed[-2000:]}\n--- stderr\n{err}"

    @property
    def form(self) -> str:
        """Path of the desk's form that the demo printed, as the printed address has it (/Q/CODE)."""
        return self.local(FORM.search(self.printed)[1])

    @property
    def cards(self) -> str:
        return self.local(CARDS.search(self.printed)[1])

    @property
    def sign_ins(self) -> dict[str, tuple[str, str]]:
        return {role: (email, password) for role, email, password in SIGN_IN.findall(self.printed)}

    @property
    def welcome(self) -> str | None:
        found = WELCOME.search(self.printed)
        return self.local(found[1]) if found else None

    @staticmethod
    def local(address: str) -> str:
        """The path of a printed address, whatever host stands before it."""
        return re.sub(r"^https?://[^/]+", "", address, flags=re.I)

    @property
    def resident_megabytes(self) -> float:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024
