"""A real SMTP server on loopback that keeps what it accepts, with STARTTLS, AUTH and bad days on demand."""

import asyncio
import email
import email.policy
import socket
import ssl
import struct
import subprocess
import threading
import time
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

from harness import free_port


@dataclass
class Mail:
    at: float  # time.monotonic() when the 250 was given
    sender: str
    recipients: list[str]
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        return email.message_from_bytes(self.raw, policy=email.policy.default)

    @property
    def subject(self) -> str:
        return str(self.message["Subject"])

    @property
    def text(self) -> str:
        part = self.message.get_body(("plain",))
        return part.get_content() if part else ""

    @property
    def html(self) -> str:
        part = self.message.get_body(("html",))
        return part.get_content() if part else ""

    @property
    def everything(self) -> str:
        """Headers and decoded bodies: what a search for a phone number must look through."""
        headers = "\n".join(f"{name}: {value}" for name, value in self.message.items())
        return f"{headers}\n{self.text}\n{self.html}"


class Sink:
    """`mode` may be changed while it runs:

    ok            accepts
    greylist      451 the first time it sees a Message-ID, 250 the second time
    busy          421 and the connection ends
    reset         resets the connection in the middle of DATA; nothing is kept
    reset-after   keeps the mail, then resets instead of answering 250 (the gap of RFC 1047)
    refuse        550 for every recipient
    slow          waits `delay` seconds before the 250
    """

    def __init__(self, user: str | None = None, password: str = "", certificate: tuple[Path, Path] | None = None):
        self.mode = "ok"
        self.delay = 1.0
        self.mails: list[Mail] = []
        self.refused = 0
        self.sessions = 0
        self.arrived = threading.Condition()
        self.seen: set[str] = set()
        self.user, self.password = user, password
        self.port = free_port()
        self.context = None
        if certificate:
            self.context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            self.context.load_cert_chain(*certificate)
        self.controller: Controller | None = None

    @property
    def url(self) -> str:
        login = f"{self.user}:{self.password}@" if self.user else ""
        return f"smtp://{login}127.0.0.1:{self.port}"

    # On and off, any number of times on the same port

    def up(self) -> "Sink":
        self.controller = _Doorman(
            self,
            hostname="127.0.0.1",
            port=self.port,
            ready_timeout=10,
            tls_context=self.context,
            require_starttls=self.context is not None,
            auth_required=self.user is not None,
            auth_require_tls=self.context is not None,
            authenticator=self._authenticate if self.user else None,
        )
        self.controller.start()
        return self

    def down(self) -> None:
        if self.controller:
            self.controller.stop()
            self.controller = None

    __enter__ = up

    def __exit__(self, *_) -> None:
        self.down()

    def wait_for(self, number: int, within: float) -> list[Mail]:
        with self.arrived:
            there = self.arrived.wait_for(lambda: len(self.mails) >= number, within)
        assert there, f"{len(self.mails)} of {number} mails within {within} s"
        return list(self.mails)

    # What aiosmtpd calls

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        self.sessions += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.mode == "busy":
            return self._refuse("421 4.3.2 busy, closing", server)
        if self.mode == "refuse":
            return self._refuse("550 5.1.1 no such mailbox")
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.mode == "reset":
            self.refused += 1
            _reset(server)
            return "451 reset"
        mail = Mail(time.monotonic(), envelope.mail_from, list(envelope.rcpt_tos), bytes(envelope.original_content))
        identity = str(mail.message["Message-ID"])
        if self.mode == "greylist" and identity not in self.seen:
            self.seen.add(identity)
            return self._refuse("451 4.7.1 greylisted, come back")
        if self.mode == "slow":
            await asyncio.sleep(self.delay)
        with self.arrived:
            self.mails.append(mail)
            self.arrived.notify_all()
        if self.mode == "reset-after":
            _reset(server)
        return "250 2.0.0 kept"

    def _refuse(self, reply: str, close=None) -> str:
        self.refused += 1
        if close is not None:
            asyncio.get_running_loop().call_later(0.02, close.transport.close)
        return reply

    def _authenticate(self, server, session, envelope, mechanism, data) -> AuthResult:
        right = (data.login, data.password) == (self.user.encode(), self.password.encode())
        return AuthResult(success=right, handled=False)


class _Doorman(Controller):
    """aiosmtpd's controller, with SO_REUSEADDR kept so that the sink may come back on its port."""

    def factory(self):
        return SMTP(self.handler, **self.SMTP_kwargs)


def _reset(server) -> None:
    """RST instead of FIN, as a crashing mail server or a firewall does."""
    raw = server.transport.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    server.transport.abort()


def certificate(folder: Path, name: str = "127.0.0.1") -> tuple[Path, Path]:
    """A self-signed certificate for tests, good for two days. Returns (certificate, key)."""
    folder.mkdir(parents=True, exist_ok=True)
    cert, key = folder / "sink.crt", folder / "sink.key"
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=sink",
            "-addext",
            f"subjectAltName=IP:{name},DNS:localhost",
            "-keyout",
            key,
            "-out",
            cert,
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return cert, key
