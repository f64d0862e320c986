"""A kiosk starts with the worlds that open, and says which do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli import main
from game.commands import kiosk
from game.problem import Exit


def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> tuple[int, bool]:
    """The exit code of `kiosk --config`, and whether the supervisor was asked to take over."""
    file = tmp_path / "kiosk.toml"
    file.write_text(text)
    commands: list[list[str]] = []

    def become(command: list[str]) -> int:
        commands.append(command)
        return Exit.WELL

    monkeypatch.setattr(kiosk, "_become", become)
    monkeypatch.setenv("PYTHONPATH", "")
    return main(["kiosk", "--config", str(file)]), bool(commands)


def test_a_world_that_vanished_is_left_out_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert started(tmp_path, monkeypatch, 'worlds = ["gone_away", "dusk_lake"]') == (Exit.WELL, True)
    assert "gone_away" in capsys.readouterr().err


@pytest.mark.parametrize("text", ['worlds = ["gone_away"]', 'worlds = ["dusk_lake"]\nstill = 3'])
def test_without_a_world_or_with_a_mistake_of_its_own_it_does_not_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    assert started(tmp_path, monkeypatch, text) == (Exit.PROBLEMS, False)
