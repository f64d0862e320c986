"""Whole worlds at any sample rate, block and numbers, while signals, trims, listening, volume and touches jump.

That nothing clicks meanwhile is asked where a step would show, of pure tones: `test_trims.py`, `test_mixdown.py`,
`test_listening.py`, and of each voice by itself in `voices/test_any_setup.py`.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from itertools import islice
from typing import Any, get_args

import numpy as np
import pytest
from numpy.typing import NDArray
from pydantic import ValidationError

from audio import audition as hearing
from audio.engine import Engine
from audio.listening import Listening
from audio.messages import Bell, Hear, Level, Listen, Mix, Touched, Trim
from audio.mixdown import Mixdown
from audio.score.score import Score
from audio.voice import Setup
from tests.audio.voices.test_any_setup import any_fields, any_signals, chance_for
from tests.audio.worlds import world
from worlds.format.instrument import InstrumentModel
from worlds.format.kinds import kind_of, models_in
from worlds.format.score import Score as ScoreModel
from worlds.format.world import World
from worlds.parts import parts

SETUPS = [(44100, 1024), (48000, 2048), (96000, 256)]
SECONDS = 4.0
PLAYERS = sorted(map(kind_of, models_in("worlds.format.voices", InstrumentModel)))
BEDS = sorted(kind for kind in hearing.kinds() if hearing.auditions(kind)[0].bed and kind != "recording")


def any_bed(kind: str, chance: np.random.Generator) -> dict[str, Any]:
    """Of any numbers; where these contradict each other, as it is by itself."""
    fields = {"kind": kind, **any_fields(hearing.kinds()[kind], chance)}
    try:
        hearing.kinds()[kind].model_validate(fields)
    except ValidationError:
        return {"kind": kind}
    return fields


def any_world(chance: np.random.Generator) -> World:
    """Two beds of any numbers, music on any instruments, and touches."""
    voices = [any_bed(str(kind), chance) for kind in chance.choice(BEDS, 2, replace=False)]
    chords, melody = ({"kind": str(kind)} for kind in chance.choice(PLAYERS, 2))
    score = {"parts": ["chords", "melody"], "chords": chords, "melody": melody, **any_fields(ScoreModel, chance)}
    return world(
        voice=voices, score=score, touch=[{"on": "press", "sound": "pluck"}, {"on": "drag", "sound": "rake"}]
    )


def happening(place: World, chance: np.random.Generator) -> Iterator[Any]:
    """What a visitor may do between two blocks."""
    names = parts(place)
    if chance.random() < 0.4:
        yield Touched(str(chance.choice(["press", "drag"])), 0.5, float(chance.random()), float(chance.random()))
    if chance.random() < 0.1:
        trims = {str(name): Trim(float(chance.uniform(-24, 6)), bool(chance.random() < 0.3)) for name in names}
        yield Mix(place.world.id, trims, bool(chance.random() < 0.5))
    if chance.random() < 0.05:
        ways = get_args(Listening)
        yield Listen(ways[int(chance.integers(len(ways)))], bool(chance.random() < 0.5))
    if chance.random() < 0.05:
        yield Level(float(chance.uniform(-60.0, 0.0)), 0.0)
    if chance.random() < 0.02:
        yield Bell(1.0)


def sounding(chance: np.random.Generator, rate_hz: int, block: int) -> Iterator[NDArray[np.float32]]:
    """Such a world, always the same array."""
    place, signals, mixdown = any_world(chance), any_signals(chance), Mixdown(rate_hz, block)
    mixdown.play(Engine(place, 3, rate_hz, block), 0.3)
    out = np.zeros((2, block), np.float32)
    while True:
        mixdown.take(Hear(signals(0.0)))
        for message in happening(place, chance):
            mixdown.take(message)
        mixdown.render(out)
        yield out


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize(("rate_hz", "block"), SETUPS)
def test_whatever_changes_the_mix_is_finite_and_below_the_ceiling(rate_hz: int, block: int, seed: int) -> None:
    sound = sounding(chance_for("mix", rate_hz, seed), rate_hz, block)
    made = np.concatenate([each.copy() for each in islice(sound, int(SECONDS * rate_hz / block))], axis=1)
    assert np.isfinite(made).all()
    assert 1e-5 < np.abs(made).max() <= 10 ** (-3.0 / 20)


def test_nothing_grows_in_a_world_whatever_changes() -> None:
    sound, sizes = sounding(chance_for("mix", "growth"), 48000, 1024), []
    for _ in islice(sound, 200):
        pass
    tracemalloc.start()
    for _ in range(3):
        for _ in islice(sound, 100):
            pass
        sizes.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    assert min(np.diff(sizes)) < 32768


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("rate_hz", "block"), SETUPS[:2])
def test_music_of_any_numbers_keeps_to_what_can_be_played_and_never_piles_up(
    rate_hz: int, block: int, seed: int
) -> None:
    chance = chance_for("score", rate_hz, seed)
    model = ScoreModel.model_validate({"parts": ["chords", "marks", "melody"], **any_fields(ScoreModel, chance)})
    score, signals = Score(model, Setup(rate_hz, block, seed, "score")), any_signals(chance)
    count = int(600 * rate_hz / block)
    for _ in range(count):
        if chance.random() < 0.02:
            score.remember(float(chance.uniform(60.0, 900.0)))
        for part, note in score.advance(signals(0.0)):
            assert part in model.players
            assert 20.0 < note.frequency_hz < 5000.0
            assert 0.0 <= note.strength <= 1.0
            assert 0.0 <= note.delay_s <= block / rate_hz
            assert 0.0 < note.duration_s < 300.0
        assert len(score.now.agenda) < 64
