"""Where the breath turns does not hang on how long blocks are."""

from __future__ import annotations

import math

import pytest

from audio.score.agenda import Agenda
from audio.score.breath import Breath
from audio.score.moment import Moment
from audio.score.tuning import Tuning
from worlds.follow import Followed
from worlds.format.score import Score
from worlds.signals import Signals


@pytest.mark.parametrize("block", [32, 2048])
def test_slow_breath_is_heard_in_short_blocks_and_long_ones(block: int) -> None:
    now = Moment(block / 48000, Followed(Score()), Agenda(()), Tuning(110.0, "ionian"))
    breath, turns = Breath(), []
    for index in range(int(60.0 / now.step_s)):
        now.now_s = index * now.step_s
        now.signals = Signals(breath=0.5 - 0.5 * math.cos(2.0 * math.pi * now.now_s / 24.0))
        breath.step(now)
        if now.breathing_out:
            turns.append(now.now_s)
    assert turns == pytest.approx([12.0, 36.0], abs=0.3)
    assert now.out_s == pytest.approx(12.0, abs=0.3)
