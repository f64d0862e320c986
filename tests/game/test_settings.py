"""Settings outlive a crash, a full disk and a damaged file."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pydantic import ValidationError

from game import settings as game_settings
from game.settings import QUIETEST_DB, Settings, SettingsFile


def chosen(path: Path, **choices: object) -> SettingsFile:
    """A file in which choices were made and written down."""
    file = SettingsFile(path)
    file.change(**choices)
    file.close()
    return file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "settings.toml"


def test_without_a_file_everything_is_as_usual(path: Path) -> None:
    file = SettingsFile(path)
    assert file.now == Settings()
    assert file.trouble == ""
    assert not path.exists()


@given(
    volume_db=st.floats(QUIETEST_DB, 0),
    muted=st.booleans(),
    seed=st.one_of(st.integers(0, 2**63 - 1), st.sampled_from(["daily", "fresh"])),
    language=st.sampled_from(["", "de", "pt_BR", "ca@valencia"]),
)
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_what_is_chosen_is_found_again(
    path: Path, volume_db: float, muted: bool, seed: int | str, language: str
) -> None:
    chosen(path, volume_db=volume_db, muted=muted, seed=seed, language=language)
    found = SettingsFile(path)
    assert found.trouble == ""
    assert found.now.model_dump(include={"volume_db", "muted", "seed", "language"}) == {
        "volume_db": volume_db,
        "muted": muted,
        "seed": seed,
        "language": language,
    }


@pytest.mark.parametrize(
    "damage",
    [
        "volume_db = ",
        "volume_db = 12.0",
        'muted = "yes"',
        "\x00\x00",
        "[[[[",
        "seed=-1",
        "seed = " + "7" * 5000,
        "seed = " + "[" * 5000,
    ],
    ids=range(8),
)
def test_a_damaged_file_is_set_aside_and_said(path: Path, damage: str) -> None:
    path.parent.mkdir(parents=True)
    for number in (1, 2):
        path.write_text(damage)
        file = SettingsFile(path)
        aside = path.with_name(f"settings.damaged-{number}.toml")
        assert file.now == Settings()
        assert aside.read_text() == damage
        assert str(aside) in file.trouble
        file.change(muted=True)
        file.close()
        assert SettingsFile(path).now.muted


def test_bytes_that_are_no_text_are_damage(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff\xfe\x00\xd8")
    assert "damaged-1" in SettingsFile(path).trouble


def test_keys_of_a_newer_stillroom_are_left_alone(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("muted = true\nholograms = 7\n")
    assert SettingsFile(path).now.muted


def test_keys_of_a_newer_stillroom_outlive_a_choice_of_this_one(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text('breath_style = "box"\n"a b" = 3\nmuted = false\n[later]\nx = 1\n', encoding="utf-8")
    chosen(path, muted=True)
    kept = tomli.loads(path.read_text(encoding="utf-8"))
    assert (kept["breath_style"], kept["a b"], kept["muted"]) == ("box", 3, True)


def test_a_place_that_cannot_be_written_is_one_sentence_and_the_choice_holds(path: Path) -> None:
    path.parent.write_text("a file where a folder should be")
    file = chosen(path, volume_db=-12.0)
    assert file.now.volume_db == -12.0
    assert str(path) in file.trouble
    assert file.trouble.count("\n") == 0


def test_a_write_that_fails_half_way_leaves_the_old_file_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(path, volume_db=-9.0)
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    file = chosen(path, volume_db=-3.0)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.toml"]
    assert "the disk is full" in file.trouble


def test_nothing_is_written_when_nothing_changed(path: Path) -> None:
    chosen(path, muted=False)
    assert not path.exists()


def test_a_choice_out_of_range_is_a_mistake_of_the_program(path: Path) -> None:
    with pytest.raises(ValidationError):
        chosen(path, volume_db=3.0)


def test_the_file_reads_like_one_a_person_wrote(path: Path) -> None:
    chosen(path, language="pt_BR", volume_db=-12.0)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert tomli.loads(text)["language"] == "pt_BR"


def test_a_choice_does_not_wait_for_the_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, written_by = threading.current_thread(), []
    monkeypatch.setattr(game_settings, "_toml", lambda _: written_by.append(threading.current_thread()) or "")
    monkeypatch.setattr(game_settings, "WRITE_AFTER_S", 0.0)
    file = SettingsFile(path)
    file.change(muted=True)
    until(lambda: written_by)
    assert here not in written_by


def test_many_choices_in_a_row_are_one_write_with_the_last(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts: list[str] = []
    as_written = game_settings._toml
    monkeypatch.setattr(game_settings, "_toml", lambda now: texts.append(as_written(now)) or texts[-1])
    file = SettingsFile(path)
    for step in range(1, 11):
        file.change(volume_db=-3.0 * step)
    file.close()
    file.close()
    (text,) = texts
    assert "volume_db = -30.0" in text


def test_nothing_chosen_is_lost_when_the_program_is_killed_a_moment_later(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    code = (
        "import sys, pathlib, time; from game.settings import SettingsFile\n"
        "SettingsFile(pathlib.Path(sys.argv[1])).change(volume_db=-18.0); print(flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE) as child:
        until(path.exists)
        child.kill()
    assert SettingsFile(path).now.volume_db == -18.0
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.toml"]


def test_trouble_ends_when_a_later_write_succeeds(path: Path) -> None:
    path.parent.write_text("a file where a folder should be")
    file = chosen(path, volume_db=-12.0)
    assert file.trouble
    path.parent.unlink()
    file.change(volume_db=-9.0)
    file.close()
    assert file.trouble == ""
    assert SettingsFile(path).now.volume_db == -9.0


def test_trouble_is_told_in_the_language_of_the_settings(path: Path) -> None:
    path.parent.write_text("a file where a folder should be")
    assert "etwas anderes heißt so" in chosen(path, language="de").trouble


def until(true: Callable[[], object]) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)
