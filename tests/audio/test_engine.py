"""An engine keeps its promises whatever world, block, touch or fault it meets."""

from __future__ import annotations

import gc
import tracemalloc

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.engine import Engine
from audio.messages import Touched
from audio.mixdown import Mixdown
from tests.audio.worlds import BLOCK, FULL, HALF, RATE, world
from worlds.signals import Signals


def rendered(engine: Engine, seconds: float, chunk: int = BLOCK) -> NDArray[np.float32]:
    out = np.zeros((2, int(seconds * RATE)), np.float32)
    for start in range(0, out.shape[1], chunk):
        engine.render(out[:, start : start + chunk])
    return out


def engine(seed: int = 5, **tables: object) -> Engine:
    made = Engine(world(**(tables or FULL)), seed)
    made.hear(HALF)
    return made


@pytest.fixture(scope="module")
def minute() -> NDArray[np.float32]:
    return rendered(engine(), 60.0)


def test_it_is_finite_bounded_and_not_silent(minute: NDArray[np.float32]) -> None:
    assert np.isfinite(minute).all()
    assert np.abs(minute).max() < 2.0
    assert np.sqrt(np.mean(minute**2)) > 0.01


def test_it_has_no_offset(minute: NDArray[np.float32]) -> None:
    level = np.sqrt(np.mean(minute**2))
    assert (20 * np.log10(np.abs(minute.mean(axis=1)) / level) < -60).all()


def test_block_borders_do_not_show(minute: NDArray[np.float32]) -> None:
    steps = np.abs(np.diff(minute.astype(np.float64), 2))
    inside = np.quantile(steps, 0.999)
    at_borders = steps[:, BLOCK - 2 :: BLOCK]
    assert np.mean(at_borders) < 1.1 * np.mean(steps)
    assert np.quantile(at_borders, 0.99) < 1.5 * inside


def test_the_length_asked_for_changes_nothing() -> None:
    one, other = engine(), engine()
    assert np.array_equal(rendered(one, 2.0), rendered(other, 2.0, chunk=777))


def test_a_seed_is_one_sound_and_another_seed_another() -> None:
    assert np.array_equal(rendered(engine(3), 1.0), rendered(engine(3), 1.0))
    assert not np.array_equal(rendered(engine(3), 1.0), rendered(engine(4), 1.0))


def test_smaller_blocks_sound_alike() -> None:
    small = Engine(world(), 5, block=512)
    small.hear(HALF)
    levels = [np.sqrt(np.mean(rendered(made, 20.0) ** 2)) for made in (small, engine(voice=[{"kind": "wind"}]))]
    assert 20 * abs(np.log10(levels[0] / levels[1])) < 1.5


@pytest.mark.parametrize("gesture", ["press", "drag", "hold", "hover"])
def test_every_gesture_is_answered_softly(gesture: str) -> None:
    silent = {"voice": [], "touch": FULL["touch"]}
    made = engine(**silent)
    before = rendered(made, 0.5)
    assert np.abs(before).max() < 1e-6
    after = []
    for _ in range(25):
        made.touch(Touched(gesture, 0.5, 0.4, 0.6))
        after.append(rendered(made, BLOCK / RATE))
    sound = np.concatenate(after, axis=1)
    assert np.abs(sound).max() > 1e-3
    power = np.cumsum(sound[0].astype(np.float64) ** 2)[: RATE // 2].reshape(-1, 48)[:, -1]
    rise = np.diff(power, prepend=0.0)
    assert rise[:5].max() < 0.5 * rise.max()


def test_a_touch_in_the_first_moment_of_a_world_without_voices_is_no_louder_than_asked_for() -> None:
    made = engine(voice=[], touch=[{"on": "press", "sound": "pluck"}])
    made.touch(Touched("press", 0.5, 0.5, 0.7))
    assert np.abs(rendered(made, 1.0)).max() < 0.5


def test_touches_of_the_same_height_are_the_same_pitch() -> None:
    made = engine(voice=[], touch=[{"on": "press", "sound": "pluck"}])
    made.touch(Touched("press", 0.5, 0.5, 0.7))
    spectrum = np.abs(np.fft.rfft(rendered(made, 3.0)[0] * np.hanning(3 * RATE)))
    hz = np.argmax(spectrum[: 2000 * 3]) / 3
    scale = made._ensemble._score.frequency_for(0.5)
    assert abs(1200 * np.log2(hz / scale)) < 12 or abs(1200 * np.log2(hz / scale) % 1200) < 12


def test_a_storm_of_touches_stays_below_the_ceiling() -> None:
    made, mixdown = engine(), Mixdown()
    mixdown.play(made, 0.1)
    out = np.zeros((2, BLOCK), np.float32)
    peak = 0.0
    for i in range(400):
        for gesture in ("press", "hold", "hover", "drag"):
            mixdown.take(Touched(gesture, 0.5, (i % 20) / 20, 1.0))
        mixdown.render(out)
        peak = max(peak, float(np.abs(out).max()))
    assert np.isfinite(out).all()
    assert peak < 10 ** (-3 / 20)


def test_a_voice_that_fails_rests_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    made = engine()

    def broken(out: NDArray[np.float32]) -> None:
        out[5, 5] = 1.0

    monkeypatch.setattr(made._strips[0].voice, "render", broken)
    assert np.abs(rendered(made, 3.0)).max() > 1e-4
    assert made._strips[0].resting


def raising(*_: object, **__: object) -> None:
    raise ValueError("broken")


def test_who_fails_before_the_first_block_rests_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = {"kind": "owl", "place": {"azimuth_deg": {"follow": "drift_a", "from": -90, "to": 90}}}
    made = Engine(world(voice=[{"kind": "wind"}, calls]), seed=1, completed=False)
    monkeypatch.setattr(made._strips[1].voice, "complete", raising)
    assert made.fault == ""
    made.complete()
    assert made.fault == "The voice owl failed, and rests from now on."
    assert np.abs(rendered(made, 3.0)).max() > 1e-4


def test_who_failed_counts_for_nothing_in_the_level_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Engine(world(voice=[{"kind": "wind"}, {"kind": "rain"}]), seed=1, completed=False)
    alone = Engine(world(voice=[{"kind": "wind"}]), seed=1)
    monkeypatch.setattr(made._strips[1].voice, "complete", raising)
    for engine_ in (made, alone):
        rendered(engine_, 0.2)
    assert made._predicted_lufs() > alone._predicted_lufs() + 2.0
    made.complete()
    for engine_ in (made, alone):
        rendered(engine_, 0.2)
    assert made._predicted_lufs() == made._predicted == pytest.approx(alone._predicted_lufs(), abs=0.01)


def test_a_call_that_failed_lifts_no_bed(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Engine(world(voice=[{"kind": "wind", "loudness_db": -55}, {"kind": "owl"}]), seed=1, completed=False)
    monkeypatch.setattr(made._strips[1].voice, "complete", raising)
    rendered(made, 0.2)
    assert made._strips[0].trim_db > 10.0
    made.complete()
    rendered(made, 0.2)
    assert made._strips[0].trim_db == 0.0


@pytest.mark.parametrize("method", ["follow", "play", "render"])
def test_whatever_of_an_instrument_fails_it_rests_and_the_others_go_on(
    method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = engine()
    for strip in made._strips[3:]:
        monkeypatch.setattr(strip.voice, method, raising, raising=False)
    for gesture in ("press", "hold", "hover", "drag"):
        made.touch(Touched(gesture, 0.5, 0.4, 0.6))
    made.bell(0.5)
    assert np.abs(rendered(made, 8.0)).max() > 1e-4
    assert [strip.resting for strip in made._strips[:3]] == [False] * 3
    assert all(strip.resting for strip in made._strips[-5:])


def test_a_score_that_fails_is_silent_and_the_voices_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    made = engine()
    monkeypatch.setattr(made._ensemble._score, "advance", raising)
    assert np.abs(rendered(made, 3.0)).max() > 1e-4
    assert not any(strip.resting for strip in made._strips)


def test_a_score_that_tells_no_notes_leaves_touches_and_bell_its_root(monkeypatch: pytest.MonkeyPatch) -> None:
    made = engine(voice=[], touch=[{"on": "press", "sound": "pluck"}], score={"root_hz": 110.0})
    monkeypatch.setattr(made._ensemble._score, "frequency_for", raising)
    made.touch(Touched("press", 0.5, 0.5, 0.7))
    made.bell(0.5)
    spectrum = np.abs(np.fft.rfft(rendered(made, 2.0)[0] * np.hanning(2 * RATE)))
    octaves = np.log2(np.argmax(spectrum) / 2 / 110.0)
    assert abs(octaves - round(octaves)) < 0.02


def test_a_voice_without_numbers_rests_and_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    made = engine()
    rendered(made, 1.0)

    def poisoned(out: NDArray[np.float32]) -> None:
        out.fill(np.nan)

    monkeypatch.setattr(made._strips[1].voice, "render", poisoned)
    sound = rendered(made, 3.0)
    assert np.isfinite(sound).all()
    assert np.abs(sound[:, -RATE:]).max() > 1e-3


def test_signals_of_every_extreme_do_no_harm() -> None:
    made = engine()
    ends = [
        dict.fromkeys(("breath", "wind", "rain", "stir", "settle", "daylight", "warmth"), end) for end in (0.0, 1.0)
    ]
    for i in range(40):
        made.hear(Signals(**ends[i % 2], sun_height=(-1.0, 1.0)[i % 2]))
        sound = rendered(made, 0.1)
        assert np.isfinite(sound).all()
        assert np.abs(sound).max() < 3.0


def test_it_allocates_nothing_that_stays() -> None:
    made = engine()
    rendered(made, 5.0)
    gc.collect()
    tracemalloc.start()
    rendered(made, 3.0)
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(10):
        rendered(made, 2.0)
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 30_000
