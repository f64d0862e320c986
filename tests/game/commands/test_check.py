"""`check`, `list` and `new`, as a maker meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import audio
from game.cli import main
from tests.worlds.wording import BROKEN


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A visitor's own folder of worlds, away from the real one."""
    folder = tmp_path / "own worlds"
    for module in ("check", "list", "new"):
        monkeypatch.setattr(f"game.commands.{module}.own_folder", lambda: folder)
    return folder


def test_a_good_world_by_id_by_folder_and_by_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    main(["new", str(tmp_path / "here")])
    for path in ("dusk_lake", str(tmp_path / "here"), str(tmp_path / "here" / "world.toml")):
        assert main(["check", path]) == 0
    assert "No mistakes." in capsys.readouterr().out


def test_mistakes_are_told_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(BROKEN / "many_mistakes"), str(BROKEN / "empty_name")]) == 1
    text = capsys.readouterr().out
    assert "many_mistakes/world.toml:9:1: horizon_ratio must be from 0.05 to 0.95; found 3." in text
    assert text.endswith("7 mistakes in 2 files.\n")


def test_a_sound_damaged_behind_its_head_is_told_at_its_key(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    text = 'format = 1\n[world]\nname = "Here"\n[[voice]]\nkind = "wind"\n[[voice]]\nkind = "recording"\n'
    (folder / "world.toml").write_text(text + 'file = "a.ogg"\n', encoding="utf-8")
    content = bytearray((Path(audio.__file__).parent / "voices" / "recording.ogg").read_bytes())
    middle = len(content) // 2
    content[middle : middle + 200] = bytes(200)
    (folder / "a.ogg").write_bytes(content)
    assert main(["check", "--json", str(folder)]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["line"], problem["key"]) == (8, "voice[1].file")
    assert problem["message"].startswith("this sound is damaged: it says that it lasts 12 s")


def test_json_alone_stands_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json", str(BROKEN / "misspelt_key")]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert problem == {
        "path": str(BROKEN / "misspelt_key" / "world.toml"),
        "line": 7,
        "column": 1,
        "key": "camera.horizon_rato",
        "message": '[camera] has no key "horizon_rato".',
        "suggestion": 'Did you mean "horizon_ratio"?',
    }
    assert main(["check", "--json", "dusk_lake"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize("path", ["no_such_world", "/no/such/folder", __file__, "x" * 300, "/" + "y" * 5000])
def test_what_is_no_pack_is_said_to_be_none(capsys: pytest.CaptureFixture[str], path: str) -> None:
    assert main(["check", path]) == 1
    assert f"{path}:1:1: " in capsys.readouterr().out


def test_check_without_a_path_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as caught:
        main(["check"])
    assert caught.value.code == 2


def test_a_new_world_is_whole_named_and_listed(capsys: pytest.CaptureFixture[str], own: Path) -> None:
    assert main(["new", "evening_hill"]) == 0
    assert str(own / "evening_hill" / "world.toml") in capsys.readouterr().out
    assert main(["check", "evening_hill"]) == 0
    assert json.loads((own / "evening_hill" / "world.schema.json").read_text())["title"] == "World"
    capsys.readouterr()
    main(["list", "--json"])
    listed = json.loads(capsys.readouterr().out)
    assert ("dusk_lake", True) in {(each["id"], each["builtin"]) for each in listed}
    assert listed[-1] == {
        "id": "evening_hill",
        "name": "Evening Hill",
        "path": str(own / "evening_hill"),
        "builtin": False,
        "version": "1.0.0",
    }


@pytest.mark.parametrize("name", ["Evening Hill", "../Up/", "dusk_lake", "x" * 41])
def test_names_that_cannot_be_are_refused(capsys: pytest.CaptureFixture[str], own: Path, name: str) -> None:
    assert main(["new", name]) in (1, 2)
    assert "stillroom: " in capsys.readouterr().err
    assert not own.exists()


def test_new_never_writes_over_anything(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "mine").mkdir(parents=True)
    (own / "mine" / "notes.txt").write_text("keep me")
    assert main(["new", "mine"]) == 1
    assert [file.name for file in (own / "mine").iterdir()] == ["notes.txt"]
    assert "left as it is" in capsys.readouterr().err


def test_where_nothing_can_be_written_one_line_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert main(["new", str(tmp_path / "file" / "mine")]) == 1
    assert "could not be made" in capsys.readouterr().err


def test_list_points_to_check_for_what_cannot_be_opened(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("broken", "dusk_lake"):
        (own / name).mkdir(parents=True)
        (own / name / "world.toml").write_text("nothing")
    assert main(["list", "--json"]) == 0
    out, err = capsys.readouterr()
    assert all(entry["builtin"] for entry in json.loads(out))
    assert f'stillroom check "{own / "broken"}"' in err
    assert "has the id of a built-in world" in err
