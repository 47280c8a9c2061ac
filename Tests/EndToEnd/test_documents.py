"""`hailong report` and `hailong export` write files that Word, Excel and LibreOffice open with nothing to repair."""

import datetime
import shutil
import subprocess

import docx
import openpyxl
import pytest
from docx.shared import Mm

FORMATS = ["docx", "pdf", "xlsx"]
OFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def period():
    """The month before this one: it is over, and the demo has its ratings."""
    first = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7))).replace(day=1)
    return (first - datetime.timedelta(days=1)).strftime("%Y-%m")


@pytest.fixture(scope="module")
def reports(demo, period):
    folder = demo.folder / "reports"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for kind in FORMATS:
        out = ["--format", kind, "--out", str(folder / f"report.{kind}")]
        demo.run("report", "--period", period, *out, data=True)
    return folder


@pytest.fixture(scope="module")
def figures(demo, period):
    folder = demo.folder / "figures"
    shutil.rmtree(folder, ignore_errors=True)
    demo.run("export", "--figures", period, "--format", "xlsx", "--to", str(folder), data=True)
    return next(folder.glob("*.xlsx"))


def test_the_report_has_real_headings_tables_and_the_sheet_of_the_decree(reports):
    report = docx.Document(reports / "report.docx")
    styles = [paragraph.style.name for paragraph in report.paragraphs]
    assert styles.count("Heading 1") >= 4 and "Caption" in styles
    section = report.sections[0]
    assert abs(section.page_width - Mm(210)) < Mm(0.1) and abs(section.page_height - Mm(297)) < Mm(0.1)
    assert abs(section.left_margin - Mm(30)) < Mm(0.1) and abs(section.right_margin - Mm(15)) < Mm(0.1)
    assert section.different_first_page_header_footer
    assert report.styles["Normal"].font.name in (None, "Times New Roman")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in report.tables[0].cell(0, 1).text
    assert "BÁO CÁO" in [paragraph.text for paragraph in report.paragraphs]
    for table in report.tables:
        assert all(len(row.cells) == len(table.columns) for row in table.rows)


def test_the_same_report_twice_is_the_same_file(demo, period, reports):
    def made(kind: str, name: str) -> bytes:
        file = reports / f"{name}.{kind}"
        file.unlink(missing_ok=True)
        demo.run("report", "--period", period, "--format", kind, "--out", str(file), data=True)
        return file.read_bytes()

    for kind in FORMATS:
        # A draft says up to which minute it counts, and a minute may end between two of them, but not twice.
        assert any(made(kind, "once") == made(kind, "again") for _ in range(2)), kind


def test_the_workbooks_have_frozen_heads_and_no_formula(reports, figures):
    for file in [reports / "report.xlsx", figures]:
        book = openpyxl.load_workbook(file)
        for sheet in book:
            assert sheet.freeze_panes, sheet.title
            cells = [cell for row in sheet.iter_rows() for cell in row]
            assert cells and not any(cell.data_type == "f" or cell.hyperlink for cell in cells), sheet.title


def test_the_words_of_the_pdf_can_be_searched(reports):
    text = subprocess.run(
        ["pdftotext", "-layout", reports / "report.pdf", "-"], check=True, capture_output=True
    ).stdout.decode()
    assert "Độc lập - Tự do - Hạnh phúc" in text and "BÁO CÁO" in text
    fonts = subprocess.run(["pdffonts", reports / "report.pdf"], check=True, capture_output=True).stdout.decode()
    # emb sub uni: every typeface is in the file, with the way back to its letters.
    assert all("yes yes yes" in line for line in fonts.splitlines()[2:]), fonts


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed: nothing opens the files")
@pytest.mark.parametrize("name", ["report.docx", "report.xlsx", "figures"])
def test_libreoffice_opens_it(name, reports, figures, tmp_path):
    file = figures if name == "figures" else reports / name
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [OFFICE, "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    pages = subprocess.run(
        ["pdfinfo", tmp_path / f"{file.stem}.pdf"], check=True, capture_output=True
    ).stdout.decode()
    assert int(pages.split("Pages:")[1].split()[0]) >= 1
