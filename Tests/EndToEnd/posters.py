"""Many posters at once that do not give up: each posts its submission until it is answered, as a phone's retry would.

They live in a process of their own, on raw sockets, so that they press hard and do not disturb the test's clock.
"""

import asyncio
import multiprocessing
import random
import re
import time

LOCATION = re.compile(rb"\r\nlocation: *(\S+)", re.I)
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.I)
CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.I)

# One process per run; forked, so the submissions need no copying.
_fork = multiprocessing.get_context("fork")


class Posters:
    """Posts `sends` (path, body) in order from `number` connections and keeps each one's receipt address."""

    def __init__(self, port: int, sends: list[tuple[str, str]], number: int = 64, seed: int = 0):
        self.port, self.number, self.seed = port, number, seed
        self.requests = [request(path, body) for path, body in sends]
        self.answered = _fork.Value("i", 0)
        self.last_call = _fork.Event()
        self.mine, theirs = _fork.Pipe(duplex=False)
        self.process = _fork.Process(target=self._live, args=(theirs,), daemon=True)

    def start(self) -> "Posters":
        self.process.start()
        return self

    def finish(self, within: float = 60) -> dict[int, str]:
        """No new submissions; those under way are posted until answered. Returns index -> Location."""
        self.last_call.set()
        return self.result(within)

    def result(self, within: float) -> dict[int, str]:
        assert self.mine.poll(within), f"posters did not finish in {within} s: {self.answered.value} answered"
        found, trouble = self.mine.recv()
        self.process.join(10)
        assert not trouble, f"{len(trouble)} unexpected answers, first: {trouble[0]}"
        return found

    def close(self) -> None:
        if self.process.is_alive():
            self.process.terminate()

    def wait_for(self, answered: int, within: float) -> None:
        deadline = time.monotonic() + within
        while self.answered.value < answered:
            assert self.process.is_alive(), "the posters ended early"
            assert time.monotonic() < deadline, f"{self.answered.value} of {answered} answered within {within} s"
            time.sleep(0.0005)

    # In the other process

    def _live(self, pipe) -> None:
        try:
            pipe.send(asyncio.run(self._all()))
        except BaseException as error:  # The parent must hear of it, whatever it is.
            pipe.send(({}, [repr(error)]))

    async def _all(self) -> tuple[dict[int, str], list[str]]:
        queue = iter(range(len(self.requests)))
        found: dict[int, str] = {}
        trouble: list[str] = []
        await asyncio.gather(*(self._one(queue, found, trouble, number) for number in range(self.number)))
        return found, trouble

    async def _one(self, queue, found, trouble, number) -> None:
        chance = random.Random(self.seed * 1000 + number)
        line = None
        for index in queue:
            while True:
                try:
                    if line is None:
                        line = await asyncio.open_connection("127.0.0.1", self.port)
                    status, head = await asyncio.wait_for(exchange(line, self.requests[index]), 15)
                except (OSError, EOFError, asyncio.TimeoutError, asyncio.IncompleteReadError):
                    if line is not None:
                        line[1].close()
                        line = None
                    await asyncio.sleep(chance.uniform(0.01, 0.04))
                    continue
                if status == 303:
                    found[index] = LOCATION.search(head)[1].decode()
                    self.answered.value += 1
                elif status == 503:
                    await asyncio.sleep(chance.uniform(0.02, 0.1))
                    continue
                else:
                    trouble.append(f"submission {index}: {head[:400]!r}")
                break
            if self.last_call.is_set() or trouble:
                break
        if line is not None:
            line[1].close()


def request(path: str, body: str) -> bytes:
    data = body.encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(data)}\r\n\r\n"
    )
    return head.encode() + data


async def exchange(line, data: bytes) -> tuple[int, bytes]:
    reader, writer = line
    writer.write(data)
    head = await reader.readuntil(b"\r\n\r\n")
    if length := LENGTH.search(head):
        await reader.readexactly(int(length[1]))
    elif CHUNKED.search(head):
        while (size := int(await reader.readline(), 16)) > 0:
            await reader.readexactly(size + 2)
        await reader.readline()
    return int(head[9:12]), head
