from pathlib import Path

import pytest
from killing import Office
from local_telegram import local_telegram


@pytest.mark.timeout(400)  # the whole bot several times, on a machine that may be busy
def test_a_bot_killed_while_it_sends_loses_nothing_and_repeats_at_most_one_message_a_kill(
    shared: Path, tmp_path: Path
) -> None:
    with local_telegram(shared, "--limits", "real") as server:
        office = Office(server, tmp_path)
        office.prepare()
        toll = office.suffer(kills=2, seed=3)
        refused = server.sim("refusals")
    assert (toll.kills, toll.lost, refused) == (2, 0, [])
    assert toll.repeated <= toll.kills
