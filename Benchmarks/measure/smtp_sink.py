"""A mail server on loopback that accepts everything and notes when."""

import asyncio
import re
import time

MESSAGE_ID = re.compile(rb"^Message-ID:\s*<([^@>]+)", re.I | re.M)


class Sink:
    def __init__(self):
        # Left side of the Message-ID -> time.perf_counter() when the 250 was given.
        self.accepted: dict[str, float] = {}
        self.repeated = 0

    async def session(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 sink ready\r\n")
        try:
            while line := await reader.readline():
                verb = line[:4].upper()
                if verb == b"EHLO":
                    writer.write(b"250-sink\r\n250-8BITMIME\r\n250 SIZE 1000000\r\n")
                elif verb == b"DATA":
                    writer.write(b"354 go on\r\n")
                    self._keep(await reader.readuntil(b"\r\n.\r\n"))
                    writer.write(b"250 2.0.0 accepted\r\n")
                elif verb == b"QUIT":
                    writer.write(b"221 bye\r\n")
                    break
                else:
                    writer.write(b"250 ok\r\n")
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        writer.close()

    def _keep(self, mail: bytes) -> None:
        name = MESSAGE_ID.search(mail)[1].decode()
        self.repeated += name in self.accepted
        self.accepted[name] = time.perf_counter()
