"""What an operator sees: first start, second instance, health, mail without a mail server, no phone anywhere."""

import json
import subprocess
import time

import pytest

import database
from clients import Citizen, Staff, levels
from forms import rating_form
from harness import Program
from settings import BINARY, CONFIG

pytestmark = pytest.mark.quick

PHONE = "0968 517 243"
SPELLINGS = ["0968517243", "968517243", "968 517 243", "968.517.243", "968-517-243"]


def rate(program, level: int, **more) -> str:
    citizen = Citizen(program.port)
    form = rating_form(citizen.get(program.form).text)
    answer = citizen.post(form.action, form.body(**levels(level), phone=PHONE, **more))
    assert answer.status == 303
    return answer.location


def test_the_first_serve_prints_a_one_time_link_and_invents_nothing():
    program = Program("first-start")
    try:
        program.start("serve")
        assert Citizen(program.port).get(program.welcome).status == 200
        assert database.counts(program.data)["rating"] == 0
        wrong = program.welcome[:-4] + "0000"
        assert Citizen(program.port).get(wrong).status == 404
        assert program.stop() < 5
    finally:
        program.close()


def test_a_second_instance_on_the_same_data_refuses_to_start(plain):
    second = Program("second-instance")
    second.data = plain.data
    began = time.monotonic()
    second.launch("serve")
    assert second.process.wait(5) != 0
    assert time.monotonic() - began < 2
    assert "Sẵn sàng" not in second.printed and second.stderr.read_text().strip()
    assert Citizen(plain.port).get("/readyz").status == 200


def test_a_port_in_use_is_said_in_a_sentence(plain):
    second = Program("port-in-use")
    second.port = plain.port
    second.launch("serve")
    assert second.process.wait(20) != 0
    assert str(plain.port) in second.stderr.read_text() + second.printed
    assert "Fatal error" not in second.stderr.read_text()


def test_health_readiness_and_metrics(plain):
    citizen = Citizen(plain.port)
    health = citizen.get("/healthz")
    assert health.status == 200
    assert {"database", "disk", "oldestUnsentMailSeconds", "lastMailAccepted"} <= json.loads(health.text).keys()
    assert citizen.get("/readyz").status == 200
    metrics = citizen.get("/metrics")
    assert (
        metrics.status == 200 and metrics.headers["Content-Type"].startswith("text/plain") and "# TYPE" in metrics.text
    )


def test_without_a_mail_server_the_mail_is_a_file_and_the_office_says_so(plain):
    folder = plain.data / "mail"
    there = set(folder.glob("*.eml"))
    rate(plain, 1)
    deadline = time.monotonic() + 3
    while not (new := set(folder.glob("*.eml")) - there) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert len(new) == 1
    office = Staff(plain.port).sign_in(*plain.sign_ins["homeAffairs"]).get("/office")
    assert office.status == 200 and "máy chủ thư" in office.text.lower()


def test_a_phone_stands_nowhere_in_the_clear(plain):
    location = rate(plain, 2, comment="Xin gọi lại", callback="yes")
    time.sleep(0.5)
    office = Staff(plain.port).sign_in(*plain.sign_ins["homeAffairs"])
    pages = [Citizen(plain.port).get(location).text, office.get("/office").text, office.get("/office/live").text]
    files = [file for file in plain.folder.rglob("*") if file.is_file()]
    assert any(file.name == database.FILE for file in files)
    for spelling in SPELLINGS:
        for form in (spelling.encode(), spelling.encode("utf-16-le")):
            assert not [file for file in files if form in file.read_bytes()]
        assert not [page for page in pages if spelling in page]


def test_the_cookie_of_the_office_is_for_this_host_and_no_script(plain):
    staff = Staff(plain.port)
    email, password = plain.sign_ins["homeAffairs"]
    cookies = []
    kept = staff.connection.getresponse

    def listening():
        reply = kept()
        cookies.extend(reply.headers.get_all("Set-Cookie") or [])
        return reply

    staff.connection.getresponse = listening
    staff.sign_in(email, password)
    session = cookies[-1].lower()
    assert "httponly" in session and "secure" in session and "samesite=lax" in session


def test_a_form_of_the_office_without_its_token_is_refused(plain):
    staff = Staff(plain.port)
    email, password = plain.sign_ins["administrator"]
    assert staff.post("/office/login", f"email={email}&password={password}&csrf=made-up").status in (400, 403, 422)
    assert Citizen(plain.port).get("/office/people").status in (303, 404)


def test_config_check_names_file_line_and_key(plain, tmp_path):
    good = subprocess.run(
        [BINARY, "config", "check", "--config", CONFIG], env=plain.environment, cwd=tmp_path, capture_output=True
    )
    assert good.returncode == 0, good.stderr.decode()
    broken = tmp_path / "kiosk-config"
    subprocess.run(["cp", "-r", CONFIG, broken], check=True)
    with (broken / "organization.yaml").open("a") as file:
        file.write("\nunheard-of: 1\n")
    line = len((broken / "organization.yaml").read_text().splitlines())
    bad = subprocess.run(
        [BINARY, "config", "check", "--config", broken], env=plain.environment, cwd=tmp_path, capture_output=True
    )
    said = (bad.stdout + bad.stderr).decode()
    assert bad.returncode != 0
    assert "organization.yaml" in said and str(line) in said and "unheard-of" in said
