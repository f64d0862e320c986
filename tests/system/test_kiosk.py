"""A real kiosk under Xvfb, with its supervisor: visitors, a crash, a hang, and its keeper."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.system.screen import Playing, playing, virtual_screen

PIN = "2580"


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with virtual_screen("320x240") as name:
        yield name


@pytest.fixture
def kiosk(display: str, tmp_path: Path) -> Iterator[Playing]:
    """A kiosk showing a pack that is quick to open."""
    (tmp_path / "meadow").mkdir()
    (tmp_path / "meadow" / "world.toml").write_text('format = 1\n[world]\nname = "Meadow"\n', encoding="utf-8")
    file = tmp_path / "kiosk.toml"
    file.write_text(f'worlds = ["{tmp_path / "meadow"}"]\npin = "{PIN}"\n', encoding="utf-8")
    with playing(display, tmp_path, "kiosk", "--config", str(file)) as running:
        yield running


def game(kiosk: Playing) -> int:
    """The process id of the game under the supervisor."""
    children = Path(f"/proc/{kiosk.process.pid}/task/{kiosk.process.pid}/children").read_text().split()
    return int(children[0])


def test_it_outlives_visitors_a_crash_and_a_hang_until_its_keeper_comes(kiosk: Playing) -> None:
    kiosk.wait_for("kiosk", state="attract")
    kiosk.wait_for("world", id="meadow")
    assert kiosk.picture().std() > 5

    kiosk.do("mousemove", "100", "100", "click", "1")
    kiosk.wait_for("kiosk", state="session")
    kiosk.do("key", "Escape", "key", "alt+F4", "key", "F11", "key", "m")
    kiosk.do("click", "1")
    kiosk.wait_for("touch")

    for end in (signal.SIGKILL, signal.SIGSTOP):
        before = game(kiosk)
        os.kill(before, end)
        kiosk.wait_for("kiosk", state="attract")
        kiosk.wait_for("world", id="meadow")
        assert game(kiosk) != before
        assert not Path(f"/proc/{before}").exists()
    last = game(kiosk)

    for digit in PIN:
        kiosk.do("key", digit)
    kiosk.wait_for("unlocked")
    kiosk.do("key", "Escape")
    kiosk.wait_for("left")
    code, said = kiosk.end()
    assert code == 0
    assert "The game ended with code -9; starting it again." in said
    assert "The game has not moved for" in said
    assert "Traceback" not in said
    assert not Path(f"/proc/{last}").exists()
    commands = [event["name"] for event in kiosk.events if event["event"] == "command"]
    assert commands == ["leave"]


def test_asked_to_end_it_takes_the_game_with_it(kiosk: Playing) -> None:
    kiosk.wait_for("world")
    playing_game = game(kiosk)
    kiosk.process.send_signal(signal.SIGTERM)
    assert kiosk.end()[0] == 128 + signal.SIGTERM
    assert not Path(f"/proc/{playing_game}").exists()
