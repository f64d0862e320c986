"""From a command to a plan: seeds, visits, screens."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

import pytest

from game import display
from game.arguments import day, latitude_deg, monitor, sound_file
from game.cli import parser
from game.playing import minutes, remember, seed_today
from game.problem import Exit
from game.settings import Settings, SettingsFile

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


def test_a_day_keeps_its_shape_and_the_next_has_another() -> None:
    daily = Settings(seed="daily")
    assert seed_today(daily, MONDAY) == seed_today(daily, MONDAY) != seed_today(daily, TUESDAY)


def test_a_chosen_seed_stays_and_a_fresh_one_does_not() -> None:
    assert seed_today(Settings(seed=7), MONDAY) == seed_today(Settings(seed=7), TUESDAY) == 7
    assert len({seed_today(Settings(seed="fresh"), MONDAY) for _ in range(8)}) > 1


@pytest.mark.parametrize("text", ["0", "-3", "181", "ten", "nan", "inf"])
def test_a_visit_nobody_could_mean_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="visit"):
        minutes(text)


@pytest.mark.parametrize("command", [["play"], ["watch", "dusk_lake"]])
def test_every_command_with_a_window_takes_the_same_options(command: list[str]) -> None:
    options = "--seed 3 --hour 18:30 --size 640x360 --fullscreen --fps 24 --no-sound --minutes 3 --still"
    chosen = parser(command[:1]).parse_args([*command, *options.split()])
    assert (chosen.seed, chosen.hour, chosen.size, chosen.fps) == (3, 18.5, (640, 360), 24.0)
    assert chosen.fullscreen
    assert chosen.still
    assert chosen.no_sound


@pytest.mark.parametrize("text", ["24.12.2026", "2026-13-01", "today", "2026-02-30"])
def test_a_day_that_never_comes_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="2026-12-24"):
        day(text)


@pytest.mark.parametrize("text", ["91", "-90.5", "north", "nan"])
def test_a_latitude_off_the_globe_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="degrees north"):
        latitude_deg(text)


def test_where_a_visitor_lives_is_remembered(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.toml")
    remember(parser(["play"]).parse_args(["play", "--latitude", "-33.9"]), file)
    file.close()
    assert SettingsFile(tmp_path / "settings.toml").now.latitude_deg == -33.9


def test_a_sound_file_that_could_never_be_written_is_refused_at_once(tmp_path: Path) -> None:
    assert sound_file(str(tmp_path / "a.wav")) == tmp_path / "a.wav"
    for wrong, said in (("a.mp3", r"ends in \.wav"), ("nowhere/a.wav", "no folder")):
        with pytest.raises(argparse.ArgumentTypeError, match=said):
            sound_file(str(tmp_path / wrong))


def test_windows_and_macs_always_have_a_screen() -> None:
    assert display.missing("win32", {}) is None
    assert display.missing("darwin", {}) is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X servers")
@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ""}, {"DISPLAY": ":987"}, {"DISPLAY": "nonsense"}])
def test_no_screen_is_one_sentence_for_the_machine_s_owner(environment: dict[str, str]) -> None:
    lack = display.missing("linux", environment)
    assert lack is not None
    assert lack.code is Exit.MACHINE
    assert "\n" not in str(lack)


@pytest.mark.parametrize(("text", "wanted"), [("1", 1), ("12", 12), ("all", "all"), ("each", "each")])
def test_a_monitor_is_a_number_or_all_or_each(text: str, wanted: object) -> None:
    assert monitor(text) == wanted


@pytest.mark.parametrize("text", ["0", "-1", "both", "1.5", ""])
def test_a_monitor_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="monitor"):
        monitor(text)
