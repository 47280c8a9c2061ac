"""Programs and browsers shared by the tests. A failing test's last words are in build/end-to-end/<name>/."""

import pytest

from browser import Browser
from harness import Program
from settings import count
from smtp_sink import Sink


def pytest_collection_modifyitems(items):
    # The quick ones first: a broken build should say so in seconds.
    items.sort(key=lambda item: item.get_closest_marker("long") is not None)


@pytest.fixture(scope="session")
def sink():
    with Sink() as sink:
        yield sink


@pytest.fixture(scope="session")
def demo(sink):
    """The demo with its year of ratings, as `make run` starts it, with a real mail server."""
    program = Program("demo", smtp=sink.url)
    history = [] if count("HISTORY", 1) else ["--no-history"]
    try:
        yield program.start("demo", *history, within=count("HISTORY_SECONDS", 240))
    finally:
        program.close()


@pytest.fixture(scope="module")
def plain(request):
    """The demo's organisation without its year and without a mail server, fresh for each file of tests."""
    program = Program(request.module.__name__.removeprefix("test_"))
    try:
        yield program.start("demo", "--no-history", within=120)
    finally:
        program.close()


@pytest.fixture(scope="session")
def browser():
    with Browser() as browser:
        yield browser
