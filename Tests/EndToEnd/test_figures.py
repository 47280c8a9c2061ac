"""From the figures of a month to what leaves the house: pages, files, the report, the publication."""

import io
import re
import shutil
import subprocess
import zipfile
from datetime import date, timedelta

import docx
import openpyxl
import pytest

from browser import DESK, PHONE, fits, picture
from settings import SCRATCH

LAST = (date.today().replace(day=1) - timedelta(days=1)).strftime("%Y-%m")
YEAR = LAST[:4]


def table_words(book: bytes) -> list[str]:
    return openpyxl.load_workbook(io.BytesIO(book)).sheetnames


@pytest.mark.quick
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360x740", "1280x800"])
def test_every_kind_of_period_without_a_script(demo, browser, size):
    context = browser.staff(demo, "homeAffairs", size, scripts=False)
    page = context.new_page()
    today = date.today()
    week = f"{(today - timedelta(days=7)).isocalendar().year}-W{(today - timedelta(days=7)).isocalendar().week:02d}"
    first, last = today - timedelta(days=40), today - timedelta(days=3)
    periods = [str(last), week, LAST, f"{YEAR}-Q3", f"{YEAR}-H1", f"{YEAR}-9M", YEAR, f"{first}..{last}"]
    for period in periods:
        assert page.goto(f"/office/figures/{period}").status == 200, period
        assert fits(page), f"{period} scrolls sideways"
        words = page.inner_text("main")
        assert "n = " in words and "%" in words, period
    assert page.goto("/office/figures/2024-13").status == 404
    assert page.goto(f"/office/months/{LAST}").url.endswith(f"/office/figures/{LAST}")
    picture(page, "figures")
    context.close()


@pytest.mark.quick
def test_two_days_of_the_comparison_are_chosen_without_a_script(demo, browser):
    context = browser.staff(demo, "homeAffairs", PHONE, scripts=False)
    page = context.new_page()
    page.goto("/office/comparison?by=desk")
    page.locator("summary", has_text="Chọn hai ngày bất kỳ").click()
    first, last = date.today() - timedelta(days=40), date.today() - timedelta(days=3)
    page.fill("#from", str(first))
    page.fill("#to", str(last))
    with page.expect_navigation():
        page.locator("form", has=page.locator("#from")).locator("button").click()
    assert fits(page)
    assert f"Từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}" in page.inner_text("main h2 >> nth=0")
    assert page.input_value("select[name=by]") == "desk"
    picture(page, "comparison-two-days")
    context.close()


@pytest.mark.quick
def test_the_month_is_printed_on_few_sheets_and_says_nothing_but_figures(demo, browser):
    office = browser.staff(demo, "homeAffairs")
    page = office.new_page()
    page.goto(f"/office/figures/{LAST}")
    # Here the mail server works: a banner as it would stand there if it did not.
    page.evaluate(
        "document.querySelector('header').insertAdjacentHTML('beforeend', '<p class=\"notice\">Cần xử lý: thư</p>')"
    )
    assert "Cần xử lý" in page.inner_text("body")
    sheets = demo.folder / "month.pdf"
    page.pdf(path=sheets, format="A4")
    words = subprocess.run(["pdftotext", "-layout", sheets, "-"], check=True, capture_output=True).stdout.decode()
    # Six on most days, and one to spare for a month with more rows.
    assert words.count("\f") <= 7
    for said in ("Cần xử lý", "Đăng xuất", "Chọn hai ngày", "Lưu cách xem", "Tải mọi bảng", "Trực tiếp"):
        assert said not in words, said
    assert "Hai mươi bốn tháng" in words and "chưa có phiếu." in words
    office.close()


@pytest.mark.quick
def test_every_table_is_a_file_and_a_saved_view_is_an_address(demo, browser):
    office = browser.staff(demo, "homeAffairs")
    page = office.new_page()
    books, texts = set(), set()
    for path, least in [
        (f"/office/figures/{LAST}", 4), ("/office/comparison?by=unit", 3), ("/office/comparison?by=desk", 3),
        (f"/office/dossiers/{LAST}", 1), ("/office/cases?show=all", 1), ("/office/comments", 1),
    ]:  # fmt: skip
        page.goto(path)
        links = page.eval_on_selector_all("main a[href]", "all => all.map(a => a.getAttribute('href'))")
        of_page = [{link for link in links if kind in link} for kind in (".xlsx", ".csv")]
        assert all(len(found) >= least for found in of_page), (path, of_page)
        books |= of_page[0]
        texts |= of_page[1]
    for link in sorted(books):
        file = office.request.get(link)
        assert file.status == 200 and table_words(file.body()), link
    for link in sorted(texts):
        file = office.request.get(link)
        assert file.status == 200 and file.body().startswith(b"\xef\xbb\xbf") and len(file.text().splitlines()) > 1, link

    page.goto(f"/office/figures/{LAST}?channel=qr")
    page.locator("summary", has_text="Lưu cách xem này").click()
    page.fill("input[name=name]", "Tháng trước, mã QR")
    form = page.locator("form", has=page.locator("input[name=name]"))
    with page.expect_navigation():
        form.locator("button").last.click()
    page.goto(f"/office/figures/{LAST}")
    address = page.get_by_role("link", name="Tháng trước, mã QR").first.get_attribute("href")
    assert address.startswith("/office/views/")
    head = browser.staff(demo, "head")
    other = head.new_page()
    assert other.goto(address).status == 200
    assert "Mã QR" in other.inner_text("main")
    stranger = browser.staff(demo, "official").new_page()
    assert stranger.goto(address).status == 404
    head.close()
    office.close()


@pytest.mark.quick
def test_comments_are_found_with_and_without_diacritics(demo, browser):
    office = browser.staff(demo, "homeAffairs", PHONE)
    page = office.new_page()
    found = {}
    for word in ("lâu", "lau", "xyzzy"):
        page.goto(f"/office/comments?period={YEAR}&q={word}")
        assert fits(page)
        found[word] = page.inner_text("main")
    picture(page, "comments-none")
    page.goto(f"/office/comments?period={YEAR}&q=lau")
    picture(page, "comments")
    assert re.search(r"chờ lâu|hơi lâu|đợi lâu", found["lâu"], re.I)
    assert "lâu" in found["lau"] and re.search(r"\blau\b", found["lau"])
    assert "không có lời nào" in found["xyzzy"]
    assert not re.search(r"09\d{2}[ .]?\d{3}[ .]?\d{3}", page.inner_text("main")), "a phone among the comments"
    office.close()


def pages_of(document: bytes, name: str) -> str:
    """What LibreOffice makes of it, as text; empty when there is none here."""
    soffice = shutil.which("soffice")
    if not soffice:
        return ""
    folder = SCRATCH / "documents"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(document)
    subprocess.run(
        [soffice, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / name)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    pdf = (folder / name).with_suffix(".pdf")
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True).stdout.decode()


def words_of(document: docx.document.Document) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    feet = [paragraph.text for section in document.sections for paragraph in section.footer.paragraphs]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells + feet)


@pytest.mark.quick
def test_the_report_is_written_frozen_and_the_same_for_ever(demo, browser):
    office = browser.staff(demo, "homeAffairs")
    page = office.new_page()
    path = f"/office/reports/{LAST}"
    page.goto(path)
    picture(page, "report-draft")
    draft = words_of(docx.Document(io.BytesIO(office.request.get(f"{path}.docx").body())))
    assert "DỰ THẢO" in draft.upper()
    areas = page.locator("main textarea")
    assert areas.count() >= 2
    areas.nth(areas.count() - 2).fill("Buổi sáng thứ Hai còn phải chờ lâu.")
    areas.last.fill("Bố trí thêm một quầy hướng dẫn vào sáng thứ Hai.")
    with page.expect_navigation():
        page.get_by_role("button", name="Lưu lời văn").click()
    assert "Bố trí thêm một quầy hướng dẫn" in page.locator("main textarea").last.input_value()
    with page.expect_navigation():
        page.get_by_role("button", name="Chốt báo cáo").click()
    picture(page, "report-frozen")

    first = office.request.get(f"{path}.docx").body()
    assert office.request.get(f"{path}.docx").body() == first, "the same month twice gives the same figures"
    document = docx.Document(io.BytesIO(first))
    words = words_of(document)
    for expected in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BÁO CÁO", "Kính gửi", "/BC-",
        "Bố trí thêm một quầy hướng dẫn vào sáng thứ Hai.", "Nơi nhận", "./.",
    ):  # fmt: skip
        assert expected in words, expected
    assert "DỰ THẢO" not in words.upper()
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading 1")]
    assert [text.split(".")[0] for text in headings[:5]] == ["I", "II", "III", "IV", "V"]
    styles = zipfile.ZipFile(io.BytesIO(first)).read("word/styles.xml").decode()
    assert set(re.findall(r'w:ascii="([^"]+)"', styles)) == {"Times New Roman"}
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 30 <= round(section.left_margin.mm) <= 35 and 15 <= round(section.right_margin.mm) <= 20
    drawn = pages_of(first, "report.docx")
    assert not drawn or "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in drawn

    book = openpyxl.load_workbook(io.BytesIO(office.request.get(f"{path}.xlsx").body()))
    assert all(sheet.freeze_panes for sheet in book.worksheets)
    assert any("charts/chart" in name for name in zipfile.ZipFile(
        io.BytesIO(office.request.get(f"{path}.xlsx").body())).namelist())  # fmt: skip
    pdf = office.request.get(f"{path}.pdf").body()
    assert pdf.startswith(b"%PDF")
    assert office.request.get(f"{path}/print").status == 200
    out = demo.folder / "report.docx"
    demo.run("report", "--period", LAST, "--format", "docx", "--out", str(out), data=True)
    assert words_of(docx.Document(out)) == words, "the command writes what the page gives"
    office.close()


@pytest.mark.quick
def test_leadership_publishes_corrects_and_withdraws_and_readers_see_it(demo, browser):
    office = browser.staff(demo, "leadership")
    page = office.new_page()
    public = browser.context(demo, PHONE, scripts=False)
    reader = public.new_page()
    before = (date.fromisoformat(f"{LAST}-01") - timedelta(days=1)).strftime("%Y-%m")
    assert public.request.get(f"/open/{before}").status == 404
    path = f"/office/publication/{before}"
    page.goto(path)
    picture(page, "publication")
    page.locator("form", has=page.locator("input[name=digest]")).locator("button").click()
    page.wait_for_load_state()
    assert reader.goto(f"/open/{before}").status == 200
    assert fits(reader)
    picture(reader, "open")
    words = reader.inner_text("body")
    assert "SIPAS" in words and "n = " in words and "tự nguyện" in words
    figures = public.request.get(f"/open/{before}.json").json()
    assert figures
    csv = public.request.get(f"/open/{before}.csv")
    assert csv.status == 200
    tag = csv.headers["etag"]
    assert public.request.get(f"/open/{before}.csv", headers={"If-None-Match": tag}).status == 304
    assert not public.cookies(), "a reader is given no cookie"
    posters = [row for row in re.findall(r"/open/[0-9-]+/([a-z0-9-]+)", reader.content())]
    assert public.request.get(f"/open/poster/{posters[0]}").status == 200
    assert public.request.get(f"/open/poster/{posters[0]}.pdf").body().startswith(b"%PDF")

    page.goto(path)
    page.fill("#withdraw-reason", "Nhập nhầm một lô phiếu giấy")
    with page.expect_navigation():
        page.get_by_role("button", name="Thu hồi").click()
    assert reader.goto(f"/open/{before}").status == 410
    assert "Nhập nhầm một lô phiếu giấy" in reader.inner_text("body")
    picture(reader, "open-withdrawn")
    public.close()
    office.close()


@pytest.mark.quick
def test_only_the_official_finds_the_own_figures(demo, browser):
    own = browser.staff(demo, "official", PHONE)
    page = own.new_page()
    assert page.goto("/office/own").status == 200
    assert fits(page)
    picture(page, "own")
    for role in ("head", "homeAffairs", "leadership"):
        other = browser.staff(demo, role)
        assert other.request.get("/office/own").status == 404, role
        other.close()
    own.close()
