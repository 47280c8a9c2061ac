"""A citizen's and a staff member's side of HTTP: keep-alive, no redirects followed unless asked, cookies by hand."""

import http.client
from dataclasses import dataclass
from urllib.parse import urlencode

from forms import read_forms

URLENCODED = "application/x-www-form-urlencoded"
CRITERIA = ["LK1", "LK2", "LK3", "LK4", "LK5"]


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    raw: bytes

    @property
    def text(self) -> str:
        return self.raw.decode()

    @property
    def location(self) -> str | None:
        return self.headers.get("Location")


class Citizen:
    """A phone's browser without scripts and without cookies."""

    def __init__(self, port: int):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)

    def ask(
        self, method: str, path: str, body: bytes | str | None = None, headers: dict[str, str] | None = None
    ) -> Answer:
        data = body.encode() if isinstance(body, str) else body
        try:
            self.connection.request(method, path, data, headers or {})
        except (BrokenPipeError, ConnectionResetError):
            # A refusal may be answered, and the line closed, before the whole body is sent: read the answer.
            pass
        try:
            reply = self.connection.getresponse()
            return Answer(reply.status, reply.headers, reply.read())
        except (OSError, http.client.HTTPException):
            self.connection.close()
            raise

    def get(self, path: str) -> Answer:
        return self.ask("GET", path)

    def post(self, path: str, body: bytes | str, kind: str = URLENCODED) -> Answer:
        return self.ask("POST", path, body, {"Content-Type": kind})


def levels(level: int | str) -> dict[str, str]:
    """The same level for every criterion."""
    return {f"answer_{criterion}": str(level) for criterion in CRITERIA}


class Staff(Citizen):
    """Signed in, with cookies and the form's own csrf token."""

    def __init__(self, port: int):
        super().__init__(port)
        self.cookies: dict[str, str] = {}

    def ask(self, method, path, body=None, headers=None) -> Answer:
        headers = dict(headers or {})
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        answer = super().ask(method, path, body, headers)
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name.strip()] = value.strip()
        return answer

    def sign_in(self, email: str, password: str) -> "Staff":
        form = next(form for form in read_forms(self.get("/office/login").text) if "password" in form.offered)
        filled = dict(form.filled) | {"email": email, "password": password}
        answer = self.post("/office/login", urlencode(filled))
        assert answer.status == 303, f"sign-in of {email}: {answer.status}"
        return self
