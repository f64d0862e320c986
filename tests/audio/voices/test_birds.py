"""Birds keep hours, and each kind sings at the pitch, length and order it was measured with."""

from __future__ import annotations

import numpy as np
import pytest

from audio.voices.birds import BirdsVoice, singing
from audio.voices.birds_known import REPERTOIRES
from audio.voices.birdsong import Sketch, Song
from audio.voices.birdsong_strophes import great_tit
from tests.audio.voices.measure import Samples, band, envelope, rms
from tests.tools.voice_clip import build, clip
from worlds.signals import Signals

DAWN = Signals(hour=6.0, sun_height=0.02, daylight=0.5)
NOON = Signals(hour=12.0, sun_height=1.0)
DUSK = Signals(hour=18.5, sun_height=0.02, daylight=0.5)
NIGHT = Signals(hour=0.5, sun_height=-0.9, daylight=0.0)


def alone(species: str, seconds: float, seed: int = 5, signals: Signals = DAWN) -> Samples:
    """One bird without the wood behind it."""
    return clip(build("birds", seed, species=[species], far_ratio=0.0), seconds, lambda _: signals)


def songs(species: str, birds: int = 6) -> list[list[Sketch]]:
    """Songs of several birds of a kind, as sketches."""
    found = []
    for seed in range(birds):
        chance = np.random.default_rng(seed)
        composer = REPERTOIRES[species].individual(chance)
        found += [composer(chance) for _ in range(8)]
    return found


def length_s(song: list[Sketch]) -> float:
    return sum(note.length_s + note.gap_s for note in song) - song[-1].gap_s


def test_birds_keep_hours() -> None:
    eager = {name: singing(s) for name, s in {"dawn": DAWN, "noon": NOON, "dusk": DUSK, "night": NIGHT}.items()}
    assert eager["night"] == 0.0
    assert 3 < eager["dawn"] / eager["noon"] < 6
    assert eager["noon"] < eager["dusk"] < eager["dawn"]


def test_singing_changes_slowly_with_the_sun() -> None:
    heights = np.linspace(-1, 1, 400)
    for wakes in {kind.wakes for kind in REPERTOIRES.values()}:
        eager = [singing(Signals(hour=6.0, sun_height=float(height)), wakes, True) for height in heights]
        assert np.abs(np.diff(eager)).max() < 0.06


def test_they_begin_one_after_another_before_sunrise() -> None:
    heights = np.linspace(-0.4, 0.2, 601)

    def first(species: str) -> float:
        wakes = REPERTOIRES[species].wakes
        return next(h for h in heights.tolist() if singing(Signals(hour=5.0, sun_height=h), wakes) > 0.05)

    minutes = {name: first(name) / 0.26 * 60.0 for name in ("robin", "song_thrush", "blackbird", "wren")}
    assert -60 < minutes["robin"] < -30
    assert minutes["song_thrush"] - minutes["robin"] == pytest.approx(8, abs=3)
    assert minutes["blackbird"] - minutes["robin"] == pytest.approx(15, abs=3)
    assert minutes["wren"] - minutes["robin"] == pytest.approx(29, abs=4)


def test_rain_makes_them_fewer_and_later() -> None:
    wet = Signals(hour=6.0, sun_height=0.02, daylight=0.5, rain=1.0)
    assert singing(wet) < 0.5 * singing(DAWN)
    early = {"hour": 5.0, "sun_height": -0.15}
    assert singing(Signals(rain=0.6, **early)) < 0.4 * singing(Signals(**early))


def test_birds_sing_more_at_dawn_than_at_noon_and_not_at_night() -> None:
    def sounding(signals: Signals) -> float:
        level = envelope(clip(build("birds", 3, far_ratio=0.0), 120, lambda _: signals).mean(axis=0), 0.05)
        return float((level > 0.003).mean())

    assert sounding(NIGHT) == 0.0
    assert sounding(DAWN) > 1.8 * sounding(NOON) > 0.0


def test_the_wood_is_as_silent_at_night_as_its_birds() -> None:
    night, dawn = (rms(clip(build("birds", 3, activity_ratio=1.0), 15, lambda _, s=s: s)) for s in (NIGHT, DAWN))
    assert night == 0.0 < dawn


def test_nightingales_sing_at_night() -> None:
    assert rms(alone("nightingale", 30, signals=NIGHT)) > 0.01
    assert rms(alone("blackbird", 30, signals=NIGHT)) == 0.0


@pytest.mark.parametrize(
    ("species", "low_hz", "high_hz"),
    [
        ("blackbird", 1400, 3300),
        ("great_tit", 2700, 5200),
        ("chaffinch", 1800, 6500),
        ("chickadee", 2900, 4600),
        ("cuckoo", 480, 720),
        ("nightingale", 1500, 5600),
        ("song_thrush", 1700, 5200),
        ("wren", 3200, 8400),
        ("robin", 1800, 10000),
    ],
)
def test_birds_sing_in_their_own_range(species: str, low_hz: float, high_hz: float) -> None:
    samples = alone(species, 40)
    assert rms(samples) > 0.0
    assert rms(band(samples, low_hz, high_hz)) > 0.8 * rms(samples.mean(axis=0))


@pytest.mark.parametrize(
    ("species", "least_s", "most_s"),
    [
        ("blackbird", 1.3, 2.7),
        ("chaffinch", 2.0, 2.9),
        ("chickadee", 0.85, 1.1),
        ("robin", 1.9, 3.1),
        ("wren", 3.0, 6.0),
        ("nightingale", 1.5, 4.5),
    ],
)
def test_songs_last_as_long_as_they_were_measured(species: str, least_s: float, most_s: float) -> None:
    assert least_s < np.median([length_s(song) for song in songs(species)]) < most_s


def test_great_tits_sing_two_notes_of_95_to_130_ms_about_four_kilohertz() -> None:
    for seed in range(10):
        song = great_tit(np.random.default_rng(seed))
        assert len({note.from_hz for note in song}) == 2
        assert all(0.095 * 0.85 < note.length_s < 0.13 * 1.15 for note in song)
        assert np.mean([note.from_hz for note in song]) == pytest.approx(4000, rel=0.15)


def test_the_cuckoo_calls_a_minor_third_down() -> None:
    for song in songs("cuckoo"):
        cuck, koo = song[:2]
        assert 1.15 < cuck.from_hz / koo.from_hz < 1.26
        assert 1.2 < sum(note.length_s + note.gap_s for note in (cuck, koo)) < 1.5
        assert all(0.15 <= note.length_s <= 0.2 for note in (cuck, koo))


def test_a_chickadee_shifts_its_song_but_keeps_its_ratio() -> None:
    chance = np.random.default_rng(3)
    composer = REPERTOIRES["chickadee"].individual(chance)
    sung = [composer(chance) for _ in range(12)]
    ratios = [fee.from_hz / bee.from_hz for fee, bee in sung]
    assert max(ratios) / min(ratios) < 1.01
    pitches = [fee.from_hz for fee, _ in sung]
    assert 200 < max(pitches) - min(pitches) < 860
    assert all(fee.to_hz < 0.99 * fee.from_hz and bee.from_hz < fee.to_hz for fee, bee in sung)
    assert REPERTOIRES["chickadee"].repeats in range(31, 42)


def test_no_nightingale_sings_a_song_twice_in_twenty() -> None:
    voice = build("birds", 6, species=["nightingale"])
    assert isinstance(voice, BirdsVoice)
    bird, chance = voice._birds[0], np.random.default_rng(1)
    sung = list[Song]()
    for _ in range(200):
        sung.append(bird.next_song(chance))
    assert len(bird.songs) in range(180, 191)
    assert all(len({id(song) for song in sung[at : at + 20]}) == 20 for at in range(180))


def test_birds_leave_rests() -> None:
    level = envelope(alone("blackbird", 60, seed=6).mean(axis=0), 0.1)
    silent = level < 1e-4
    runs = np.diff(np.flatnonzero(np.diff(np.concatenate([[0], silent.astype(int), [0]]))))[::2] * 0.1
    assert (runs > 2.0).sum() >= 5


def test_behind_the_near_birds_others_sing_softly() -> None:
    near, all_of_them = (
        envelope(clip(build("birds", 8, far_ratio=far), 60, lambda _: DAWN).mean(axis=0), 0.05)
        for far in (0.0, 1.0)
    )
    rests = near < 1e-4
    assert rests.mean() > 0.1
    softly = np.quantile(all_of_them[rests], 0.9) / near.max()
    assert 0.01 < softly < 0.2


def test_nightingales_far_off_do_not_repeat_their_strophes_either() -> None:
    voice = build("birds", 3, species=["nightingale"])
    assert isinstance(voice, BirdsVoice)
    far = [bird for bird in voice._birds if bird.far]
    assert far
    for bird in far:
        sung = [id(bird.next_song(bird.chance)) for _ in range(60)]
        assert all(len(set(sung[start : start + 20])) == 20 for start in range(40))
