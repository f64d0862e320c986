"""The audition page tells what the voices are now."""

from __future__ import annotations

import numpy as np

from tests.tools.voices_page import COLUMNS, PAGE, PICTURES, ROWS, page, spectrogram, wanted


def test_the_page_is_up_to_date() -> None:
    said = "voices have changed; type: python -m tests.tools.voices_page"
    assert PAGE.read_text("utf-8") == page(), said


def test_every_audition_has_its_picture_and_no_picture_is_left_over() -> None:
    assert {path.name for path in PICTURES.iterdir()} == wanted()


def test_a_spectrogram_shows_a_tone_at_its_height() -> None:
    t_s = np.arange(48000 * 8) / 48000
    tone = np.stack([np.sin(2 * np.pi * 800 * t_s)] * 2).astype(np.float32)
    brightest = int(spectrogram(tone).mean(axis=1).argmax())
    octaves = np.log2(800 / 40) / np.log2(16000 / 40)
    assert spectrogram(tone).shape == (ROWS, COLUMNS)
    assert abs(brightest - ROWS * (1 - octaves)) <= 2
