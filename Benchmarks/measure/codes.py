"""(e) QR codes a second as finished SVG beside libqrencode alone."""

import statistics
import subprocess
from dataclasses import dataclass

from measure.servers import BUILT, SERVER_CORE, on


@dataclass
class Codes:
    alone: float
    finished: float
    ratio: float
    rounds: list[float]


def measure(rounds: int, codes: int) -> Codes:
    command = on(SERVER_CORE) + [str(BUILT / "BenchQR"), str(rounds), str(codes)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    rows = [tuple(map(float, line.split())) for line in done.stdout.splitlines()]
    middle = statistics.median
    ratios = [b / a for a, b in rows]
    return Codes(middle(a for a, _ in rows), middle(b for _, b in rows), middle(ratios), ratios)
