from pathlib import Path

import pytest
from dying import lives_until_done


@pytest.mark.timeout(300)  # many processes one after the other, on a machine that may be busy
def test_a_process_killed_at_any_point_loses_nothing_and_repeats_at_most_one_message_a_kill(tmp_path: Path) -> None:
    toll = lives_until_done(tmp_path, kills=5, seed=7)
    assert toll.kills == 5
    assert toll.lost == 0
    assert toll.repeated <= toll.kills
