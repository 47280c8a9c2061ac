"""Ten thousand simulated power cuts of the real program: no acknowledged rating is lost, the file is never broken."""

import pytest

import database
import powercut
from cutting import Outcome, cut
from harness import Program
from posters import Posters
from settings import count, seeded

CUTS = count("CUTS", 10_000)
RATINGS = count("CUT_RATINGS", 1_600)


def look(connection) -> tuple[str, set[str]]:
    verdict = database.integrity(connection)
    if verdict == "ok" and (torn := database.half_stored(connection)):
        verdict = f"{torn} ratings without answers"
    return verdict, set(database.receipts(connection))


def simulate(name: str, cuts: int, environment: dict[str, str] | None = None) -> Outcome:
    chance = seeded(name)
    program = Program(name, environment=environment)
    sends = program.prepare(submissions=RATINGS)
    file = program.data / database.FILE
    log = program.folder / "strace.log"
    base = powercut.files(file)
    # Twelve at a time: large enough for group commits, small enough for many of them.
    posters = Posters(program.port, sends, number=12, seed=chance.randrange(2**32))
    try:
        program.start("serve", wrapper=powercut.wrapper(log), within=60)
        answered = posters.start().result(within=300)
        # Not a polite stop: its last checkpoint would be part of the log, and there is nothing more to say.
        program.kill()
    finally:
        posters.close()
        program.close()
    powercut.settle(log, program.process.pid)
    events = powercut.read(log, file)
    log.unlink()
    for event in events:
        event.receipts = [database.receipt_of(receipt) for receipt in event.receipts]
    acknowledged = {receipt for event in events for receipt in event.receipts}
    assert acknowledged == {database.receipt_of(location) for location in answered.values()}, (
        "the log does not show every answer: is a 303 written in a way the replayer does not know?"
    )
    syncs = sum(event.kind == "sync-end" for event in events)
    checkpoints = sum(event.kind == "sync-end" and event.file == "" for event in events)
    assert checkpoints, "no checkpoint in the run: raise HAILONG_E2E_CUT_RATINGS"
    outcome = cut(events, base, look, cuts, chance)
    print(f"{name}: {len(answered)} ratings, {len(events)} events, {syncs} syncs, {checkpoints} checkpoints; {outcome}")
    return outcome


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_power_cut_loses_no_acknowledged_rating():
    outcome = simulate("power-cut", CUTS)
    assert (outcome.cuts, outcome.losing, outcome.corrupt) == (CUTS, 0, 0), outcome.first


@pytest.mark.long
@pytest.mark.timeout(900)
def test_the_same_with_synchronous_normal_would_be_caught():
    outcome = simulate("power-cut-normal", max(200, CUTS // 10), {"HAILONG_UNSAFE_SYNCHRONOUS": "NORMAL"})
    assert outcome.losing > outcome.cuts / 2, f"the simulation has lost its teeth: {outcome}"
    assert outcome.corrupt == 0
