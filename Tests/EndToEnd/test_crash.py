"""kill -9 at random moments under 64 concurrent posters: nothing answered is lost, nothing is doubled."""

import time

import pytest

from clients import Citizen
from database import audit, receipt_of
from harness import Program
from posters import Posters
from settings import count, seeded

KILLS = count("KILLS", 200)
RATINGS = count("RATINGS", 10_000)


def serving_again(program: Program, path: str, within: float = 20) -> float:
    """Seconds from the start of the process to the first form it serves."""
    began = time.monotonic()
    program.launch("serve")
    while time.monotonic() - began < within:
        assert program.process.poll() is None, f"does not start after a crash\n{program.last_words}"
        try:
            if Citizen(program.port).get(path).status == 200:
                return time.monotonic() - began
        except OSError:
            time.sleep(0.001)
    raise AssertionError(f"no answer within {within} s\n{program.last_words}")


def quantile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_no_answered_rating_is_lost_or_doubled_by_kill_9():
    chance = seeded("crash")
    program = Program("crash")
    average = max(1, RATINGS // KILLS)
    # Far more than is needed, so that the posters never run dry while there is something left to kill.
    sends = program.prepare(submissions=RATINGS * 6 + 20_000)
    posters = Posters(program.port, sends, seed=chance.randrange(2**32))
    waits = [serving_again(program, sends[0][0])]
    posters.start()
    in_start = 0
    try:
        for _ in range(KILLS):
            # After a random number of answers, and a little later still, to meet every part of a commit.
            posters.wait_for(posters.answered.value + chance.randrange(2 * average + 1), within=60)
            time.sleep(chance.uniform(0, 0.015))
            program.kill()
            if chance.random() < 0.1:
                # Struck again while it is starting up and recovering.
                program.launch("serve")
                time.sleep(chance.uniform(0, 0.1))
                program.kill()
                in_start += 1
            waits.append(serving_again(program, sends[0][0]))
        posters.wait_for(RATINGS, within=300)
        answered = posters.finish()
        program.stop()
    finally:
        posters.close()
        program.close()
    audit(program.data, {str(index): receipt_of(location) for index, location in answered.items()})
    print(
        f"{KILLS} kills and {in_start} in start-up, {len(answered)} answered ratings, none lost, none doubled; "
        f"serving again after p50 {quantile(waits, 0.5) * 1000:.0f} ms, p99 {quantile(waits, 0.99) * 1000:.0f} ms, "
        f"max {max(waits) * 1000:.0f} ms"
    )
    assert quantile(waits, 0.99) < 1
