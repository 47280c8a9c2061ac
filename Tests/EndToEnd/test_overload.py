"""More at once than the house can take: 503 with Retry-After and the text kept, and every accepted rating stored."""

import http.client
import threading
from urllib.parse import parse_qsl

import pytest

import database
from clients import URLENCODED
from forms import rating_form
from harness import Program


@pytest.mark.quick
def test_a_full_queue_keeps_what_was_typed_and_says_when_to_come_back():
    # A queue of one, so that a crowd of eighty overflows it on any machine.
    program = Program("overload", environment={"HAILONG_QUEUE_LIMIT": "1"})
    try:
        sends = program.prepare(submissions=2_000)
        program.start("serve")
        busy, stored, lock = [], [], threading.Lock()

        def crowd(part):
            line = http.client.HTTPConnection("127.0.0.1", program.port, timeout=30)
            for path, body in part:
                line.request("POST", path, body, {"Content-Type": URLENCODED})
                reply = line.getresponse()
                text = reply.read().decode()
                with lock:
                    (busy if reply.status == 503 else stored).append((reply.status, reply.headers, text, body))

        people = [threading.Thread(target=crowd, args=(sends[n::80],)) for n in range(80)]
        [each.start() for each in people]
        [each.join() for each in people]
        program.stop()
    finally:
        program.close()
    assert {status for status, *_ in stored} == {303}
    assert busy, "the queue never filled: does HAILONG_QUEUE_LIMIT reach it?"
    for _, headers, text, body in busy[:20]:
        assert int(headers["Retry-After"]) >= 1
        form, typed = rating_form(text), dict(parse_qsl(body, keep_blank_values=True))
        assert form.value("phone") == typed["phone"]
        assert form.value("visit") == typed["visit"], "the same token: sending again must stay harmless"
        assert form.value("answer[LK1]") == typed["answer[LK1]"]
    connection = database.opened(program.data / database.FILE)
    assert sum(database.receipts(connection).values()) == len(stored)
    connection.close()
