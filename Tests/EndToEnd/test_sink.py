"""The sink is a measuring instrument: these tests show that it tells the truth."""

import smtplib
import ssl

import pytest

from settings import SCRATCH
from smtp_sink import Sink, certificate

pytestmark = pytest.mark.quick

MAIL = (
    b"Subject: =?UTF-8?B?xJDDoW5oIGdpw6EgeOG6pXU=?=\r\nMessage-ID: <1@example.vn>\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nUXXhuqd5IDE=\r\n"
)


def send(sink, client=None):
    client = client or smtplib.SMTP("127.0.0.1", sink.port, timeout=5)
    client.sendmail("a@example.vn", ["b@example.vn"], MAIL)
    client.quit()


def test_a_mail_is_kept_with_its_decoded_subject_and_text():
    with Sink() as sink:
        send(sink)
        mail = sink.wait_for(1, within=2)[0]
    assert (mail.subject, mail.text.strip(), mail.recipients) == ("Đánh giá xấu", "Quầy 1", ["b@example.vn"])


def test_a_greylisted_mail_is_kept_at_the_second_try():
    with Sink() as sink:
        sink.mode = "greylist"
        with pytest.raises(smtplib.SMTPDataError) as refused:
            send(sink)
        assert refused.value.smtp_code == 451 and not sink.mails
        send(sink)
        assert len(sink.mails) == 1


@pytest.mark.parametrize("mode, kept", [("busy", 0), ("reset", 0), ("reset-after", 1), ("refuse", 0)])
def test_a_bad_day_is_felt_by_the_sender(mode, kept):
    with Sink() as sink:
        sink.mode = mode
        with pytest.raises((smtplib.SMTPException, OSError)):
            send(sink)
        assert len(sink.mails) == kept


def test_a_sink_that_is_down_refuses_and_comes_back_on_its_port():
    sink = Sink().up()
    sink.down()
    with pytest.raises(OSError):
        send(sink)
    with sink:
        send(sink)
    assert len(sink.mails) == 1


def test_starttls_and_a_password_are_demanded():
    with Sink("hailong", "mat-khau", certificate(SCRATCH / "sink")) as sink:
        with pytest.raises(smtplib.SMTPException):
            send(sink)
        client = smtplib.SMTP("127.0.0.1", sink.port, timeout=5)
        client.starttls(context=ssl._create_unverified_context())
        client.login("hailong", "mat-khau")
        send(sink, client)
    assert len(sink.mails) == 1
