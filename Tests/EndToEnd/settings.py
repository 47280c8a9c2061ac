"""Where things are and how much is done; every count can be lowered from the environment for a quick run."""

import os
import random
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
SCRATCH = BUILD / "end-to-end"
SCREENSHOTS = BUILD / "screenshots"
BINARY = Path(os.environ.get("HAILONG_BINARY", ROOT / ".build" / "release" / "hailong")).absolute()
CONFIG = ROOT / "kiosk-config"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def count(name: str, usual: int) -> int:
    """How often: `HAILONG_E2E_KILLS=10` lowers the number of kills, and so on."""
    return int(os.environ.get(f"HAILONG_E2E_{name}", usual))


def seeded(name: str) -> random.Random:
    """Chance that can be replayed: HAILONG_SEED repeats the run whose seed was printed."""
    seed = int(os.environ.get("HAILONG_SEED") or time.time_ns() % 2**32)
    print(f"{name}: HAILONG_SEED={seed}", flush=True)
    return random.Random(seed)
