"""What `render` refuses, and where `play` begins."""

from __future__ import annotations

from pathlib import Path

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


def test_play_without_a_world_begins_at_dusk_lake() -> None:
    assert parser(["play"]).parse_args(["play"]).world == "dusk_lake"
