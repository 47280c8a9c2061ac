"""A phone in a lift sends the same form again and again: one visit token, one rating, one receipt."""

from collections import defaultdict

import pytest

from database import audit, receipt_of
from harness import Program
from posters import Posters
from settings import count, seeded

KEYS = count("KEYS", 10_000)
RESTARTS = count("RESTARTS", 6)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_a_submission_sent_one_to_five_times_is_one_rating_with_one_receipt():
    chance = seeded("idempotency")
    program = Program("idempotency")
    submissions = program.prepare(submissions=KEYS)
    keys = [key for key in range(KEYS) for _ in range(chance.randint(1, 5))]
    # Shuffled within a window: some repeats meet their twin in the same group commit, some after a restart.
    keys.sort(key=lambda key: key + chance.choice([0, 0, 0, KEYS / 4, KEYS]) + chance.uniform(0, 40))
    posters = Posters(program.port, [submissions[key] for key in keys], seed=chance.randrange(2**32))
    program.start("serve")
    posters.start()
    try:
        for turn in range(RESTARTS):
            posters.wait_for(len(keys) * (turn + 1) // (RESTARTS + 1), within=300)
            if turn % 2:
                program.kill()
            else:
                program.stop()
            program.start("serve")
        locations = posters.result(within=300)
        program.stop()
    finally:
        posters.close()
        program.close()
    assert len(locations) == len(keys), "some sends were never answered"
    given = defaultdict(set)
    for send, location in locations.items():
        given[keys[send]].add(location)
    assert {key: found for key, found in given.items() if len(found) > 1} == {}
    audit(program.data, {str(key): receipt_of(found.pop()) for key, found in given.items()})
    print(f"{KEYS} keys, {len(keys)} sends, {RESTARTS} restarts: {len(given)} ratings")
