"""A visitor's hand on a world: heard at once, without a click, and without the rest of the world answering."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.engine import Engine
from audio.ensemble import Ensemble
from audio.messages import MOST_TRIM_DB, Bell, Mix, Touched, Trim
from audio.mix.desk import Desk
from audio.mix.meander import SPAN_DB, Meander
from audio.mix.no_louder import NoLouder
from audio.mix.trims import Trims
from audio.mixdown import Mixdown
from tests.audio.loudness import integrated_lufs
from tests.audio.worlds import BLOCK, FULL, HALF, RATE, breaks, world
from worlds.parts import parts_of

BLOCK_S = BLOCK / RATE
TWO = {
    "voice": [
        {"kind": "wind", "loudness_db": -26.0, "gust_ratio": 0.0},
        {"kind": "crickets", "loudness_db": -30.0, "place": {"azimuth_deg": 30.0, "distance_m": 20.0}},
    ]
}
"""A loud voice and a softer one."""


def mix(meander: bool = False, **trims: Trim) -> Mix:
    return Mix("unnamed", {name.replace("_", " "): trim for name, trim in trims.items()}, meander)


def engine(tables: dict[str, object] = TWO, seed: int = 5) -> Engine:
    made = Engine(world(**tables), seed)
    made.hear(HALF)
    return made


def sound(source: Engine | Mixdown, seconds: float) -> NDArray[np.float32]:
    made = np.zeros((2, int(seconds / BLOCK_S) * BLOCK), np.float32)
    for start in range(0, made.shape[1], BLOCK):
        source.render(made[:, start : start + BLOCK])
    return made


def level_db(made: NDArray[np.float32]) -> float:
    return float(10 * np.log10(np.mean(made.astype(np.float64) ** 2) + 1e-12))


def test_what_is_muted_is_gone_and_the_rest_goes_on_as_loud_as_it_was() -> None:
    alone, muted = engine(), engine()
    muted.mix(mix(wind=Trim(muted=True)))
    whole, rest = sound(alone, 40.0), sound(muted, 40.0)
    # Blocks of both, side by side: what is left of the one is, sample by sample, the crickets of the other.
    part = float(np.vdot(whole, rest) / np.vdot(rest, rest))
    assert 20 * abs(np.log10(part)) < 0.7
    assert level_db(rest) < level_db(whole) - 3.0


def test_all_that_is_muted_is_silent_and_comes_back_as_it_was() -> None:
    made, written = engine(), engine()
    sound(made, 5.0)
    made.mix(mix(wind=Trim(muted=True), crickets=Trim(muted=True)))
    sound(made, 6.0)  # the room rings on
    assert np.abs(sound(made, 24.4)).max() < 1e-6
    made.mix(mix())
    sound(made, 0.4)
    sound(written, 35.8)
    assert level_db(sound(made, 4.0)) == pytest.approx(level_db(sound(written, 4.0)), abs=0.5)


def test_a_trim_is_that_many_decibels() -> None:
    written, softer = engine(FULL), engine(FULL)
    softer.mix(mix(wind=Trim(-9.0), drips=Trim(-9.0), crickets=Trim(-9.0), score=Trim(-9.0)))
    assert level_db(sound(softer, 10.0)) - level_db(sound(written, 10.0)) == pytest.approx(-9.0, abs=0.2)


def test_a_world_turned_up_all_over_stays_at_its_loudness() -> None:
    louder = engine()
    louder.mix(mix(wind=Trim(MOST_TRIM_DB), crickets=Trim(MOST_TRIM_DB)))
    sound(louder, 8.0)
    blocks = np.split(sound(louder, 20.0), range(BLOCK, int(20.0 / BLOCK_S) * BLOCK, BLOCK), axis=1)
    assert -24.5 < integrated_lufs(blocks, RATE, BLOCK) < -22.0


def test_one_voice_turned_up_stands_out_and_the_whole_is_no_louder() -> None:
    written, trimmed = engine(), engine()
    trimmed.mix(mix(crickets=Trim(MOST_TRIM_DB)))
    sound(written, 8.0)
    sound(trimmed, 8.0)
    before, after = sound(written, 20.0), sound(trimmed, 20.0)
    assert level_db(after) - level_db(before) < 1.0
    high = np.abs(np.fft.rfft(after[0])) ** 2, np.abs(np.fft.rfft(before[0])) ** 2
    from_hz = int(3000 * after.shape[1] / RATE)
    assert 2.0 < 10 * np.log10(high[0][from_hz:].sum() / high[1][from_hz:].sum()) < 6.1


def test_without_a_trim_every_sample_is_as_it_was() -> None:
    plain, asked = engine(FULL), engine(FULL)
    asked.mix(mix())
    assert np.array_equal(sound(plain, 2.0), sound(asked, 2.0))


def test_the_mix_of_another_world_is_left_alone() -> None:
    plain, other = engine(), engine()
    other.mix(Mix("elsewhere", {"wind": Trim(muted=True)}))
    assert np.array_equal(sound(plain, 1.0), sound(other, 1.0))


def test_hands_never_click() -> None:
    """A steady tone on the desk, under every change there is."""
    ensemble = Ensemble(world(voice=[{"kind": "wind"}]), 1, RATE, BLOCK)
    strips = ensemble.strips[:1]
    desk, turn = Desk(strips, RATE, BLOCK), 2 * np.pi * 200.0 / RATE
    trims = Trims(strips, [("wind",)], Meander(np.random.default_rng(1), 1))
    made = []
    for n in range(400):
        if n % 13 == 0:
            trims.take(mix(wind=[Trim(-24.0), Trim(MOST_TRIM_DB), Trim(muted=True), Trim()][n // 13 % 4]))
        trims.step(BLOCK_S)
        strips[0].follow(HALF, BLOCK_S)
        desk.voices[0][...] = 0.3 * np.sin(turn * (np.arange(BLOCK) + n * BLOCK))
        made.append(desk.mix()[0].copy())
    heard = np.concatenate(made, axis=1)
    gain = np.abs(heard).max() / 0.3
    assert breaks(heard / gain, turn) < 2.5e-4
    assert np.abs(heard[:, 20 * BLOCK :].reshape(2, -1, BLOCK)).max(axis=2).min() == 0.0


def test_a_mute_takes_a_third_of_a_second() -> None:
    made = engine()
    sound(made, 2.0)
    made.mix(mix(wind=Trim(muted=True), crickets=Trim(muted=True)))
    fading = sound(made, 0.7)
    assert level_db(fading[:, int(0.1 * RATE) : int(0.15 * RATE)]) > -40.0
    assert level_db(fading[:, int(0.4 * RATE) : int(0.5 * RATE)]) < -45.0


def test_music_touches_and_bell_are_parts_of_their_own() -> None:
    parts = [parts_of(strip.voice.setup.name, world(**FULL)) for strip in engine(FULL)._strips]
    assert {"score", "touch", "bell"} <= {name for names in parts for name in names}
    made = engine({"voice": [], "touch": [{"on": "press", "sound": "pluck"}]})
    made.mix(mix(touch=Trim(muted=True), bell=Trim(muted=True)))
    made.touch(Touched("press", 0.5, 0.5))
    made.bell(0.5)
    assert np.abs(sound(made, 2.0)).max() < 1e-6


def test_an_answer_turned_down_is_softer_by_that_much() -> None:
    written, softer = (engine({"voice": [], "touch": [{"on": "press", "sound": "pluck"}]}) for _ in range(2))
    softer.mix(mix(touch=Trim(-12.0)))
    for each in (written, softer):
        each.touch(Touched("press", 0.5, 0.5))
    assert level_db(sound(softer, 2.0)) - level_db(sound(written, 2.0)) == pytest.approx(-12.0, abs=0.3)


def test_meander_stays_near_and_moves_too_slowly_to_be_noticed() -> None:
    walk = Meander(np.random.default_rng(3), 6)
    walk.wander(True)
    made = np.array([walk.step(0.25) for _ in range(4 * 3600)])
    assert np.abs(made).max() <= SPAN_DB
    assert made.std(axis=0).min() > 0.8
    assert np.abs(made.mean(axis=0)).max() < 1.2
    assert np.abs(np.diff(made, axis=0)).max() / 0.25 < 0.4
    assert np.abs(np.corrcoef(made.T) - np.eye(6)).max() < 0.5
    walk.wander(False)
    for _ in range(40):
        last = walk.step(0.25)
    assert walk.at_home
    assert last == [0.0] * 6


def test_meander_is_of_its_seed_and_never_passes_the_ceiling() -> None:
    def gains(seed: int) -> list[float]:
        made = engine(seed=seed)
        made.mix(mix(meander=True, wind=Trim(MOST_TRIM_DB)))
        heard = []
        for _ in range(60):
            made._trims.step(5.0)
            heard += [strip.visitor_gain for strip in made._strips]
        return heard

    assert gains(3) == gains(3)
    assert gains(3) != gains(4)
    assert max(gains(3)) <= 10 ** (MOST_TRIM_DB / 20)


def test_nothing_is_held_that_is_not_louder() -> None:
    guard = NoLouder(BLOCK_S)
    assert [guard.step(1.0, 0.2) for _ in range(200)][-1] == 0.0
    guard.forget()
    held = [guard.step(1.0, 4.0) for _ in range(900)]
    assert held[-1] == pytest.approx(-6.0, abs=0.3)
    assert np.abs(np.diff(held)).max() <= 2.0 * BLOCK_S + 1e-9


def test_a_world_that_comes_later_begins_with_the_mix() -> None:
    mixdown = Mixdown()
    mixdown.take(mix(bell=Trim(muted=True)))
    for _ in range(2):
        mixdown.play(engine({"voice": []}), 0.05)
        mixdown.take(Bell())
        assert np.abs(sound(mixdown, 1.0)).max() < 1e-6
    mixdown.take(mix())
    mixdown.take(Bell())
    assert np.abs(sound(mixdown, 1.0)).max() > 1e-3


def test_a_slider_in_motion_does_not_hold_up_what_another_part_is_doing() -> None:
    still, moved = engine(), engine()
    out = np.zeros((2, BLOCK), np.float32)
    for step in range(1 + int(0.5 / BLOCK_S)):
        for each in (still, moved):
            each.render(out)
        if step == 0:
            still.mix(mix(crickets=Trim(muted=True)))
        moved.mix(mix(crickets=Trim(muted=True), wind=Trim(-0.5 * step)))
    assert moved._strips[1].visitor_gain == still._strips[1].visitor_gain == 0.0


def test_a_slider_is_heard_while_it_is_dragged() -> None:
    """Down by 20 dB in a second, a decibel after the other: the sound is a tenth of a second behind, no more."""
    made, out = engine(), np.zeros((2, BLOCK), np.float32)
    made.render(out)
    for step in range(int(1.0 / BLOCK_S)):
        at_s = step * BLOCK_S
        made.mix(mix(wind=Trim(-round(20.0 * at_s))))
        made.render(out)
        heard_db = 20 * np.log10(made._strips[0].visitor_gain)
        assert -20.0 * (at_s + 2 * BLOCK_S) - 0.5 < heard_db < -20.0 * (at_s - 0.13) + 0.5
