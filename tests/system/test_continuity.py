"""The measure of gaps finds what it should: tried on a sound that is broken on purpose."""

from __future__ import annotations

import numpy as np
import pytest

from audio.voice import BLOCK
from tests.system.continuity import RATE, Sound, breaks, clicks
from tests.tools.gaps import Lateness, Memory, Told, paragraph


@pytest.fixture(scope="module")
def written() -> Sound:
    """Half a minute of soft noise under a slow swell."""
    chance = np.random.default_rng(1)
    noise = np.convolve(chance.normal(0, 0.05, 30 * RATE), np.hanning(64) / 32, "same")
    return (noise * (0.6 + 0.4 * np.sin(np.arange(len(noise)) / RATE))).astype(np.float32)


def heard(written: Sound) -> Sound:
    return np.concatenate([np.zeros(7777, np.float32), written])


def test_what_arrives_whole_has_no_break(written: Sound) -> None:
    assert breaks(heard(written), written) == []


@pytest.mark.parametrize("lost", [3, 400, 50_000])
def test_samples_lost(written: Sound, lost: int) -> None:
    cut = np.concatenate([written[: 10 * RATE], written[10 * RATE + lost :]])
    (found,) = breaks(heard(cut), written)
    assert found.at_s == pytest.approx(10.0, abs=0.001)
    assert found.slip == -lost


@pytest.mark.parametrize("silent", [3, 2048, 90_000])
def test_silence_put_in(written: Sound, silent: int) -> None:
    gap = np.zeros(silent, np.float32)
    (found,) = breaks(heard(np.concatenate([written[: 20 * RATE], gap, written[20 * RATE :]])), written)
    assert found.at_s == pytest.approx(20.0, abs=0.001)
    assert found.slip == silent


def test_two_breaks_are_two(written: Sound) -> None:
    cut = np.concatenate([written[: 8 * RATE], written[8 * RATE + 99 : 16 * RATE], written[16 * RATE + 11 :]])
    assert [found.slip for found in breaks(heard(cut), written)] == [-99, -11]


def test_a_sample_that_was_changed(written: Sound) -> None:
    changed = heard(written)
    changed[7777 + 5 * RATE] += 0.01
    (found,) = breaks(changed, written)
    assert (found.at_s, found.slip) == (5.0, 0)


def test_another_sound_is_told(written: Sound) -> None:
    with pytest.raises(ValueError, match="nowhere"):
        breaks(heard(written[::-1]), written)


def test_a_click_is_found_and_noise_is_none(written: Sound) -> None:
    assert clicks(written) == []
    cut = written.copy()
    cut[12 * RATE :] += 0.02
    (at_s,) = clicks(cut)
    assert at_s == pytest.approx(12.0, abs=0.001)


def test_what_begins_long_after_the_recording_is_found(written: Sound) -> None:
    late = np.concatenate([np.zeros(41 * RATE, np.float32), written])
    assert breaks(late, written) == []


def test_a_break_is_ours_only_if_our_block_came_late() -> None:
    block_s, count = BLOCK / RATE, 100
    there_s = np.arange(count) * block_s
    taken_s = there_s + 0.9 * block_s
    there_s[50] = taken_s[49] + 0.2
    taken_s[20] += 0.3
    there_s[21:50] = taken_s[20] + 0.1 * block_s
    lateness = Lateness(np.stack([np.full(count, BLOCK), there_s, taken_s], axis=1))
    assert lateness.is_ours(50 * block_s)
    assert not lateness.is_ours(20 * block_s)


def test_an_hour_is_told_in_one_paragraph() -> None:
    memory = [Memory(60.0 * minute, 300.0 + minute, 120.0) for minute in range(61)]
    told = paragraph(Told(length_s=3600.0), memory, "")
    assert told.startswith("Whole: 60.0 minutes")
    assert "300 and 120 MB at 0 s, 330 and 120 MB at 1800 s, 360 and 120 MB at 3600 s" in told
    assert "\n" not in told
    assert paragraph(Told(ours=1), memory, "").startswith("NOT WHOLE")
    assert paragraph(Told(), memory, "It ended after 7 s: x").startswith("NOT WHOLE")
