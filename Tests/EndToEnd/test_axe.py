"""axe-core on every page that links lead to, for each role, light and dark: nothing serious, nothing critical."""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from browser import DESK, PHONE, picture
from clients import levels
from forms import rating_form

GRAVE = ("serious", "critical")
# Not pages: files, streams, and the way out.
SKIPPED = re.compile(
    r"\.(csv|xlsx|docx|pdf|svg|png|ico|css|js|yaml|json)$|/events$|/(sign-out|logout)|^/(healthz|readyz|metrics)"
)
# Pages of one kind differ in a number or a code only; a few of each kind are enough.
EACH_KIND = 2
MOST_PAGES = 60


def faults(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{urlsplit(page.url).path}: {fault['id']} ({fault['impact']}) {fault['help']}: {node['html'][:160]}"
        for fault in found
        if fault["impact"] in GRAVE
        for node in fault["nodes"][:3]
    ]


def kind(path: str) -> str:
    return re.sub(r"[0-9A-HJKMNP-TV-Z]{8,}|\d+", "N", path)


def crawl(page, start: list[str]) -> tuple[list[str], list[str]]:
    """Opens every page that links lead to. Returns (faults, kinds of pages seen)."""
    waiting, seen, kinds, found = list(start), set(), {}, []
    while waiting and len(seen) < MOST_PAGES:
        address = waiting.pop(0)
        path = urlsplit(address).path
        if address in seen or SKIPPED.search(path) or kinds.get(kind(path), 0) >= EACH_KIND:
            continue
        seen.add(address)
        kinds[kind(path)] = kinds.get(kind(path), 0) + 1
        # The live page's stream never ends: "load" is the last thing to wait for.
        answer = page.goto(address, wait_until="load")
        if address in start and answer.status == 404:
            continue  # Not for this role: not found is the right answer.
        if answer.status >= 400:
            found.append(f"{address}: a link leads to status {answer.status}")
        found += faults(page)
        name = re.sub(r"\W+", "-", kind(path)).strip("-") or "start"
        picture(page, name)
        for link in page.eval_on_selector_all("a[href]", "links => links.map(link => new URL(link.getAttribute('href'), location).href)"):
            parts = urlsplit(link)
            # As written, query and all: the same path may be another page, or none, without it.
            address = parts._replace(scheme="", netloc="", fragment="").geturl()
            if f"{parts.scheme}://{parts.netloc}" == page.context.base and address not in seen:
                waiting.append(address)
    return found, sorted(kinds)


@pytest.mark.quick
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_citizens_pages(demo, browser, scheme):
    context = browser.context(demo, PHONE, color_scheme=scheme)
    context.base = demo.base
    page = context.new_page()
    found, kinds = crawl(page, [demo.form, "/privacy", "/q/0000000000", "/nothing", "/office/login"])
    page.goto("/q/0000000000")
    found += faults(page)
    # Refused with every field wrong, then accepted.
    page.goto(demo.form)
    page.locator("form button, form input[type=submit]").last.click()
    page.wait_for_load_state()
    found += faults(page)
    picture(page, f"form-refused-{scheme}")
    form = rating_form(page.content())
    answer = context.request.post(
        form.action,
        data=form.body(**levels(4), phone="0987 333 444"),
        max_redirects=0,
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )
    assert answer.status == 303
    more, _ = crawl(page, [answer.headers["location"]])
    assert found + more == []
    print(f"citizen, {scheme}: {kinds}")
    context.close()


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("role", ["administrator", "homeAffairs", "head", "oneStopLead", "dataProtection"])
def test_the_office_pages(demo, browser, role, scheme):
    context = browser.staff(demo, role, DESK, color_scheme=scheme)
    context.base = demo.base
    found, kinds = crawl(context.new_page(), ["/office", "/office/live", "/office/cards", "/office/people"])
    assert found == []
    assert "/office/account" in kinds and len(kinds) >= 4, kinds
    print(f"{role}, {scheme}: {kinds}")
    context.close()
