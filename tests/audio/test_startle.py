"""Whatever a maker writes and a visitor does: nothing startles, nothing is too loud."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import numpy as np
import pyloudnorm
import pytest
import scipy.signal
from numpy.typing import NDArray

from audio import audition as hearing
from audio.engine import Engine
from audio.messages import Bell, Hear, Level, Touched
from audio.mix.limiter import CEILING_DBTP
from audio.mixdown import Mixdown
from tests.audio.rises import FLOOR_DBFS, HOP, LEVEL_MS, MOST_DB, WITHIN_MS, largest_rise_db, rises_db
from tests.audio.worlds import BLOCK, FULL, RATE, world
from worlds.format.instrument import InstrumentModel
from worlds.format.kinds import kind_of, models_in
from worlds.format.voice import VoiceModel
from worlds.format.voices import TOUCHABLE
from worlds.format.world import World
from worlds.signals import Signals

KINDS = {kind_of(model): model for model in models_in("worlds.format.voices", VoiceModel)}
PLAYED = {kind for kind, model in TOUCHABLE.items() if not model.answering}
"""These are silent as voices."""
NEAR = {"distance_m": 0.5, "azimuth_deg": 70.0}
Event = Callable[[Mixdown], None]
Sound = NDArray[np.float32]


def heard(
    mixdown: Mixdown, seconds: float, events: Callable[[float], Iterator[Event]] = lambda _: iter(())
) -> Sound:
    """What leaves while signals jump about as no world's would, and these events happen at each block's time."""
    chance, made = np.random.default_rng(1), np.zeros((2, round(seconds * RATE / BLOCK) * BLOCK), np.float32)
    for start in range(0, made.shape[1], BLOCK):
        a, b, c, d = chance.random(4)
        signals = Signals(breath=a, wind=b, rain=b, warmth=1.0, daylight=c, sun_height=2 * c - 1, hour=24 * d)
        mixdown.take(Hear(signals))
        for event in events(start / RATE):
            event(mixdown)
        block = np.zeros((2, BLOCK), np.float32)
        mixdown.render(block)
        made[:, start : start + BLOCK] = block
    return made


def assert_calm(sound: Sound) -> None:
    assert np.isfinite(sound).all()
    assert largest_rise_db(sound) < MOST_DB
    assert_not_loud(sound)


def assert_not_loud(sound: Sound) -> None:
    over = scipy.signal.resample_poly(sound, 4, 1, axis=1)
    assert 20 * np.log10(np.abs(over).max() + 1e-9) <= CEILING_DBTP
    meter = pyloudnorm.Meter(RATE, block_size=3.0, overlap=0.9)
    meter.integrated_loudness(sound.T.astype(np.float64))
    assert max(meter.blockwise_loudness) < -17.0


def starting(tables: dict[str, Any], seed: int = 1, fade_s: float = 0.05) -> Mixdown:
    mixdown = Mixdown()
    mixdown.play(Engine(world(**tables), seed), fade_s)
    return mixdown


def extreme(kind: str, seed: int) -> dict[str, Any]:
    """A voice of this kind alone, as near and loud as may be, every number at one end of its range."""
    chance, fields, loudest_db = np.random.default_rng(seed), {}, 0.0
    for name, said in KINDS[kind].model_json_schema()["properties"].items():
        ends = next((part for part in (said, *said.get("oneOf", ())) if "minimum" in part), None)
        if ends:
            loudest_db = ends["maximum"] if name == "loudness_db" else loudest_db
            fields[name] = ends["maximum" if chance.random() < 0.6 else "minimum"]
    usual = hearing.auditions(kind)[0].fields
    return {**usual, **fields, "kind": kind, "loudness_db": loudest_db, "place": NEAR}


QUICKEST = {"drips_per_min": 50.0, "fill_s": 12.0}
"""As often as these can come alone out of silence."""


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("kind", sorted(KINDS.keys() - PLAYED))
def test_no_voice_of_a_pack_startles_however_it_is_written(kind: str, seed: int) -> None:
    fields = extreme(kind, seed)
    fields.update({name: value for name, value in QUICKEST.items() if name in fields})
    assert_calm(heard(starting({"voice": [fields]}, seed), 12.0))


@pytest.mark.parametrize("instrument", [*map(kind_of, models_in("worlds.format.voices", InstrumentModel))])
def test_no_music_startles_however_it_is_written(instrument: str) -> None:
    loud = {"kind": instrument, "loudness_db": 0.0, "place": NEAR}
    score = {"notes_per_min": 20.0, "chord_s": 8.0, "parts": ["chords", "melody"], "chords": loud, "melody": loud}
    assert_calm(heard(starting({"score": score}), 12.0))


def every(gap_s: Callable[[], float], message: Callable[[], Touched | Bell]) -> Callable[[float], Iterator[Event]]:
    """The same message again and again."""
    due_s = [0.5]

    def events(t_s: float) -> Iterator[Event]:
        while due_s[0] <= t_s:
            due_s[0] += gap_s()
            yield lambda mixdown: mixdown.take(message())

    return events


@pytest.mark.parametrize("sound", TOUCHABLE)
@pytest.mark.parametrize("gaps_s", [(0.05, 0.05), (0.2, 2.0)])
@pytest.mark.parametrize("gesture", ["press", "drag"])
def test_no_storm_of_touches_startles(gesture: str, gaps_s: tuple[float, float], sound: str) -> None:
    chance = np.random.default_rng(5)
    mixdown = starting({"touch": [{"on": gesture, "sound": sound, "loudness_db": -17.0}]})
    storm = every(lambda: chance.uniform(*gaps_s), lambda: Touched(gesture, 0.5, float(chance.random()), 1.0))
    assert_calm(heard(mixdown, 8.0, storm))


@pytest.mark.parametrize("gap_s", [0.1, 3.0])
def test_no_bell_startles(gap_s: float) -> None:
    assert_calm(heard(starting({}), 12.0, every(lambda: gap_s, lambda: Bell(1.0))))


@cache
def kinds_of_worlds() -> list[World]:
    knock = {"kind": "shishi_odoshi", "loudness_db": 0.0, "place": NEAR, "fill_s": 12.0}
    drips = {"kind": "drips", "loudness_db": 0.0, "place": NEAR, "drips_per_min": 120.0}
    return [world(), world(voice=[knock]), world(voice=[drips], touch=FULL["touch"]), world(**FULL)]


@pytest.mark.parametrize("seed", range(4))
def test_no_evening_startles_however_unruly(seed: int) -> None:
    """Worlds come, go and change, the volume jumps and is muted, bells and touches fall at random."""
    chance, mixdown = np.random.default_rng(seed), Mixdown()
    volumes_db = [0.0]

    def happens(_: float) -> Iterator[Event]:
        volumes_db.append(volumes_db[-1])
        if chance.random() < 0.02:
            which = chance.integers(5)
            engine = Engine(kinds_of_worlds()[which], seed) if which < 4 else None
            yield lambda mixdown: mixdown.play(engine, float(chance.choice([0.0, 0.3, 2.0])))
        if chance.random() < 0.05:
            volumes_db[-1] = float(chance.choice([0.0, 0.0, -12.0, -40.0, -80.0]))
            yield lambda mixdown: mixdown.take(Level(volumes_db[-1], float(chance.choice([0.0, 0.15, 1.0]))))
        if chance.random() < 0.3:
            gesture = str(chance.choice(["press", "drag", "hold", "hover"]))
            yield lambda mixdown: mixdown.take(Touched(gesture, 0.5, float(chance.random()), 1.0))
        if chance.random() < 0.02:
            yield lambda mixdown: mixdown.take(Bell(1.0))

    sound = heard(mixdown, 22.0, happens)
    floor_dbfs = floors(volumes_db[1:], sound.shape[1] // HOP - LEVEL_MS + 1)
    assert rises_db(sound, floor_dbfs).max() < MOST_DB
    assert_not_loud(sound)


def floors(volumes_db: list[float], count: int) -> NDArray[np.float64]:
    """The floor for each level: that of the volume set, the loudest of the last moments where it has changed."""
    each = np.repeat(np.maximum(volumes_db, -60.0), BLOCK)[::HOP]
    reach = WITHIN_MS + 3 * LEVEL_MS
    padded = np.concatenate([np.full(reach - LEVEL_MS, each[0]), each])
    return FLOOR_DBFS + np.lib.stride_tricks.sliding_window_view(padded, reach).max(axis=1)[:count]


def test_sound_comes_back_from_muting_without_a_start() -> None:
    mixdown = starting(FULL)

    def muted(t_s: float) -> Iterator[Event]:
        second = math.floor(t_s)
        if second != math.floor(t_s - BLOCK / RATE):
            yield lambda mixdown: mixdown.take(Level(-80.0 if second % 2 else 0.0, 0.0))

    sound = heard(mixdown, 9.0, muted)
    assert largest_rise_db(sound) < MOST_DB
    assert np.abs(sound).max() > 0.05
