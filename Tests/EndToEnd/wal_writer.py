"""A small writer with known habits, for the replayer's own tests: python wal_writer.py FILE MODE COMMITS.

FULL and NORMAL are SQLite's; EAGER acknowledges before it commits, on another thread than the one that writes.
"""

import os
import sqlite3
import sys
import threading


def main(file: str, mode: str, commits: int) -> None:
    connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA synchronous = {'NORMAL' if mode == 'NORMAL' else 'FULL'}")
    connection.execute("PRAGMA wal_autocheckpoint = 40")
    connection.execute("CREATE TABLE IF NOT EXISTS rating (receipt TEXT PRIMARY KEY, padding BLOB)")
    # Another thread that syncs nothing but keeps writing: its lines mingle with the writer's in the log.
    ended = threading.Event()
    noise = threading.Thread(target=lambda: [os.write(2, b".") for _ in iter(ended.is_set, True)])
    noise.start()
    for number in range(commits):
        if mode == "EAGER":
            acknowledge(number)
        connection.execute("INSERT INTO rating VALUES (?, randomblob(300))", (str(number),))
        if mode != "EAGER":
            acknowledge(number)
    ended.set()
    noise.join()
    os._exit(0)  # No tidy close: a checkpoint at the end would hide what the log looks like in the middle.


def acknowledge(number: int) -> None:
    os.writev(1, [b"HTTP/1.1 303 See Other\r\n", f"location: /r/{number}\r\n".encode(), b"\r\n"])


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
