"""Worlds tried by ear."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from audio.mixdown import Mixdown
from audio.voices.wind import WindVoice
from game.cli import main
from game.comfort import sound_trial
from game.comfort.sound_trial import Finding, findings
from tests.audio.worlds import FULL, world
from worlds.catalogue import BUILTIN, entries
from worlds.reading import read_world

WIND = {"kind": "wind"}
DRIPS = {"kind": "drips", "loudness_db": 0.0, "drips_per_min": 40.0, "place": {"distance_m": 0.5}}


def found(**tables: Any) -> dict[tuple[str | int, ...], Finding]:
    return {finding.where: finding for finding in findings(world(**tables))}


@pytest.mark.parametrize("name", [entry.id for entry in entries()])
def test_nothing_is_said_of_the_worlds_we_bring(name: str) -> None:
    assert list(findings(read_world(BUILTIN / name))) == []


def test_nothing_is_said_of_calm_or_silent_worlds() -> None:
    assert found(**FULL) == {}
    assert found() == {}


def test_what_leaps_out_of_silence_is_told_with_its_voice_and_that_the_world_stays_soft() -> None:
    told = found(voice=[{"kind": "wind", "loudness_db": -80.0}, DRIPS])
    assert "held back by up to" in told[("voice", 1)].message
    assert "softer than others" in told[()].message
    assert set(told) == {("voice", 1), ()}


def test_what_is_still_held_back_at_the_end_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound_trial, "SECONDS", 6.0)
    monkeypatch.setattr(Mixdown, "held_db", property(lambda _: 12.0))
    assert "by up to 12 dB" in found(voice=[WIND])[("voice", 0)].message


def test_a_touch_that_leaps_out_of_silence_is_told_too() -> None:
    touches = [{"on": "press"}, {"on": "press", "sound": "drips", "loudness_db": -17.0}]
    assert set(found(score={"parts": []}, touch=touches)) == {("touch", 1), ()}


def test_an_instrument_that_nobody_plays_is_told() -> None:
    told = found(voice=[WIND, {"kind": "bowl"}])
    assert "only when it is played" in told[("voice", 1)].message
    assert set(told) == {("voice", 1)}


def test_a_voice_that_is_never_heard_is_told_and_a_rare_one_is_waited_for() -> None:
    told = found(voice=[WIND, {"kind": "rain", "rate_mm_h": 0.0}, {"kind": "shishi_odoshi", "fill_s": 170.0}])
    assert "not heard within 4 minutes" in told[("voice", 1)].message
    assert set(told) == {("voice", 1)}


def test_what_comes_rarely_is_waited_for_as_long_as_that_takes() -> None:
    geese: dict[str, Any] = {"kind": "geese", "every_s": 1200.0}
    assert set(found(voice=[WIND, geese])) == set()
    assert "within 40 minutes" in found(voice=[WIND, geese | {"activity_ratio": 0.0}])[("voice", 1)].message


def test_a_voice_that_fails_is_told_and_the_others_are_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ValueError("no wind today")

    monkeypatch.setattr(WindVoice, "render", fails)
    told = found(voice=[WIND, {"kind": "rain"}])
    assert "no wind today" in told[("voice", 0)].message
    assert set(told) == {("voice", 0)}


def test_check_tells_it_at_the_table_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "here"
    pack.mkdir()
    (pack / "world.toml").write_text('format = 1\n[world]\nname = "Here"\n\n[[voice]]\nkind = "bowl"\n')
    monkeypatch.setattr(sound_trial, "SECONDS", 6.0)
    assert main(["check", str(pack), "--sound"]) == 1
    assert "world.toml:5:3: this voice sounds only when it is played" in capsys.readouterr().out
    assert main(["check", str(pack)]) == 0
