"""`mix`: kept, used, carried away and taken in; and every mistake in a file at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from game.cli import main
from game.mixes.model import KeptMix
from game.mixes.shelf import MixShelf
from game.problem import Exit

QUIET_WIND = KeptMix(meander=True, muted=["birds"], trim_db={"wind": -6.0, "score": 2.5})

TWO_WINDS = 'format = 1\n[world]\nname = "Two winds"\n' + '[[voice]]\nkind = "wind"\n' * 2


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where mixes are kept in this test."""
    monkeypatch.setattr("game.folders.settings", lambda: tmp_path / "settings")
    monkeypatch.setenv("LANGUAGE", "C")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    pack = tmp_path / "stillroom" / "worlds" / "two_winds"
    pack.mkdir(parents=True)
    (pack / "world.toml").write_text(TWO_WINDS)
    return tmp_path / "settings" / "mixes"


def set_now(shelf: Path, mix: KeptMix, world: str = "dusk_lake") -> None:
    mixes = MixShelf(shelf).of(world)
    mixes.change(mix)
    mixes.close()


def test_a_mix_is_kept_listed_and_used_again(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_now(shelf, QUIET_WIND)
    assert main(["mix", "save", "Still evening"]) == Exit.WELL
    assert main(["mix", "reset"]) == Exit.WELL
    assert MixShelf(shelf).of("dusk_lake").now.as_written
    assert main(["mix", "use", "Still evening"]) == Exit.WELL
    assert MixShelf(shelf).of("dusk_lake").now == QUIET_WIND
    capsys.readouterr()
    assert main(["mix", "list"]) == Exit.WELL
    told = capsys.readouterr().out
    assert "Still evening  (sounds now)" in told
    assert "birds: off" in told
    assert "wind: -6 dB" in told


def test_a_mix_goes_to_another_machine_in_one_file(shelf: Path, tmp_path: Path) -> None:
    set_now(shelf, QUIET_WIND)
    file = tmp_path / "evening.toml"
    assert main(["mix", "export", str(file)]) == Exit.WELL
    assert tomli.loads(file.read_text())["name"] == "evening"
    (shelf / "dusk_lake.toml").unlink()
    assert main(["mix", "import", str(file)]) == Exit.WELL
    found = MixShelf(shelf).of("dusk_lake")
    assert found.presets == {"evening": QUIET_WIND}
    assert found.now.as_written


def test_a_kept_mix_is_exported_by_its_name(shelf: Path, tmp_path: Path) -> None:
    set_now(shelf, QUIET_WIND)
    main(["mix", "save", "By night"])
    main(["mix", "reset"])
    assert main(["mix", "export", str(tmp_path / "x.toml"), "--name", "By night"]) == Exit.WELL
    carried = tomli.loads((tmp_path / "x.toml").read_text())
    assert (carried["name"], carried["world"], carried["muted"]) == ("By night", "dusk_lake", ["birds"])


def test_a_name_nobody_kept_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    main(["mix", "save", "By night"])
    assert main(["mix", "use", "By nihgt"]) == Exit.USAGE
    assert "Did you mean By night?" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mix", "export", str(tmp_path / "nowhere" / "x.toml")]) == Exit.PROBLEMS
    assert "that folder does not exist" in capsys.readouterr().err


FILE = """format = 1
world = "{world}"
name = "x"
{line}
"""


@pytest.mark.parametrize(
    ("world", "line", "place", "told"),
    [
        ("dusk_lake", "trim_db = { wind = 60 }", "4:13", "wind must be from -24 to 6; found 60."),
        ("two_winds", 'trim_db = { "wind 2" = -60 }', "4:13", 'The nearest allowed is: "wind 2" = -24'),
        ("dusk_lake", 'trim_db = { wind = "soft" }', "4:13", "wind must be a number from -24 to 6"),
        ("dusk_lake", 'muted = ["brids"]', "4:10", 'Did you mean "birds"?'),
        (
            "dusk_lake",
            "trim_db = { rain_on_glass = -3 }",
            "4:13",
            '"dusk_lake" has no voice called "rain_on_glass".',
        ),
        ("dusk_lack", "meander = true", "2:1", 'Did you mean "dusk_lake"?'),
        ("dusk_lake", "meander = 1", "4:1", "meander must be true or false"),
        ("dusk_lake", "mander = true", "4:1", 'Did you mean "meander"?'),
        ("dusk_lake", "meander = tru", "4:11", ""),
    ],
)
def test_every_mistake_of_a_file_is_told_at_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], world: str, line: str, place: str, told: str
) -> None:
    file = tmp_path / "x.toml"
    file.write_text(FILE.format(world=world, line=line))
    assert main(["mix", "import", str(file)]) == Exit.PROBLEMS
    said = capsys.readouterr().err
    assert f"x.toml:{place}: " in said
    assert told in said
    assert "Traceback" not in said


@pytest.mark.parametrize("text", [b"", b"\xff\xfe\x00", b"\x00\x01", b"[[" * 3000])
def test_no_file_whatever_ends_in_a_traceback(
    shelf: Path, tmp_path: Path, text: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.toml").write_bytes(text)
    assert main(["mix", "import", str(tmp_path / "x.toml")]) == Exit.PROBLEMS
    assert "x.toml:" in capsys.readouterr().err
    assert not shelf.exists()
