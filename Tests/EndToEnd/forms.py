"""Reads the forms of a page as a browser would, with nothing but the standard library."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode


@dataclass
class Form:
    action: str
    method: str
    # What a browser would send without a touch: hidden, filled, ticked and selected fields.
    filled: list[tuple[str, str]] = field(default_factory=list)
    # Every value a field offers, by name: radios, boxes, options.
    offered: dict[str, list[str]] = field(default_factory=dict)

    def value(self, name: str) -> str | None:
        return next((value for key, value in self.filled if key == name), None)

    def body(self, **typed: str | list[str]) -> str:
        """The urlencoded body after typing; `answer_LK1=1` stands for `answer[LK1]`, a list for repeated fields."""
        typed = {self._spelled(key): value for key, value in typed.items()}
        pairs = [(key, value) for key, value in self.filled if key not in typed]
        for key, value in typed.items():
            pairs += [(key, each) for each in ([value] if isinstance(value, str) else value)]
        return urlencode(pairs)

    @staticmethod
    def _spelled(key: str) -> str:
        return f"answer[{key.removeprefix('answer_')}]" if key.startswith("answer_") else key


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.inside: Form | None = None
        self.area: str | None = None
        self.select: str | None = None
        self.first_option: str | None = None
        self.text = ""

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == "form":
            # A browser keeps the fragment for itself.
            self.inside = Form((a.get("action") or "").split("#")[0], (a.get("method") or "get").lower())
            self.forms.append(self.inside)
        if self.inside is None:
            return
        name, value = a.get("name"), a.get("value")
        if tag == "input" and name:
            kind = (a.get("type") or "text").lower()
            if kind in ("radio", "checkbox"):
                self.inside.offered.setdefault(name, []).append(value or "on")
                if "checked" in a:
                    self.inside.filled.append((name, value or "on"))
            elif kind not in ("submit", "button", "image", "file"):
                self.inside.offered.setdefault(name, [])
                self.inside.filled.append((name, value or ""))
        elif tag == "textarea" and name:
            self.inside.offered.setdefault(name, [])
            self.area, self.text = name, ""
        elif tag == "select" and name:
            self.select, self.first_option = name, None
            self.inside.offered.setdefault(name, [])
        elif tag == "option" and self.select:
            self.inside.offered[self.select].append(value or "")
            if "selected" in a:
                self.inside.filled.append((self.select, value or ""))
                self.first_option = ""
            elif self.first_option is None:
                self.first_option = value or ""

    def handle_endtag(self, tag):
        if tag == "textarea" and self.area and self.inside:
            # A browser drops the newline that follows the opening tag.
            self.inside.filled.append((self.area, self.text.removeprefix("\n")))
            self.area = None
        elif tag == "select" and self.select and self.inside:
            if self.inside.value(self.select) is None and self.first_option is not None:
                self.inside.filled.append((self.select, self.first_option))
            self.select = None
        elif tag == "form":
            self.inside = None

    def handle_data(self, data):
        if self.area:
            self.text += data


def read_forms(html: str) -> list[Form]:
    reader = _Reader()
    reader.feed(html)
    return reader.forms


def rating_form(html: str) -> Form:
    """The form that carries the visit token."""
    return next(form for form in read_forms(html) if form.value("visit"))
