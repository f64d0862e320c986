"""A bell of the visit meets the chord that sounds, and those that come while it rings."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from audio.ensemble import BELL, BELL_HEIGHT, Ensemble
from audio.score.tuning import SCALES, rubs
from audio.voice import Note
from tests.audio.score.pieces import BLOCK, HOURS, RATE_HZ, heard, make
from worlds.format.world import World
from worlds.signals import Signals


@pytest.mark.parametrize("scale", sorted(SCALES))
@pytest.mark.parametrize("hour", HOURS)
def test_no_chord_rubs_with_a_bell_while_it_is_heard(hour: str, scale: str) -> None:
    score = make(3, scale=scale, chord_s=8.0, centre_moves_per_h=30.0)
    rung_s, rubbed = list[float](), list[float]()
    cents = [0.0]

    def listen(t_s: float) -> None:
        if t_s % 20.0 < 0.09:
            cents[0] = 1200 * math.log2(score.struck(BELL_HEIGHT, BELL.longest_ring_s))
            rung_s.append(t_s)
        chord = score.now.tuning.cents(score.now.chord)
        if t_s < rung_s[-1] + 0.6 * 26.0 and rubs(np.array(cents), chord).any():
            rubbed.append(t_s)

    heard(score, 4, listen, **HOURS[hour])
    assert len(rung_s) == 12
    assert rubbed == []


def test_a_bell_at_the_start_is_tuned_to_the_chord_it_meets(monkeypatch: pytest.MonkeyPatch) -> None:
    """The visit begins as the world does: the hour may have another scale than the maker wrote."""
    world = World.model_validate(
        {
            "format": 1,
            "world": {"id": "bells", "name": "Bells"},
            "score": {"scale": "pentatonic", "chords": {"kind": "pad"}},
        }
    )
    for seed in range(6):
        ensemble = Ensemble(world, seed, RATE_HZ, BLOCK)
        rung = list[Note]()
        monkeypatch.setattr(ensemble._bell, "play", rung.append)
        ensemble.bell(0.5)
        told: dict[str, Any] = HOURS["night"]
        ensemble.advance(Signals(**told), BLOCK / RATE_HZ)
        now = ensemble._score.now
        assert [note.frequency_hz for note in rung] == [now.tuning.hz(now.tuning.nearest(rung[0].frequency_hz))]
        assert now.ringing[0] == pytest.approx(1200 * math.log2(rung[0].frequency_hz))
        assert not rubs(now.ringing[:, None], now.tuning.cents(now.chord)).any()
