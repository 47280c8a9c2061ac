"""The machine that the numbers belong to, and what a process uses of it."""

import os
import platform
import re
import statistics
import time
from pathlib import Path


def cpu() -> str:
    names = re.findall(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.M)
    return f"{len(os.sched_getaffinity(0))} cores, {names[0] if names else platform.machine()}"


def sync_milliseconds(folder: Path, rounds: int = 300) -> tuple[float, float]:
    """Median and 99th percentile of one fdatasync after one appended page of 4 KiB, as a commit to the WAL does."""
    path = folder / "sync"
    page = os.urandom(4096)
    took = []
    file = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        for _ in range(rounds):
            os.write(file, page)
            began = time.perf_counter()
            os.fdatasync(file)
            took.append((time.perf_counter() - began) * 1e3)
    finally:
        os.close(file)
        path.unlink()
    return statistics.median(took), sorted(took)[int(0.99 * rounds)]


def file_system(folder: Path) -> str:
    """Type of the file system that holds the folder: tmpfs would make every commit free."""
    best = ("", "?")
    for line in Path("/proc/mounts").read_text().splitlines():
        _, place, kind, *_ = line.split()
        inside = str(folder.resolve()) + "/"
        if inside.startswith(place.rstrip("/") + "/") and len(place) >= len(best[0]):
            best = (place, kind)
    return best[1]


def busy_seconds(pid: int) -> float:
    """Processor time of all threads so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_megabytes(pid: int) -> tuple[float, float]:
    """Resident now, and the most it ever was."""
    status = Path(f"/proc/{pid}/status").read_text()
    return tuple(int(re.search(rf"{key}:\s+(\d+)", status)[1]) / 1024 for key in ("VmRSS", "VmHWM"))


def facts(scratch: Path) -> list[str]:
    middle, slow = sync_milliseconds(scratch)
    load = os.getloadavg()[0]
    lines = [
        f"Machine: {cpu()}, Linux {platform.release().split('-')[0]}, Python {platform.python_version()}",
        f"Disk: {file_system(scratch)}, fdatasync after 4 KiB: median {middle:.2f} ms, p99 {slow:.2f} ms",
        "Build: swift build -c release; load over loopback; server on core 0, load generator on core 1",
    ]
    if load > 0.5:
        lines.append(f"CAUTION: the machine was not quiet before the run (load {load:.1f})")
    return lines
