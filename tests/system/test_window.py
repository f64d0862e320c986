"""A real window under Xvfb, driven with xdotool like a visitor would."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import tomli

from tests.system.screen import ROOT, SMALL, playing, wait_until_open
from worlds.catalogue import entries

SHELF = [entry.id for entry in entries()]
"""The worlds the digit keys choose from, in order."""


def test_it_opens_answers_and_leaves_softly(display: str, tmp_path: Path, world: Path) -> None:
    with playing(display, tmp_path, "play", str(world), "--hour", "12", *SMALL) as running:
        wait_until_open(running)
        picture = running.picture()[:240, :320]
        assert picture.mean() > 40
        assert picture.std() > 5
        running.do("mousemove", "80", "60", "click", "1")
        touch = running.wait_for("touch")
        assert (touch["x"], touch["y"]) == pytest.approx((0.25, 0.75), abs=0.02)
        running.do("key", "Escape")
        leaving = running.wait_for("leaving")["at_s"]
        assert running.wait_for("left")["at_s"] - leaving > 1.0
        assert running.end() == (0, "")


def test_the_second_escape_leaves_at_once(display: str, tmp_path: Path, world: Path) -> None:
    with playing(display, tmp_path, "play", str(world), *SMALL) as running:
        running.wait_for("world")
        running.do("key", "Escape", "key", "Escape")
        running.wait_for("left")
        commands = [event for event in running.events if event["event"] == "command"]
        assert [command["name"] for command in commands] == ["leave", "leave"]
        assert running.end() == (0, "")


def test_it_plays_with_whatever_sound_this_machine_has(display: str, tmp_path: Path, world: Path) -> None:
    with playing(display, tmp_path, "play", str(world), "--size", "320x240", "--fps", "20") as running:
        wait_until_open(running)
        running.do("mousemove", "80", "60", "click", "1", "key", "2")
        running.wait_for("world", id=SHELF[1])
        running.do("key", "Escape", "key", "Escape")
        running.wait_for("left")
        assert running.end() == (0, "")


def test_it_goes_on_in_silence_where_no_process_can_be_started(display: str, tmp_path: Path, world: Path) -> None:
    refusing = (
        "import errno, os, sys\n"
        "from multiprocessing.context import SpawnProcess\n"
        "def refuse(_): raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))\n"
        "SpawnProcess.start = refuse\n"
        "from game.cli import main\n"
        "sys.exit(main())"
    )
    small = ["--size", "320x240", "--fps", "20"]
    with playing(display, tmp_path, "play", str(world), *small, start=("-c", refusing)) as running:
        wait_until_open(running)
        running.do("mousemove", "80", "60", "click", "1")
        running.wait_for("touch")
        running.do("key", "Escape", "key", "Escape")
        running.wait_for("left")
        assert running.end() == (0, "")


def test_it_leaves_by_itself_when_told_so(display: str, tmp_path: Path, world: Path) -> None:
    with playing(display, tmp_path, "play", str(world), "--for-seconds", "2", *SMALL) as running:
        running.wait_for("left")
        assert running.end() == (0, "")


def test_keys_choose_worlds_and_the_volume_is_remembered(display: str, tmp_path: Path, world: Path) -> None:
    with playing(display, tmp_path, "play", str(world), *SMALL) as running:
        running.wait_for("world", id="meadow")
        running.do("key", "1")
        running.wait_for("world", id=SHELF[0])
        running.do("key", "minus", "key", "m", "key", "Escape", "key", "Escape")
        running.wait_for("left")
        running.end()
    settings = tomli.loads((tmp_path / ".config/stillroom/settings.toml").read_text(encoding="utf-8"))
    assert settings["volume_db"] == -9.0
    assert settings["muted"] is True


def test_a_tap_is_a_command_and_a_hold_a_breath(display: str, tmp_path: Path, world: Path) -> None:
    with playing(display, tmp_path, "play", str(world), *SMALL) as running:
        running.wait_for("world")
        for name in ("b", "Escape", "minus"):
            running.do("keydown", name)
            running.wait_for("breath", rising=True)
            running.do("keyup", name)
            running.wait_for("breath", rising=False)
        running.do("key", "b")
        running.wait_for("command", name="ring")
        commands = [event["name"] for event in running.events if event["event"] == "command"]
        assert commands == ["ring"]


def test_shift_let_go_before_plus_leaves_nothing_held(display: str, tmp_path: Path, world: Path) -> None:
    with playing(display, tmp_path, "play", str(world), *SMALL) as running:
        running.wait_for("world")
        running.do("key", "minus", "key", "minus")
        for _ in range(2):
            running.do("keydown", "shift", "keydown", "equal", "keyup", "shift", "keyup", "equal")
            running.wait_for("command", name="louder")
        running.do("keydown", "a")
        running.wait_for("breath", rising=True)
        running.do("keyup", "a")
        running.wait_for("breath", rising=False)


def test_another_size_in_mid_session_is_made_anew(display: str, tmp_path: Path, world: Path) -> None:
    with playing(display, tmp_path, "play", str(world), "--hour", "12", *SMALL) as running:
        wait_until_open(running)
        running.do("windowsize", running.window(), "640", "360")
        running.wait_for("resize", size=[640, 360])
        scene = running.wait_for("scene")
        assert scene["size"][0] / scene["size"][1] == pytest.approx(640 / 360, abs=0.02)
        right_half = running.picture()[60:300, 400:630]
        assert right_half.mean() > 30


def test_full_screen_and_back_and_the_keys_still_work(display: str, tmp_path: Path, world: Path) -> None:
    with playing(display, tmp_path, "play", str(world), *SMALL) as running:
        running.wait_for("world")
        running.do("key", "F11")
        running.wait_for("resize", size=[1000, 700])
        running.do("key", "F11")
        running.wait_for("resize", size=[320, 240])
        running.do("key", "h")
        running.wait_for("command", name="help")


TWO_MONITORS = """
import sys
from pyglet.display.xlib import XlibDisplay, XlibScreen

def two(display):
    left, right = XlibScreen(display, 0, 0, 600, 700), XlibScreen(display, 600, 100, 400, 300)
    left.is_primary, right.is_primary = True, False
    display._screens = [left, right]
    return display._screens

XlibDisplay.get_screens = two
from game.cli import main
sys.exit(main())
"""


def test_on_another_monitor_it_fills_that_one_and_comes_back(display: str, tmp_path: Path, world: Path) -> None:
    with playing(display, tmp_path, "play", str(world), *SMALL, start=("-c", TWO_MONITORS)) as running:
        running.wait_for("world")
        running.do("windowmove", "--sync", running.window(), "640", "150")
        for size, place in (([400, 300], (600, 100)), ([320, 240], (640, 150))):
            running.do("key", "F11")
            running.wait_for("resize", size=size)
            assert running.place() == (*place, *size)
        running.do("windowmove", "--sync", running.window(), "20", "30")
        running.do("key", "F11")
        running.wait_for("resize", size=[600, 700])
        assert running.place() == (0, 0, 600, 700)
        running.do("key", "h")
        running.wait_for("command", name="help")


def test_a_monitor_that_was_asked_for_is_filled(display: str, tmp_path: Path, world: Path) -> None:
    order = ["play", str(world), "--monitor", "2", *SMALL]
    with playing(display, tmp_path, *order, start=("-c", TWO_MONITORS)) as running:
        assert running.wait_for("world")["size"][0] <= 400
        assert running.place() == (600, 100, 400, 300)


def test_one_picture_goes_across_all_monitors(display: str, tmp_path: Path, world: Path) -> None:
    order = ["play", str(world), "--monitor", "all", *SMALL]
    with playing(display, tmp_path, *order, start=("-c", TWO_MONITORS)) as running:
        running.wait_for("world")
        assert running.place() == (0, 0, 1000, 700)


def test_each_monitor_shows_the_same_and_takes_touches(display: str, tmp_path: Path, world: Path) -> None:
    """The second has another shape: its picture is cut, not drawn out, and a touch there is one in the picture."""
    order = ["play", str(world), "--hour", "12", "--monitor", "each", *SMALL]
    with playing(display, tmp_path, *order, start=("-c", TWO_MONITORS)) as running:
        wait_until_open(running)
        both = running.picture().astype(float)
        first, second = both[:700, :600], both[100:400, 600:1000]
        middle = first[125:575]  # 600 x 450: what has the second one's shape
        for at in (0.1, 0.5, 0.9):
            wide, narrow = (part[int(at * len(part))].mean(axis=0) for part in (middle, second))
            assert np.abs(wide - narrow).max() < 6.0, at
        running.do("mousemove", "800", "250", "click", "1")
        touch = running.wait_for("touch")
        assert (touch["x"], touch["y"]) == (pytest.approx(0.5, abs=0.02), pytest.approx(0.5, abs=0.02))
        running.do("key", "Escape")
        running.wait_for("left")


def test_out_of_sight_it_rests_and_comes_back(display: str, tmp_path: Path, world: Path) -> None:
    with playing(display, tmp_path, "play", str(world), *SMALL) as running:
        running.wait_for("world")
        window = running.window()
        running.do("windowunmap", window)
        running.wait_for("hidden")
        running.do("windowmap", window)
        running.wait_for("shown")
        running.wait_for("frames")


def test_the_window_manager_s_close_is_a_soft_leave(display: str, tmp_path: Path, world: Path) -> None:
    with playing(display, tmp_path, "play", str(world), *SMALL) as running:
        running.wait_for("world")
        running.ask_to_close()
        leaving = running.wait_for("leaving")["at_s"]
        assert running.wait_for("left")["at_s"] - leaving > 1.0
        assert running.end() == (0, "")


def test_being_terminated_leaves_no_traceback(display: str, tmp_path: Path, world: Path) -> None:
    with playing(display, tmp_path, "play", str(world), *SMALL) as running:
        running.wait_for("world")
        running.process.terminate()
        assert running.end() == (143, "")


def test_help_is_readable(display: str, tmp_path: Path, world: Path) -> None:
    with playing(display, tmp_path, "play", str(world), "--hour", "12", *SMALL) as running:
        wait_until_open(running)
        before = running.picture()[:240, :320].astype(float)
        running.do("key", "h")
        running.wait_for("command", name="help")
        running.wait_for("frames")
        running.wait_for("frames")
        after = running.picture()[:240, :320].astype(float)
        middle = after[80:160, 40:280]
        assert middle.min() < 60
        assert middle.max() > 220
        assert before[80:160, 40:280].mean() > middle.mean() + 20


def test_without_a_screen_play_says_so(tmp_path: Path) -> None:
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    told = subprocess.run(
        [sys.executable, "-m", "game.cli", "play"], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert told.returncode == 3
    assert told.stderr.count("\n") == 1
    assert "no screen" in told.stderr


def test_with_an_old_desktop_driver_the_embedded_one_draws(
    display: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MESA_GL_VERSION_OVERRIDE", "2.1")
    with playing(display, tmp_path, "play", *SMALL) as running:
        wait_until_open(running)
        running.do("key", "Escape", "key", "Escape")
        running.wait_for("left")
        assert running.end() == (0, "")
