"""Simulated power cuts, by replaying what the program did to its files.

The program runs under strace. From the log each file gets a *durable* image and a list of *pending* writes; fsync
makes durable what was complete when it began. At a cut the pending writes survive in part, out of order and torn at
sectors of 512 bytes; the image is opened as after a reboot. A rating counts as acknowledged from the moment the
program begins to write the 303 that names its receipt.

Not modelled: loss of directory entries (SQLite syncs the folder when it makes a file) and the -shm file (rebuilt at
opening, removed here). Database files must be written with pwrite, as SQLite does on Linux; anything else is an error.
"""

import random
import re
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CALLS = "pwrite64,pwritev,write,writev,sendmsg,sendto,fdatasync,fsync,ftruncate,unlink,unlinkat,rename"
SECTOR = 512

_LINE = re.compile(r"^(\d+) +(?:(\w+)\((.*)|<\.\.\. (\w+) resumed>(.*))$", re.S)
_FILE = re.compile(r"^\d+<([^>]*)>(?:\(deleted\))?")
_TEXT = re.compile(r'"([^"]*)"')
_LOCATION = re.compile(rb"\r\nlocation: *\S*/r/([^\s?]+)", re.I)


def wrapper(log: Path) -> tuple[str, ...]:
    """Stands before the program's command. -D keeps the program our own child, so signals reach it, not strace."""
    return (
        "strace",
        "-D",
        "-f",
        "-q",
        "-y",
        "-xx",
        "-s",
        "200000",
        "--seccomp-bpf",
        "-o",
        str(log),
        "-e",
        f"trace={CALLS}",
    )


def settle(log: Path, process: int, within: float = 30) -> None:
    """The tracer outlives the program by a moment: waits until it has written the program's end."""
    deadline = time.monotonic() + within
    # strace pads short process numbers to five places.
    end = re.compile(rf"^{process} +\+\+\+ ".encode(), re.MULTILINE)
    while not end.search(log.read_bytes()[-4096:]):
        assert time.monotonic() < deadline, "strace did not finish its log"
        time.sleep(0.02)


@dataclass(eq=False)
class Write:
    """One change of a file: bytes at an offset, or (data is None) a new length."""

    file: str
    offset: int
    data: bytes | None
    complete: bool = False


@dataclass
class Event:
    kind: str  # begin, end, sync-begin, sync-end, ack, unlink
    write: Write | None = None
    file: str = ""
    thread: str = ""
    receipts: list[str] = field(default_factory=list)


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def read(log: Path, database: Path) -> list[Event]:
    """The log as events on the database's own files (name, -wal, -journal), in the order they happened."""
    return list(_events(log, str(database)))


def _events(log: Path, database: str) -> Iterator[Event]:
    begun: dict[str, Event] = {}  # by thread: what its unfinished call began
    with log.open() as lines:
        for line in lines:
            match = _LINE.match(line.rstrip("\n"))
            if not match:
                continue  # signals and exits
            thread, call, rest, resumed, tail = match.groups()
            if resumed:
                first = begun.pop(thread, None)
                if first is not None:
                    yield from _ended(first, thread, tail)
                continue
            first = _begun(call, rest, thread, database)
            if first is None:
                continue
            yield first
            if rest.endswith("<unfinished ...>"):
                begun[thread] = first
            else:
                yield from _ended(first, thread, rest)


def _begun(call: str, rest: str, thread: str, database: str) -> Event | None:
    if call in ("unlink", "unlinkat"):
        name = _own(_bytes(_TEXT.search(rest)[1]).decode(), database)
        return Event("unlink", file=name) if name else None
    if call == "rename":
        assert _own(_bytes(_TEXT.search(rest)[1]).decode(), database) is None, "a database file was renamed"
        return None
    on = _FILE.match(rest)
    if on is None:
        return None
    name = _own(_bytes(on[1]).decode(errors="replace") if "\\x" in on[1] else on[1], database)
    if name is None:
        if call in ("write", "writev", "sendmsg", "sendto"):
            sent = b"".join(_bytes(text) for text in _TEXT.findall(rest) if "\\x" in text)
            if sent.startswith(b"HTTP/1.1 303"):
                return Event("ack", receipts=[found.decode() for found in _LOCATION.findall(sent)])
        return None
    if call in ("fdatasync", "fsync"):
        return Event("sync-begin", file=name, thread=thread)
    if call == "ftruncate":
        return Event("begin", Write(name, int(re.search(r", (\d+)", rest)[1]), None))
    assert call == "pwrite64", f"{call} on {name}: this replayer knows pwrite64 only"
    data = _bytes(_TEXT.search(rest)[1])
    length, offset = re.search(r'", (\d+), (\d+)', rest).groups()
    assert len(data) == int(length), "strace cut a string short"
    return Event("begin", Write(name, int(offset), data))


def _ended(first: Event, thread: str, tail: str) -> Iterator[Event]:
    ok = re.search(r"\) += (\d+)", tail)
    if first.kind == "begin" and ok:
        if first.write.data is not None:
            assert int(ok[1]) == len(first.write.data), "a short write"
        yield Event("end", first.write)
    elif first.kind == "sync-begin" and ok:
        yield Event("sync-end", file=first.file, thread=thread)


def _own(path: str, database: str) -> str | None:
    if not path.startswith(database):
        return None
    suffix = path[len(database) :]
    return suffix if suffix in ("", "-wal", "-journal") else None


class Disk:
    """What is safely on the platter, and what is still on its way."""

    def __init__(self, base: dict[str, bytes]):
        self.durable = {name: bytearray(data) for name, data in base.items()}
        self.pending: dict[str, list[Write]] = {}
        self.syncing: dict[str, list[Write]] = {}
        self.unlinked: set[str] = set()
        self.acknowledged: list[str] = []

    def take(self, event: Event) -> None:
        if event.kind == "begin":
            self.unlinked.discard(event.write.file)
            self.pending.setdefault(event.write.file, []).append(event.write)
        elif event.kind == "end":
            event.write.complete = True
        elif event.kind == "sync-begin":
            # Only what was complete when the call began is promised when it ends.
            self.syncing[event.thread] = [w for w in self.pending.get(event.file, []) if w.complete]
        elif event.kind == "sync-end":
            done = set(map(id, self.syncing.pop(event.thread, [])))
            for write in [w for w in self.pending.get(event.file, []) if id(w) in done]:
                apply(self.durable.setdefault(event.file, bytearray()), write)
            self.pending[event.file] = [w for w in self.pending.get(event.file, []) if id(w) not in done]
        elif event.kind == "unlink":
            self.unlinked.add(event.file)
            self.pending.pop(event.file, None)
        elif event.kind == "ack":
            self.acknowledged += event.receipts

    def after_cut(self, chance: random.Random) -> dict[str, bytearray]:
        """The files as the next boot finds them."""
        image = {
            name: bytearray(data)
            for name, data in self.durable.items()
            if name not in self.unlinked or chance.random() < 0.5
        }
        for name, writes in self.pending.items():
            for write in survivors(writes, chance):
                apply(image.setdefault(name, bytearray()), write)
        return image


def survivors(writes: list[Write], chance: random.Random) -> Iterator[Write]:
    """None, all, the first few, or any of the unsynced writes; the last of a few and some of any are torn."""
    way = chance.choice(["none", "all", "first", "any", "any"])
    if way == "none":
        return
    until = chance.randrange(len(writes) + 1) if way == "first" else len(writes)
    for number, write in enumerate(writes[:until]):
        if way == "any" and chance.random() < 0.5:
            continue
        tear = (way == "any" and chance.random() < 0.3) or (way == "first" and number == until - 1)
        if tear and write.data is not None and len(write.data) > SECTOR:
            write = Write(write.file, write.offset, write.data[: chance.randrange(0, len(write.data), SECTOR)])
        yield write


def apply(image: bytearray, write: Write) -> None:
    if write.data is None:
        if len(image) > write.offset:
            del image[write.offset :]
        else:
            image.extend(bytes(write.offset - len(image)))
        return
    end = write.offset + len(write.data)
    if len(image) < end:
        image.extend(bytes(end - len(image)))
    image[write.offset : end] = write.data


def files(database: Path) -> dict[str, bytes]:
    """The durable base: call it while the program is stopped, before the traced run."""
    return {
        suffix: file.read_bytes()
        for suffix in ("", "-wal", "-journal")
        if (file := Path(f"{database}{suffix}")).exists()
    }


def put(image: dict[str, bytearray], place: Path) -> sqlite3.Connection:
    """Writes the image and opens it. Read-only: SQLite recovers the log all the same but never checkpoints it."""
    for suffix in ("", "-wal", "-journal", "-shm"):
        file = Path(f"{place}{suffix}")
        if suffix in image:
            file.write_bytes(image[suffix])
        else:
            file.unlink(missing_ok=True)
    return sqlite3.connect(f"file:{place}?mode=ro", uri=True)
