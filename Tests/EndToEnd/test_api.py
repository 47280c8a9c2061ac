"""The interface for other programs does what its description says: every operation, right and wrong calls, through
schemathesis, with keys made on the office's page."""

import itertools
import re
from urllib.parse import urlencode

import pytest
import schemathesis
from hypothesis import HealthCheck, settings as bounds
from schemathesis.config import SchemathesisConfig

from clients import Citizen, Staff, levels
from forms import read_forms
from settings import ROOT, count

pytestmark = pytest.mark.quick

EXAMPLES = count("API_EXAMPLES", 40)
DOCUMENT = ROOT / "Public" / "openapi.yaml"
# Enough that no key asks more than 300 times a minute.
KEYS = 12


def make_key(staff: Staff, name: str) -> str:
    page = staff.get("/office/interface").text
    form = next(form for form in read_forms(page) if "lastDay" in form.offered)
    wanted = [pair for pair in form.filled if pair[0] not in ("name", "reach")]
    reaches = form.offered["reach"]
    assert "ratings:comments" in reaches
    answer = staff.post("/office/interface", urlencode([*wanted, ("name", name), *(("reach", r) for r in reaches)]))
    assert answer.status == 200
    return re.search(r"hl_[A-Za-z0-9_-]{43}", answer.text)[0]


def rate(program, number: int) -> None:
    citizen = Citizen(program.port)
    form = next(form for form in read_forms(citizen.get(program.form).text) if "visit" in form.offered)
    body = form.body(**levels(2 + number % 4), phone=f"0912 345 {number:03}", comment="Hướng dẫn rõ, chờ hơi lâu")
    assert citizen.post(form.action, body).status == 303


@pytest.fixture(scope="module")
def keys(plain):
    for number in range(32):
        rate(plain, number)
    staff = Staff(plain.port).sign_in(*plain.sign_ins["homeAffairs"])
    return itertools.cycle([make_key(staff, f"Thử {number}") for number in range(KEYS)])


# What is well formed one by one may make no sense together: that is 422, and described.
CONFIG = SchemathesisConfig.from_dict({"checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "404", "422"]}}})
schema = schemathesis.openapi.from_path(DOCUMENT, config=CONFIG)


@schema.parametrize()
@bounds(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_operation_does_what_the_description_says(case, plain, keys):
    case.call_and_validate(base_url=plain.base, headers={"Authorization": f"Bearer {next(keys)}"})


def test_the_description_is_served_as_it_stands_in_the_house(plain):
    answer = Citizen(plain.port).get("/api/v1/openapi.yaml")
    assert answer.status == 200 and answer.headers["Content-Type"] == "application/yaml; charset=utf-8"
    assert answer.raw == DOCUMENT.read_bytes()


def test_without_a_key_there_is_nothing(plain):
    answer = Citizen(plain.port).get("/api/v1/figures?period=2026-11")
    assert answer.status == 401 and answer.headers["WWW-Authenticate"] == 'Bearer realm="hailong"'
    assert answer.headers["Content-Type"] == "application/problem+json; charset=utf-8"


def test_a_head_request_and_a_second_look_cost_no_body(plain, keys):
    headers = {"Authorization": f"Bearer {next(keys)}"}
    path = "/api/v1/figures?period=2026-11&by=unit"
    first = Citizen(plain.port).ask("GET", path, headers=headers)
    assert first.status == 200
    head = Citizen(plain.port).ask("HEAD", path, headers=headers)
    assert head.status == 200 and head.raw == b"" and head.headers["ETag"] == first.headers["ETag"]
    again = Citizen(plain.port).ask("GET", path, headers=headers | {"If-None-Match": first.headers["ETag"]})
    assert again.status == 304 and again.raw == b""
