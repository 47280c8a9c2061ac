"""(c) From the moment a bad rating is sent until a mail server has accepted the mail about it."""

import asyncio
import re
import sqlite3
import statistics
import time
from dataclasses import dataclass

from measure.servers import DATABASE, SCRATCH, Program, free_port
from measure.smtp_sink import Sink

CONNECTIONS = 8
LOCATION = re.compile(rb"\r\nlocation: *(\S+)", re.I)
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.I)


@dataclass
class Delivery:
    """Milliseconds from send to the mail server's 250."""

    median: float
    p99: float
    worst: float
    answer_p99: float  # until the citizen had the answer
    ratings: int
    mails: int


def measure(per_second: int, seconds: int) -> Delivery:
    program = Program("mail", per_second * seconds, bad=1, without_digests=True)
    data = program.copy("mail")
    with program.forms.open(encoding="utf-8") as lines:
        forms = [line.rstrip("\n").split("\t", 1) for line in lines]
    port = free_port()
    # The server does not look for the mail server before it has a mail.
    with program.start("mail", data, None, HAILONG_SMTP_URL=f"smtp://127.0.0.1:{port}") as server:
        sent, answered, accepted = asyncio.run(drive(forms, per_second, server.port, port))
    receipts = message_ids(data)
    assert len(accepted) == len(sent) == len(receipts), (
        f"{len(sent)} bad ratings, {len(receipts)} mails queued, {len(accepted)} accepted"
    )
    took = sorted((accepted[receipts[receipt]] - began) * 1e3 for receipt, began in sent.items())
    return Delivery(
        statistics.median(took), took[int(0.99 * len(took))], took[-1],
        sorted(answered)[int(0.99 * len(answered))] * 1e3, len(sent), len(accepted),
    )  # fmt: skip


async def drive(forms: list[list[str]], per_second: int, port: int, smtp: int):
    """Posts at an even pace whatever the answers do, then waits for the last mail."""
    sink = Sink()
    listener = await asyncio.start_server(sink.session, "127.0.0.1", smtp)
    idle: asyncio.Queue = asyncio.Queue()
    for _ in range(CONNECTIONS):
        idle.put_nowait(await asyncio.open_connection("127.0.0.1", port))
    sent: dict[str, float] = {}
    answered: list[float] = []

    async def post(path: str, body: str) -> None:
        data = body.encode()
        head = (
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(data)}\r\n\r\n"
        )
        began = time.perf_counter()
        reader, writer = line = await idle.get()
        writer.write(head.encode() + data)
        answer = await reader.readuntil(b"\r\n\r\n")
        if length := LENGTH.search(answer):
            await reader.readexactly(int(length[1]))
        answered.append(time.perf_counter() - began)
        if answer[9:12] != b"303":
            raise SystemExit(f"a bad rating was answered: {answer[:400]!r}")
        sent[LOCATION.search(answer)[1].decode().rsplit("/", 1)[1]] = began
        idle.put_nowait(line)

    start = time.perf_counter()
    tasks = []
    for number, (path, body) in enumerate(forms):
        await asyncio.sleep(max(0.0, start + number / per_second - time.perf_counter()))
        tasks.append(asyncio.create_task(post(path, body)))
    await asyncio.gather(*tasks)
    deadline = time.perf_counter() + 30
    while len(sink.accepted) < len(forms) and time.perf_counter() < deadline:
        await asyncio.sleep(0.05)
    # A moment more, so that a mail sent twice would be seen.
    await asyncio.sleep(0.3)
    assert not sink.repeated, f"{sink.repeated} mails came twice"
    listener.close()
    while not idle.empty():
        idle.get_nowait()[1].close()
    return sent, answered, sink.accepted


def message_ids(data) -> dict[str, str]:
    """Receipt -> Message-ID (without the host) of the mail about its alert; each rating has one of its own here."""
    with sqlite3.connect(data / DATABASE) as database:
        rows = database.execute(
            """SELECT rating.receipt, mail.messageID FROM rating JOIN alert ON alert.rating = rating.id
               JOIN mailAlert ON mailAlert.alert = alert.id JOIN mail ON mail.id = mailAlert.mail"""
        ).fetchall()
    database.close()
    return dict(rows)
