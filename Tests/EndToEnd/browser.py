"""The system's Chromium: a citizen's phone without scripts, a staff member's desk with them, and pictures of both."""

from playwright.sync_api import BrowserContext, Page, sync_playwright

from harness import Program
from settings import CHROMIUM, SCREENSHOTS

PHONE = (360, 740)
DESK = (1280, 800)


class Browser:
    def __enter__(self) -> "Browser":
        self.playwright = sync_playwright().start()
        self.chromium = self.playwright.chromium.launch(
            executable_path=CHROMIUM,
            # Root in a container has no user namespaces; nothing but our own loopback pages is opened.
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        return self

    def __exit__(self, *_) -> None:
        self.chromium.close()
        self.playwright.stop()

    def context(self, program: Program, size: tuple[int, int] = PHONE, scripts: bool = True, **more) -> BrowserContext:
        context = self.chromium.new_context(
            base_url=program.base,
            viewport={"width": size[0], "height": size[1]},
            java_script_enabled=scripts,
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            **more,
        )
        context.set_default_timeout(10_000)
        return context

    def staff(self, program: Program, role: str, size: tuple[int, int] = DESK, **more) -> BrowserContext:
        """Signed in through the page, as people do."""
        context = self.context(program, size, **more)
        email, password = program.sign_ins[role]
        page = context.new_page()
        page.goto("/office/login")
        page.fill("input[name=email]", email)
        page.fill("input[name=password]", password)
        with page.expect_navigation():
            page.press("input[name=password]", "Enter")
        assert "/office/login" not in page.url, f"{role} could not sign in"
        page.close()
        return context


def picture(page: Page, name: str) -> None:
    """build/screenshots/360x740/name.png"""
    size = page.viewport_size
    folder = SCREENSHOTS / f"{size['width']}x{size['height']}"
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}.png", full_page=True)


def fits(page: Page) -> bool:
    """Nothing sticks out to the right: no sideways scrolling."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
