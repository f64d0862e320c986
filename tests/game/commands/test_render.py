"""What `render` refuses, and where `play` begins."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from game.cli import main, parser
from game.problem import Exit


@pytest.mark.parametrize("name", ["a.wav", "a.FLAC"])
def test_a_sound_file_without_sound_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    out = tmp_path / name
    assert main(["render", "dusk_lake", "--out", str(out), "--seconds", "1", "--no-sound"]) == Exit.USAGE
    assert "--no-sound" in capsys.readouterr().err
    assert not out.exists()


def test_a_latitude_without_a_day_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    order = ["render", "dusk_lake", "--out", str(tmp_path / "a.png"), "--latitude", "47"]
    assert main(order) == Exit.USAGE
    assert "--date" in capsys.readouterr().err


def test_play_without_a_world_begins_at_dusk_lake() -> None:
    assert parser(["play"]).parse_args(["play"]).world == "dusk_lake"


def heard(path: Path) -> np.ndarray:
    with av.open(str(path)) as container:
        return np.concatenate([frame.to_ndarray() for frame in container.decode(audio=0)], axis=1)


def test_a_voice_alone_becomes_a_sound_file_that_another_seed_changes(tmp_path: Path) -> None:
    for name, seed in (("one", "1"), ("again", "1"), ("other", "2")):
        order = ["render", "--voice", "wind/pines", "--out", str(tmp_path / f"{name}.wav"), "--seconds", "2"]
        assert main([*order, "--seed", seed]) == Exit.WELL
    one, again, other = (heard(tmp_path / f"{name}.wav") for name in ("one", "again", "other"))
    assert one.shape == (1, 2 * 2 * 48000)
    np.testing.assert_array_equal(one, again)
    assert np.abs(one.astype(float) - other).max() > 0.001 * np.abs(one.astype(float)).max()


def test_a_voice_that_is_not_there_is_told_with_the_nearest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", "--voice", "wnid", "--out", str(tmp_path / "a.wav")]) == Exit.USAGE
    assert "Did you mean wind?" in capsys.readouterr().err


def test_a_voice_alone_has_no_picture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", "--voice", "wind", "--out", str(tmp_path / "a.mp4")]) == Exit.USAGE
    assert ".wav .flac" in capsys.readouterr().err
