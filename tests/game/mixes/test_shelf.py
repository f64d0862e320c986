"""Mixes outlive a crash, a damaged file and another process."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audio.messages import LEAST_TRIM_DB, MOST_TRIM_DB, Trim
from game.mixes.model import NAME, KeptMix
from game.mixes.shelf import MixShelf

NAMES = st.from_regex(NAME, fullmatch=True).filter(lambda text: text.isprintable())
PARTS = st.sampled_from(["wind", "wind 2", "score", "score/chords", "bell", "touch"])
MIXES = st.builds(
    KeptMix,
    meander=st.booleans(),
    muted=st.lists(PARTS, unique=True),
    trim_db=st.dictionaries(PARTS, st.floats(LEAST_TRIM_DB, MOST_TRIM_DB)),
)


def test_without_a_file_every_world_is_as_written(tmp_path: Path) -> None:
    shelf = MixShelf(tmp_path / "mixes")
    assert shelf.of("dusk_lake").now.as_written
    assert shelf.trouble == ""
    shelf.close()
    assert not (tmp_path / "mixes").exists()


@given(mix=MIXES, name=NAMES, named=MIXES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_what_is_kept_is_found_again(tmp_path: Path, mix: KeptMix, name: str, named: KeptMix) -> None:
    for path in tmp_path.glob("*.toml"):
        path.unlink()
    shelf = MixShelf(tmp_path)
    shelf.of("a").change(mix)
    shelf.of("a").keep(name, named)
    shelf.close()
    found = MixShelf(tmp_path)
    assert found.of("a").now == mix
    assert found.of("a").presets == {name: named}
    assert found.trouble == ""
    assert found.of("b").now.as_written


def test_a_part_is_turned_muted_and_heard_again() -> None:
    mix = KeptMix().trimmed("wind", -3.0).trimmed("birds", 20.0).mute("wind")
    assert mix.message("a").trims == {"wind": Trim(-3.0, True), "birds": Trim(MOST_TRIM_DB)}
    assert mix.mute("wind").message("a").trims["wind"] == Trim(-3.0)
    assert mix.trimmed("wind", -4.0).message("a").trims["wind"] == Trim(-4.0), "who turns it wants to hear it"
    assert mix.trimmed("birds", 0.0).trimmed("wind", 0.0).as_written
    assert KeptMix().trimmed("wind", -99.0).trim_db == {"wind": LEAST_TRIM_DB}


@pytest.mark.parametrize("text", ["nonsense", "[now]\ntrim_db = { wind = 70.0 }", "\x00", "now = " + "[" * 5000])
def test_a_damaged_file_is_set_aside_and_said(tmp_path: Path, text: str) -> None:
    (tmp_path / "dusk_lake.toml").write_text(text)
    shelf = MixShelf(tmp_path)
    assert shelf.of("dusk_lake").now.as_written
    aside = tmp_path / "dusk_lake.damaged-1.toml"
    assert str(aside) in shelf.trouble
    assert aside.read_text() == text
    shelf.of("dusk_lake").change(KeptMix(meander=True))
    shelf.close()
    assert MixShelf(tmp_path).of("dusk_lake").now.meander


def test_what_a_newer_stillroom_wrote_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("later = 1\n[now]\nmuted = ['wind']\nwidth = 3\n")
    assert MixShelf(tmp_path).of("a").now == KeptMix(muted=["wind"])


def test_a_preset_kept_elsewhere_meanwhile_is_not_lost(tmp_path: Path) -> None:
    window, command = MixShelf(tmp_path).of("a"), MixShelf(tmp_path).of("a")
    window.keep("mine", KeptMix(meander=True))
    window.close()
    command.keep("theirs", KeptMix(muted=["wind"]))
    command.close()
    window.change(KeptMix(muted=["birds"]))
    window.close()
    found = MixShelf(tmp_path).of("a")
    assert set(found.presets) == {"mine", "theirs"}
    assert found.now == KeptMix(muted=["birds"])
    found.forget("theirs")
    found.close()
    assert set(MixShelf(tmp_path).of("a").presets) == {"mine"}


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "mixes").write_text("a file where a folder should be")
    mixes = MixShelf(tmp_path / "mixes").of("a")
    mixes.change(KeptMix(meander=True))
    mixes.close()
    assert str(tmp_path / "mixes") in mixes.trouble
    assert mixes.now.meander
