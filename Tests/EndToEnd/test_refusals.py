"""Every refusal says in Vietnamese what to do, keeps what a person typed, and leaves nothing behind."""

import re
from urllib.parse import quote

import pytest

import database
from clients import Citizen, levels
from forms import rating_form

pytestmark = pytest.mark.quick

TYPED = "Chờ lâu quá, cán bộ <nói> “quát” & bỏ đi"
GOOD = {"phone": "0912 345 678", "comment": TYPED}
VIETNAMESE = re.compile("[ạảãàáâậấầẩẫăắằặẳẵọỏõòóôộổỗồốơờớợởỡẹẻẽèéêệếềểễụủũùúưựữửừứịỉĩìíỵỷỹỳýđ]", re.I)
PROBLEM = re.compile(r"exception|error:|stack|sqlite|swift|nil\b|Optional\(", re.I)


@pytest.fixture(scope="module")
def citizen(plain):
    return Citizen(plain.port)


@pytest.fixture()
def nothing_behind(plain):
    before = database.counts(plain.data)
    yield
    assert database.counts(plain.data) == before


def opened(plain, citizen):
    page = citizen.get(plain.form)
    assert page.status == 200
    return rating_form(page.text)


def says(answer, *statuses):
    assert answer.status in statuses, f"{answer.status}, expected {statuses}: {answer.raw[:300]!r}"
    assert answer.headers["Content-Type"].replace(" ", "").lower() == "text/html;charset=utf-8"
    assert VIETNAMESE.search(answer.text) and '<html lang="vi"' in answer.text.replace("lang=vi", 'lang="vi"')
    assert not PROBLEM.search(re.sub(r"<(style|script).*?</\1>", "", answer.text, flags=re.S)), (
        "a fault's text reached a visitor"
    )
    assert "Set-Cookie" not in answer.headers


# What a person can mend: 422, the form again, with everything that was typed.

MENDABLE = {
    "no level at all": {"phone": "0912 345 678"},
    "no phone": levels(5) | {"phone": ""},
    "a phone with a digit missing": levels(5) | {"phone": "0912 345 67"},
    "a phone in letters": levels(5) | {"phone": "không có"},
    "a foreign phone": levels(5) | {"phone": "+1 202 555 0143"},
    "a comment that is too long": levels(5) | {"phone": "0912 345 678", "comment": "dài " * 600},
}


@pytest.mark.parametrize("typed", MENDABLE.values(), ids=MENDABLE.keys())
def test_what_a_person_can_mend_is_shown_with_all_that_was_typed(plain, citizen, nothing_behind, typed):
    form = opened(plain, citizen)
    typed = {"comment": TYPED} | typed | {"reason": ["late", "other"], "callback": "yes"}
    answer = citizen.post(form.action, form.body(**typed))
    says(answer, 422)
    again = rating_form(answer.text)
    assert (again.value("comment") or "").strip() == typed["comment"].strip()
    assert again.value("phone") == typed["phone"]
    assert [value for name, value in again.filled if name == "reason"] == ["late", "other"]
    assert again.value("callback") == "yes"
    for name, level in typed.items():
        if name.startswith("answer_"):
            assert again.value(f"answer[{name[7:]}]") == level


def test_a_wrong_phone_is_explained_in_the_words_of_the_plan(plain, citizen, nothing_behind):
    form = opened(plain, citizen)
    answer = citizen.post(form.action, form.body(**levels(4), phone="0912"))
    assert "Số điện thoại chưa đúng. Ví dụ: 0912 345 678" in answer.text


# What no honest page sends.


def crooked(form, name):
    """(body, content type, allowed statuses)"""
    good = form.body(**levels(4), **GOOD)
    visit = form.value("visit")
    swapped = visit[:-1] + ("A" if visit[-1] != "A" else "B")
    kind = "application/x-www-form-urlencoded"
    return {
        "level 0": (form.body(**levels(0), **GOOD), kind, (400, 422)),
        "level 6": (form.body(**levels(6), **GOOD), kind, (400, 422)),
        "a level in words": (form.body(**levels("năm"), **GOOD), kind, (400, 422)),
        "an unknown criterion": (good + "&answer%5BLK9%5D=1", kind, (400, 422)),
        "an unknown reason": (good + "&reason=revenge", kind, (400, 422)),
        "one criterion twice": (good + "&answer%5BLK1%5D=1", kind, (400, 422)),
        "two visits": (good + f"&visit={quote(visit)}", kind, (400, 422)),
        "a token with one character changed": (
            good.replace(quote(visit, safe=""), quote(swapped, safe="")),
            kind,
            (400,),
        ),
        "a token made up": (form.body(visit="x" * 48, **levels(4), **GOOD), kind, (400,)),
        "no token": (form.body(visit="", **levels(4), **GOOD), kind, (400,)),
        "text that is not UTF-8": (good + "&official=%FF%FE", kind, (400,)),
        "raw bytes that are not UTF-8": (good.encode() + b"&official=\xff\xfe", kind, (400,)),
        "a broken escape": (good + "&official=%zz", kind, (400,)),
        "a NUL": (good + "&official=%00", kind, (400,)),
        "JSON": ('{"visit": "x"}', "application/json", (415,)),
        "a form for files": (good, "multipart/form-data; boundary=x", (415,)),
        "no type": (good, "", (415,)),
    }[name]


CROOKED = [
    "level 0",
    "level 6",
    "a level in words",
    "an unknown criterion",
    "an unknown reason",
    "one criterion twice",
    "two visits",
    "a token with one character changed",
    "a token made up",
    "no token",
    "text that is not UTF-8",
    "raw bytes that are not UTF-8",
    "a broken escape",
    "a NUL",
    "JSON",
    "a form for files",
    "no type",
]


@pytest.mark.parametrize("name", CROOKED)
def test_what_no_honest_page_sends_is_refused(plain, citizen, nothing_behind, name):
    form = opened(plain, citizen)
    body, kind, statuses = crooked(form, name)
    says(citizen.post(form.action, body, kind), *statuses)


def test_a_token_of_another_desk_is_forged(plain, citizen, nothing_behind):
    # Signed by this very server, but for the desk whose code it was asked with.
    form = opened(plain, citizen)
    says(citizen.post("/q/0000000000", form.body(**levels(4), **GOOD)), 400, 404)


def test_a_body_over_32_kilobytes_is_too_large(plain, nothing_behind):
    citizen = Citizen(plain.port)
    form = opened(plain, citizen)
    body = form.body(**levels(4), phone="0912345678", comment="a" * 40_000)
    answer = citizen.post(form.action, body)
    assert answer.status == 413


def test_a_body_that_lies_about_its_length_is_cut_off(plain, nothing_behind):
    citizen = Citizen(plain.port)
    form = opened(plain, citizen)
    try:
        answer = citizen.ask(
            "POST", form.action, b"a" * 3_000_000, {"Content-Type": "application/x-www-form-urlencoded"}
        )
        assert answer.status == 413
    except OSError:
        pass  # A reset before the answer could be read is a refusal too.
    assert Citizen(plain.port).get(plain.form).status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/q/0000000000",
        "/q/x",
        "/q/..%2f..%2fetc",
        "/q/%ff%fe",
        "/q/" + "8" * 300,
        "/r/0000000000000",
        "/nothing",
        "/open/9999",
        "/open/9999-12",
        "/open/0000-Q1.csv",
        "/q",
        "/Q/0000000000",
    ],
)
def test_an_unknown_address_is_a_page_in_vietnamese(plain, nothing_behind, path):
    says(Citizen(plain.port).get(path), 404)


@pytest.mark.parametrize(
    "path",
    [
        "/office",
        "/office/live",
        "/office/live/events",
        "/office/figures/2026-11",
        "/office/cases/1",
        "/office/figures/2026-11.csv",
        "/office/cards",
        "/office/people",
    ],
)
def test_the_office_shows_nothing_to_strangers(plain, nothing_behind, path):
    answer = Citizen(plain.port).get(path)
    assert answer.status in (303, 404)
    if answer.status == 303:
        assert answer.location.startswith("/office/login")


def test_the_address_works_in_any_case(plain, citizen, nothing_behind):
    code = plain.form.rsplit("/", 1)[1]
    for path in (f"/Q/{code.upper()}", f"/q/{code.lower()}", f"/q/{code.upper()}"):
        assert citizen.get(path).status == 200


# What was accepted once.


def test_the_same_form_again_gives_the_same_receipt_and_other_text_a_fresh_token(plain, citizen):
    form = opened(plain, citizen)
    body = form.body(**levels(4), phone="0987 654 321", comment=TYPED)
    first = citizen.post(form.action, body)
    assert first.status == 303 and first.location.startswith("/r/")
    after = database.counts(plain.data)
    assert citizen.post(form.action, body).location == first.location
    other = citizen.post(form.action, form.body(**levels(5), phone="0987 654 321", comment="Chữ khác, viết lại"))
    says(other, 422)
    again = rating_form(other.text)
    assert again.value("comment") == "Chữ khác, viết lại"
    assert again.value("visit") not in (None, form.value("visit"))
    assert database.counts(plain.data) == after
    receipt = citizen.get(first.location)
    assert receipt.status == 200 and "0987" not in receipt.text and "654 321" not in receipt.text
    # The fresh token is good: the same person's new rating of the day replaces the old one.
    assert citizen.post(again.action, again.body()).status == 303


def test_the_rating_page_is_one_light_document_without_script_and_cookie(plain, citizen):
    page = citizen.ask("GET", plain.form, headers={"Accept-Encoding": "gzip"})
    assert page.headers.get("Content-Encoding") == "gzip" and len(page.raw) <= 5 * 1024
    text = citizen.get(plain.form).text
    assert len(text.encode()) <= 14 * 1024
    assert "<script" not in text and "Set-Cookie" not in page.headers
    assert not re.search(r'(src|href)="(https?:)?//', text)
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe-inline" not in policy and "unsafe-eval" not in policy
