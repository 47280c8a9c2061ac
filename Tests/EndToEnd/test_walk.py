"""The main job with a real browser: scan, rate, receipt, live page, mail, month; on a phone and on a desk screen."""

import re
import subprocess
import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

import database
from browser import DESK, PHONE, fits, picture

# The month page's headline count: the first "1.234 lượt" on it.
MONTH_COUNT = re.compile(r"([\d.]+)\s+(?:lượt|phiếu)")
COMMENT = "Chờ hai tiếng không ai hỏi, dấu vết {} của bài thử"
SPELLINGS = ["{0}{1}{2}", "{0} {1} {2}", "{0}.{1}.{2}", "84{3}{1}{2}", "+84 {3} {1} {2}"]


def scan(program, unit: str, code: str) -> str:
    """Prints the desk's code, reads the print, and gives the path that the phone would open."""
    out = program.folder / "scan"
    program.run("qr", "--unit", unit, "--format", "png", "--out", str(out), data=True)
    for png in out.glob("*.png"):
        address = subprocess.run(
            ["zbarimg", "--quiet", "--raw", str(png)], check=True, stdout=subprocess.PIPE, text=True
        ).stdout.strip()
        assert address == address.upper(), "only upper case keeps the code small"
        if address.endswith(f"/{code}"):
            return program.local(address)
    raise AssertionError(f"no printed code of {unit} leads to {code}")


def ratings(program) -> int:
    return database.counts(program.data)[database.RATINGS]


def month_count(page, month: str) -> int:
    page.goto(f"/office/figures/{month}")
    return int(MONTH_COUNT.search(page.inner_text("main"))[1].replace(".", ""))


def watch(live, words: str) -> None:
    """Notes the moment at which a new card with `words` stands on top, and whether the page was loaded again.

    Cards are not counted: the list has a longest length, and what falls off its end may be of the same desk.
    """
    live.evaluate(
        """words => {
        const cards = document.getElementById("cards");
        const before = cards.firstElementChild;
        window.notReloaded = true;
        new MutationObserver(() => {
            const top = cards.firstElementChild;
            if (!window.arrived && top && top !== before && top.innerText.includes(words)) window.arrived = Date.now();
        }).observe(document.body, {childList: true, subtree: true, characterData: true});
    }""",
        words,
    )


def choose(page, name: str, value: str) -> None:
    """Taps the words, not the little circle, as a thumb does. Works without scripts."""
    field = page.locator(f'input[name="{name}"][value="{value}"]')
    row = page.locator(f'label:has(input[name="{name}"][value="{value}"])')
    if row.count() == 0:
        row = page.locator(f'label[for="{field.get_attribute("id")}"]')
    row.first.click()
    assert field.is_checked()


@pytest.mark.quick
@pytest.mark.parametrize("size, turn", [(PHONE, 0), (DESK, 1)], ids=["360x740", "1280x800"])
def test_a_bad_rating_reaches_everybody_it_concerns(demo, sink, browser, size, turn):
    printed = demo.form.rsplit("/", 1)[1].upper()
    desks = database.desks(demo.data)
    code, desk, unit = desks[([each[0] for each in desks].index(printed) + turn) % len(desks)]
    month = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).strftime("%Y-%m")
    parts = ("0912", f"{345 + turn}", f"{time.time_ns() % 1000:03}", "912")
    comment = COMMENT.format(parts[2])

    office = browser.staff(demo, "homeAffairs", size)
    live, reader = office.new_page(), office.new_page()
    counted = month_count(reader, month)
    picture(reader, "month-before")
    live.goto("/office/live", wait_until="load")
    live.wait_for_timeout(700)  # The event stream is opened after the page.
    watch(live, desk)

    phone = browser.context(demo, size, scripts=False)
    page = phone.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(scan(demo, unit, code))
    assert len(asked) == 1 and desk in page.inner_text("body")
    picture(page, "form")
    for criterion in ("LK1", "LK2", "LK3", "LK4", "LK5"):
        choose(page, f"answer[{criterion}]", "1" if criterion == "LK2" else "3")
    choose(page, "reason", "late")
    page.fill("[name=comment]", comment)
    page.fill("[name=phone]", " ".join(parts[:3]))
    picture(page, "form-filled")

    before, mails, stored = time.monotonic(), len(sink.mails), ratings(demo)
    clicked = time.time()
    page.locator("form button, form input[type=submit]").last.click()
    page.wait_for_url("**/r/*")
    receipt = page.url
    picture(page, "receipt")
    assert "0912" not in page.content() and comment not in page.content()
    assert phone.cookies() == []
    assert all(url.startswith(demo.base) for url in asked)

    live.wait_for_function("() => window.arrived", timeout=5000)
    seconds = live.evaluate("window.arrived") / 1000 - clicked
    assert live.evaluate("window.notReloaded")
    live.wait_for_timeout(400)
    picture(live, "live")
    assert seconds < 1, f"on the live page after {seconds:.2f} s"

    # The morning list or the canary may come at the same time.
    mail = next(each for each in sink.wait_for(mails + 1, within=5)[mails:] if "/take" in each.text)
    assert mail.at - before < 1, f"in the mailbox after {mail.at - before:.2f} s"
    assert desk in mail.text and desk in mail.html
    assert re.search("[ạảấầậắặếềệểộốồớờợửữựđ]", mail.subject) and mail.raw.isascii()
    assert all(address.endswith("example.vn") for address in mail.recipients) and len(mail.recipients) == 1
    assert demo.base in mail.text, "a link to the case"
    for spelling in SPELLINGS:
        assert spelling.format(*parts) not in mail.everything
    assert comment not in mail.everything

    # Neither Back, nor reload, nor sending the same page again, is a second rating.
    assert ratings(demo) == stored + 1
    page.reload()
    page.go_back()
    page.reload()
    page.goto(receipt)
    assert ratings(demo) == stored + 1

    assert month_count(reader, month) == counted + 1
    picture(reader, "month-after")
    reader.goto(f"/office/figures/{month}/ratings")
    assert comment in reader.inner_text("body") and " ".join(parts[:3]) not in reader.content()
    picture(reader, "ratings")
    print(f"live page after {seconds * 1000:.0f} ms, mailbox after {(mail.at - before) * 1000:.0f} ms")
    phone.close()
    office.close()


@pytest.mark.quick
def test_a_double_tap_and_back_give_the_first_receipt_again(demo, browser):
    phone = browser.context(demo, scripts=False)
    page = phone.new_page()
    page.goto(demo.form)
    for criterion in ("LK1", "LK2", "LK3", "LK4", "LK5"):
        choose(page, f"answer[{criterion}]", "5")
    page.fill("[name=phone]", "0987 111 222")
    stored = ratings(demo)
    send = page.locator("form button, form input[type=submit]").last
    send.click()
    page.wait_for_url("**/r/*")
    receipt = page.url
    page.go_back()
    if page.locator("[name=phone]").input_value():  # Chromium kept the filled page: the thumb presses again.
        page.locator("form button, form input[type=submit]").last.click()
        page.wait_for_url("**/r/*")
        assert page.url == receipt
    assert ratings(demo) == stored + 1
    phone.close()


@pytest.mark.quick
def test_a_wrong_phone_keeps_everything_and_says_what_to_do(demo, browser):
    phone = browser.context(demo, scripts=False)
    page = phone.new_page()
    page.goto(demo.form)
    choose(page, "answer[LK1]", "2")
    page.fill("[name=comment]", "Xin giữ lại lời này")
    page.fill("[name=phone]", "0912 34")
    page.locator("form button, form input[type=submit]").last.click()
    page.wait_for_load_state()
    picture(page, "form-wrong-phone")
    assert "Số điện thoại chưa đúng. Ví dụ: 0912 345 678" in page.inner_text("body")
    assert page.locator('input[name="answer[LK1]"][value="2"]').is_checked()
    assert page.input_value("[name=comment]") == "Xin giữ lại lời này"
    assert page.input_value("[name=phone]") == "0912 34"
    assert page.locator("[name=phone]").get_attribute("aria-invalid") == "true"
    phone.close()


@pytest.mark.quick
def test_a_thumb_hits_every_row_and_nothing_scrolls_sideways(demo, browser):
    phone = browser.context(demo)
    page = phone.new_page()
    page.goto(demo.form)
    assert fits(page)
    boxes = page.evaluate("""() => [...document.querySelectorAll('input[type=radio][name^="answer["]')].map(input => {
        const row = input.closest('label') || document.querySelector(`label[for="${input.id}"]`);
        const box = row.getBoundingClientRect();
        return [input.name, box.top, box.bottom, box.width];
    })""")
    assert len(boxes) == 25
    assert min(bottom - top for _, top, bottom, _ in boxes) >= 52
    assert min(width for *_, width in boxes) >= 0.8 * PHONE[0]
    gaps = [after[1] - before[2] for before, after in zip(boxes, boxes[1:]) if before[0] == after[0]]
    assert min(gaps) >= 7.9
    phone.close()
