"""Pad, bowl, pluck and rake: pitch, partials, decay, beating, onset, rests."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.notes import always, at_once
from audio.voice import Note
from tests.audio.rises import rises_db
from tests.audio.voices.measure import (
    band,
    centroid_hz,
    cents,
    decibels,
    envelope,
    modulation_peak_hz,
    peak_hz,
    rms,
    t60_s,
)
from tests.tools.voice_clip import HALF, build, clip
from worlds.signals import Signals


def struck(kind: str, hz: float, seconds: float, strength: float = 0.6, **fields: object) -> NDArray[np.float32]:
    return clip(build(kind, **fields), seconds, notes=at_once(Note(hz, strength, duration_s=seconds)))


@pytest.mark.parametrize("body", ["harp", "koto"])
@pytest.mark.parametrize("hz", [110.0, 261.6, 587.3])
def test_plucks_are_in_tune(body: str, hz: float) -> None:
    samples = struck("pluck", hz, 3, body=body)
    assert abs(cents(peak_hz(samples[:, 9600:], hz), hz)) < 3


@pytest.mark.parametrize("hz", [110.0, 220.0, 330.0])
def test_pads_are_in_tune(hz: float) -> None:
    assert abs(cents(peak_hz(struck("pad", hz, 12), hz), hz)) < 3


@pytest.mark.parametrize("ring_s", [2.0, 6.0])
def test_a_middle_c_rings_as_long_as_told(ring_s: float) -> None:
    samples = struck("pluck", 261.6, 2.5, ring_s=ring_s, body="koto")
    assert t60_s(band(samples, 200, 330), 0.4, 1.4) == pytest.approx(ring_s, rel=0.15)


def test_stiff_strings_are_stretched() -> None:
    samples = struck("pluck", 261.6, 3, body="koto")
    stiffness = 5e-5
    for partial in (2, 3, 4):
        wanted = 261.6 * partial * np.sqrt((1 + stiffness * partial**2) / (1 + stiffness))
        assert abs(cents(peak_hz(samples[:, 4800:48000], wanted, 0.03), wanted)) < 4


@pytest.mark.parametrize("kind", ["pluck", "bowl", "pad"])
def test_firmer_notes_are_louder(kind: str) -> None:
    soft, firm = (struck(kind, 261.6, 4, strength) for strength in (0.3, 0.8))
    assert decibels(rms(firm) / rms(soft)) > 4


def test_firmer_and_brighter_plucks_have_more_high_partials() -> None:
    dark, bright = (struck("pluck", 196.0, 2, bright_ratio=ratio) for ratio in (0.0, 1.0))
    assert centroid_hz(bright) > 1.3 * centroid_hz(dark)


def test_bowls_have_the_measured_ratios() -> None:
    samples = struck("bowl", 220.0, 6)
    for ratio in (1.0, 2.778, 5.181, 8.163):
        found = peak_hz(samples[:, 4800:], 220.0 * ratio, 0.02)
        # Each mode is a pair 0.8 percent apart at most, and either half may be the louder.
        assert found == pytest.approx(220.0 * ratio, rel=0.006)


@pytest.mark.parametrize("hz", [147.0, 220.0])
def test_bowls_beat_slowly(hz: float) -> None:
    beat = modulation_peak_hz(band(struck("bowl", hz, 14), hz * 0.9, hz * 1.1)[12000:], 0.5, 5.0, 0.02)
    assert 0.75 < beat / (0.0078 * hz * (220.0 / hz) ** 0.5) < 1.35


def test_bowls_ring_as_long_as_told() -> None:
    for ring_s in (8.0, 16.0):
        samples = struck("bowl", 220.0, 8, ring_s=ring_s)
        # Beating swings the level; the line through several beats is the decay.
        assert t60_s(band(samples, 190, 250), 0.5, 7.5) == pytest.approx(ring_s, rel=0.15)


@pytest.mark.parametrize(
    ("size", "ratios"), [("small", (1.0, 2.662, 4.838)), ("large", (1.0, 2.0, 2.778, 5.181, 8.163))]
)
def test_bowls_of_each_size_have_the_modes_of_theirs(size: str, ratios: tuple[float, ...]) -> None:
    samples = struck("bowl", 110.0, 6, size=size)
    for ratio in ratios:
        assert peak_hz(samples[:, 9600:], 110.0 * ratio, 0.02) == pytest.approx(110.0 * ratio, rel=0.008)


def test_a_large_bowl_is_low_whatever_the_note_and_its_mallet_is_heard() -> None:
    samples = struck("bowl", 440.0, 8, size="large", ring_s=60.0)
    assert peak_hz(samples, 110.0) == pytest.approx(110.0, rel=0.01)
    assert rms(band(samples, 380, 480)) < 0.01 * rms(band(samples, 90, 130))
    lands = envelope(band(samples, 3000, 9000), 0.02)
    assert lands[:4].max() > 10.0 * lands[20:].max()
    assert decibels(lands.max() / rms(samples)) < -35.0


@pytest.mark.parametrize("beat_hz", [1.0, 2.4])
def test_bowls_beat_as_often_as_told(beat_hz: float) -> None:
    beats = []
    for seed in range(4):
        samples = clip(build("bowl", seed, beat_hz=beat_hz), 12, notes=at_once(Note(220.0, 0.6)))
        beats.append(modulation_peak_hz(band(samples, 200, 240)[12000:], 0.5, 5.0, 0.02))
    assert float(np.median(beats)) == pytest.approx(beat_hz, rel=0.2)


def test_a_softer_mallet_makes_a_rounder_tone() -> None:
    round_tone, hard = (band(struck("bowl", 220.0, 2, mallet_ms=ms), 560, 660) for ms in (100.0, 32.0))
    assert rms(hard) > 1.5 * rms(round_tone)


def test_a_pad_comes_and_goes_in_the_times_told() -> None:
    voice = build("pad", attack_s=2.0, release_s=3.0, swell_ratio=1.0)
    level = envelope(band(clip(voice, 13, notes=at_once(Note(220.0, 0.5, duration_s=6.0))), 150, 300), 0.1)
    full = level[25:55].mean()
    assert level[5] < 0.5 * full
    assert level[20] > 0.7 * full
    assert level[85:].max() > 0.0
    assert level[95:].max() < 0.02 * full


def test_a_pad_note_played_again_is_held_on_without_a_seam() -> None:
    def notes(t_s: float, _: float) -> Iterator[Note]:
        if t_s == 0.0 or abs(t_s - 4.0) < 1024 / 48000 / 2:
            yield Note(220.0, 0.5, duration_s=5.0)

    level = envelope(clip(build("pad", attack_s=1.0, swell_ratio=1.0), 8.5, notes=notes).mean(axis=0), 0.25)
    # The pair beats slowly by itself; a seam would fall to nothing.
    assert level[8:34].min() > 0.3 * level[8:34].max()


NINE = tuple(110.0 * 2 ** (step / 4) for step in range(9))


def crowded(*later: Note) -> NDArray[np.float32]:
    """A pad that holds all the tones it can, the third of them softly, and is given one more each fifth of a
    second from 4 s on."""

    def notes(t_s: float, _: float) -> Iterator[Note]:
        if t_s == 0.0:
            yield from (Note(hz, 0.2 if place == 2 else 0.6, duration_s=30.0) for place, hz in enumerate(NINE))
        for place, note in enumerate(later):
            if abs(t_s - 4.0 - 0.2 * place) < 1024 / 48000 / 2:
                yield note

    return clip(build("pad", attack_s=2.0, release_s=3.0, swell_ratio=1.0), 9, notes=notes)


def around(samples: NDArray[np.float32], hz: float, start_s: float) -> float:
    """Level at a pitch over a second."""
    start = int(start_s * 48000)
    return rms(band(samples[:, start : start + 48000], hz * 0.98, hz * 1.02))


def test_a_crowded_pad_gives_every_new_note_a_place_and_keeps_the_loudest() -> None:
    new = (140.0, 300.0)
    samples = crowded(*(Note(hz, 0.6, duration_s=20.0) for hz in new))
    for hz in new:
        assert around(samples, hz, 8.0) > 0.4 * around(samples, NINE[0], 8.0)
    assert around(samples, NINE[2], 8.0) < 0.25 * around(samples, NINE[2], 2.5)
    left = [around(samples, hz, 8.0) > 0.4 * around(samples, hz, 2.5) for hz in NINE]
    assert sum(left) == 7


def test_a_tone_that_gives_way_in_a_crowded_pad_does_not_click() -> None:
    samples = crowded(*(Note(hz, 0.6, duration_s=20.0) for hz in (140.0, 300.0)))
    # A pad has next to nothing up there, but a click has.
    edges = envelope(band(samples, 6000, 20000), 0.01)[200:]
    before, after = edges[:190], edges[195:300]
    assert after.max() < 1.5 * before.max()
    rises = rises_db(samples)
    assert rises[3900:5500].max() < rises[2500:3900].max() + 2.0


def test_a_pad_note_played_again_while_it_gives_way_stays() -> None:
    samples = crowded(Note(140.0, 0.6, duration_s=20.0), Note(NINE[2], 0.2, duration_s=20.0))
    assert around(samples, NINE[2], 8.0) > 0.4 * around(samples, NINE[2], 2.5)


def test_a_pad_breathes_with_the_breath() -> None:
    held = at_once(Note(220.0, 0.5, duration_s=20.0))
    empty, full = (clip(build("pad"), 8, lambda _, b=b: Signals(breath=b), held)[:, -96000:] for b in (0.0, 1.0))
    assert 3 < decibels(rms(full) / rms(empty)) < 12
    assert centroid_hz(full) > centroid_hz(empty)


def test_pads_are_never_rough() -> None:
    chord = [Note(hz, 0.5, duration_s=20.0) for hz in (110.0, 165.0, 220.0, 275.0)]
    mono = clip(build("pad"), 8, notes=at_once(*chord))[:, -192000:].mean(axis=0)
    level = envelope(band(np.stack([mono, mono]), 100, 2000), 0.005)
    spectrum = np.abs(np.fft.rfft(level / level.mean() * np.hanning(len(level)))) * 4 / len(level)
    hz = np.fft.rfftfreq(len(level), 0.005)
    assert spectrum[(hz > 15) & (hz < 50)].max() < 0.12


@pytest.mark.parametrize("speed", [0.2, 0.9])
def test_the_rake_rests_draws_and_rests_again(speed: float) -> None:
    def drag(t_s: float, _: float) -> Iterator[Note]:
        if 1.0 <= t_s < 3.0:
            yield Note(220.0, speed)

    level = envelope(clip(build("rake"), 5, lambda _: HALF, drag).mean(axis=0), 0.05)
    assert level[:19].max() < 1e-5
    assert level[30:58].mean() > 0.003
    assert level[80:].max() < 0.01 * level[30:58].mean()


def test_a_faster_drag_is_louder_and_fine_sand_hisses_higher() -> None:
    def drawn(speed: float, grain_mm: float = 2.0) -> NDArray[np.float32]:
        return clip(build("rake", grain_mm=grain_mm), 4, notes=always(Note(220.0, speed)))

    levels = [rms(drawn(speed)) for speed in (0.15, 0.4, 1.0)]
    assert all(1.3 * low < high for low, high in pairwise(levels))
    assert 2000 < centroid_hz(drawn(0.5, 0.5)) < 6000
    assert centroid_hz(drawn(0.5, 0.5)) > 1.15 * centroid_hz(drawn(0.5, 6.0))


def test_a_lifted_rake_falls_silent_at_once_but_softly() -> None:
    def drag(t_s: float, _: float) -> Iterator[Note]:
        yield Note(220.0, 0.6 if t_s < 1.0 else 0.0)

    level = envelope(clip(build("rake"), 2, notes=drag).mean(axis=0), 0.02)
    assert level[80:].max() < 0.02 * level[30:48].mean()
