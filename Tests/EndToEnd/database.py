"""Looks into the program's SQLite file, read-only. The names of tables and columns stand here and nowhere else."""

import sqlite3
from collections import Counter
from pathlib import Path

FILE = "hailong.sqlite"
RATINGS = "rating"
RECEIPT = "receipt"
NONCE = "nonce"
ANSWERS = "answer"
ANSWER_OF = "rating"
# Desks that can be rated today, with the code in force: code, desk's name, unit's id.
DESKS = """SELECT code.code, desk.name, desk.unit FROM deskCode AS code JOIN desk ON desk.id = code.desk
    WHERE code.retiredAt IS NULL ORDER BY desk.unit, desk.id"""
# The same desks by where they stand: the printed document of a unit holds all desks that stand in it or below it.
PLACES = """WITH RECURSIVE below(top, unit) AS (
        SELECT id, id FROM unit UNION SELECT below.top, unit.id FROM below JOIN unit ON unit.parent = below.unit)
    SELECT DISTINCT below.top, code.code FROM deskCode AS code JOIN desk ON desk.id = code.desk
    JOIN below ON below.unit IN (desk.unit, desk.place)
    WHERE code.retiredAt IS NULL AND below.top IN (SELECT COALESCE(place, unit) FROM desk)"""
# What a refused submission must leave untouched.
WATCHED = ["rating", "answer", "alert", "mail", "entry"]


def opened(file: Path) -> sqlite3.Connection:
    # A read-only connection cannot checkpoint, so it never becomes a second checkpointer beside the program.
    return sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=10)


def counts(data: Path) -> dict[str, int]:
    connection = opened(data / FILE)
    try:
        found = {table: connection.execute(f'SELECT COUNT(*) FROM "{table}"').fetchone()[0] for table in WATCHED}
        # The program's own duties (mail on its way, erasing what is due, reminders) write whenever their hour comes.
        found["entry"] = connection.execute("SELECT COUNT(*) FROM entry WHERE actor <> 'system'").fetchone()[0]
        return found
    finally:
        connection.close()


def desks(data: Path) -> list[tuple[str, str, str]]:
    """(code, desk's name, unit's id) of every desk with a code in force."""
    connection = opened(data / FILE)
    try:
        return connection.execute(DESKS).fetchall()
    finally:
        connection.close()


def codes_by_place(data: Path) -> list[tuple[str, str]]:
    """(unit where desks stand, code) of every desk with a code in force."""
    connection = opened(data / FILE)
    try:
        return connection.execute(PLACES).fetchall()
    finally:
        connection.close()


def receipts(connection: sqlite3.Connection) -> Counter[str]:
    return Counter(row[0].upper() for row in connection.execute(f'SELECT "{RECEIPT}" FROM "{RATINGS}"'))


def integrity(connection: sqlite3.Connection) -> str:
    return connection.execute("PRAGMA integrity_check").fetchone()[0]


def half_stored(connection: sqlite3.Connection) -> int:
    """Ratings whose answers are missing: a transaction that was torn."""
    query = f'SELECT COUNT(*) FROM "{RATINGS}" WHERE id NOT IN (SELECT "{ANSWER_OF}" FROM "{ANSWERS}")'
    return connection.execute(query).fetchone()[0]


def audit(data: Path, answered: dict[str, str]) -> None:
    """Every answered receipt is stored exactly once, nothing else is, and the file is sound.

    `answered`: key of the submission -> receipt of its answer.
    """
    connection = opened(data / FILE)
    try:
        assert integrity(connection) == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        stored = receipts(connection)
        nonces = connection.execute(f'SELECT COUNT(DISTINCT "{NONCE}") FROM "{RATINGS}"').fetchone()[0]
        lost = [receipt for receipt in answered.values() if receipt not in stored]
        assert not lost, f"{len(lost)} answered ratings are lost, first {lost[:3]}"
        assert len(set(answered.values())) == len(answered), "two submissions were given one receipt"
        assert sum(stored.values()) == len(stored) == nonces == len(answered), (
            f"{sum(stored.values())} ratings, {nonces} nonces, {len(answered)} answered submissions"
        )
        assert half_stored(connection) == 0
    finally:
        connection.close()


def receipt_of(location: str) -> str:
    """The receipt in the Location of an answer, as the database spells it."""
    return location.rsplit("/r/", 1)[-1].split("?")[0].replace("-", "").upper()
