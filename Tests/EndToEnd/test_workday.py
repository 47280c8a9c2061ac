"""What the office does every day, in the browser, each role with its own sign-in, on a phone and on a desk.

After test_walk, which counts the mails about the same desk: the fourth within ten minutes would wait for a digest.
"""

import re

import pytest

from browser import DESK, PHONE, fits, picture
from test_walk import choose

ROLES = [
    "administrator", "homeAffairs", "leadership", "head", "oneStopLead", "official", "paperEntry", "interviewer",
    "verifier", "supervisor", "dataProtection",
]  # fmt: skip


def rate_badly(demo, browser, number: str, callback: bool = False):
    """A citizen without scripts; returns their open page on the receipt."""
    page = browser.context(demo, PHONE, scripts=False).new_page()
    page.goto(demo.form)
    for criterion in ("LK1", "LK2", "LK3", "LK4", "LK5"):
        choose(page, f"answer[{criterion}]", "1" if criterion == "LK2" else "3")
    page.fill("[name=comment]", "Hỏi nhiều lần không ai trả lời")
    page.fill("[name=phone]", number)
    if callback:
        choose(page, "callback", "yes")
    page.locator("form button").last.click()
    page.wait_for_url("**/r/*")
    return page


def press(page, words: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=words, exact=False).first.click()


@pytest.mark.quick
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360x740", "1280x800"])
@pytest.mark.parametrize("role", ROLES)
def test_each_role_finds_its_work_and_nothing_sticks_out(demo, browser, role, size):
    context = browser.staff(demo, role, size)
    page = context.new_page()
    page.goto("/office")
    for path in dict.fromkeys(["/office", *page.eval_on_selector_all(".top a[href]", "a => a.map(a => a.pathname)")]):
        answer = page.goto(path, wait_until="load")
        assert answer.status == 200, path
        assert fits(page), f"{role}: {path} scrolls sideways"
        picture(page, f"{role}{path.replace('/', '-')}")
    context.close()


@pytest.mark.quick
def test_a_case_from_the_mail_to_the_citizen_and_back_once(demo, sink, browser):
    before = len(sink.mails)
    citizen = rate_badly(demo, browser, "0912 345 801")
    mail = next(mail for mail in sink.wait_for(before + 1, within=5)[before:] if "/take" in mail.text)
    link = re.search(r"http\S+/office/cases/\d+/take", mail.text)[0]

    # The link asks to sign in first, and looking at it changes nothing: mail scanners look too.
    head = browser.context(demo, PHONE)
    page = head.new_page()
    page.goto(demo.local(link))
    assert "/office/login" in page.url
    email, password = demo.sign_ins["head"]
    page.fill("input[name=email]", email)
    page.fill("input[name=password]", password)
    with page.expect_navigation():
        page.press("input[name=password]", "Enter")
    assert page.url.endswith("/take")
    picture(page, "take")
    citizen.reload()
    assert "đang chờ tiếp nhận" in citizen.inner_text("body")
    press(page, "Tiếp nhận")
    assert re.search(r"/office/cases/\d+$", page.url)
    press(page, "Bắt đầu xử lý")
    picture(page, "case")

    def answer(words: str) -> None:
        page.locator("input[name=finding]").first.check()
        page.fill("[name=measure]", "Đã nhắc nhở và bố trí thêm người hướng dẫn")
        page.locator("[name=text]").last.fill(words)
        press(page, "Gửi câu trả lời")

    answer("Chúng tôi xin lỗi Ông/Bà và đã bố trí thêm người.")
    citizen.reload()
    picture(citizen, "receipt-answered")
    assert "đã bố trí thêm người" in citizen.inner_text("body")
    returning = citizen.locator("form", has=citizen.get_by_role("button", name="Báo chưa được giải quyết"))
    returning.locator("[name=text]").fill("Hôm qua vẫn phải chờ hai tiếng")
    press(citizen, "Báo chưa được giải quyết")
    picture(citizen, "receipt-returned")

    page.reload()
    picture(page, "case-returned")
    assert "Hôm qua vẫn phải chờ hai tiếng" in page.inner_text("body")
    answer("Từ tuần này quầy có hai người trực.")
    citizen.reload()
    assert "Từ tuần này quầy có hai người trực" in citizen.inner_text("body")
    assert citizen.get_by_role("button", name="Báo chưa được giải quyết").count() == 0, "once is once"
    head.close()


@pytest.mark.quick
def test_a_phone_is_shown_for_a_reason_once_and_somebody_sees_that(demo, browser):
    citizen = rate_badly(demo, browser, "0912 345 802")
    case = re.search(r"VV-(\d+)", citizen.inner_text("body"))[1].lstrip("0")
    head = browser.staff(demo, "head", PHONE)
    page = head.new_page()
    page.goto(f"/office/cases/{case}")
    assert "090" not in page.inner_text("main") or "•" in page.inner_text("main")
    assert "345 802" not in page.content() and "0912345802" not in page.content()
    page.get_by_role("link", name=re.compile("số điện thoại|Xem số|Gọi", re.I)).first.click()
    page.wait_for_load_state()
    picture(page, "phone-ask")
    form = page.locator("form", has=page.get_by_role("button", name="Chỉ xem số"))
    reason = form.locator("[name=reason]").first
    if reason.evaluate("field => field.tagName") == "SELECT":
        reason.select_option(index=1)
    else:
        reason.check()
    form.locator("[name=words]").fill("Hỏi lại ngày hẹn của hồ sơ")
    press(page, "Chỉ xem số")
    picture(page, "phone-shown")
    shown = re.sub(r"\D", "", page.inner_text("main"))
    assert "0912345802" in shown and "0912345802" not in page.url and "345" not in page.title()
    page.goto(f"/office/cases/{case}")
    assert "0912345802" not in re.sub(r"[ .]", "", page.content())
    head.close()
    officer = browser.staff(demo, "dataProtection", DESK)
    page = officer.new_page()
    page.goto("/office/phones")
    picture(page, "phones")
    assert "Hỏi lại ngày hẹn của hồ sơ" in page.inner_text("main")
    officer.close()


@pytest.mark.quick
def test_a_substitute_in_two_taps_and_back(demo, browser):
    lead = browser.staff(demo, "oneStopLead", PHONE)
    page = lead.new_page()
    page.goto("/office/shifts")
    before = page.inner_text("main")
    with page.expect_navigation():
        page.get_by_role("link", name="Thay người").first.click()
    picture(page, "substitute")
    assert fits(page)
    with page.expect_navigation():
        page.locator("button[name=official]").first.click()
    picture(page, "substituted")
    assert "/office/shifts" in page.url and page.inner_text("main") != before
    press(page, "Hoàn tác")
    page.goto("/office/shifts")
    assert page.inner_text("main") == before
    lead.close()


@pytest.mark.quick
def test_somebody_asks_what_is_kept_about_them_and_reads_the_answer(demo, browser):
    citizen = rate_badly(demo, browser, "0912 345 803")
    receipt = citizen.url.split("/r/")[1].split("#")[0]
    citizen.goto("/privacy/request")
    picture(citizen, "request-form")
    citizen.locator("[name=kind]").first.check()
    citizen.fill("[name=receipt]", receipt)
    citizen.fill("[name=wish]", "Xin bản sao những gì đang được giữ")
    press(citizen, "Gửi yêu cầu")
    assert re.search(r"/privacy/request/[0-9A-Z]{13}", citizen.url)
    picture(citizen, "request-sent")
    officer = browser.staff(demo, "dataProtection", DESK)
    page = officer.new_page()
    page.goto("/office/privacy")
    picture(page, "requests")
    with page.expect_navigation():
        page.locator("main table a").first.click()
    picture(page, "request")
    assert "Xin bản sao" in page.inner_text("main")
    officer.close()
