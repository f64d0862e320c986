"""Which worlds there are, and what an id opens."""

from __future__ import annotations

from pathlib import Path

from worlds.catalogue import BUILTIN, entries, find, hidden


def _pack(own: Path, name: str, text: str = 'format = 1\n[world]\nname = "Own"\n') -> Path:
    (own / name).mkdir(parents=True)
    (own / name / "world.toml").write_text(text)
    return own / name


def test_built_in_worlds_come_first_and_a_visitors_own_after_them(tmp_path: Path) -> None:
    _pack(tmp_path, "aa_mine")
    ids = [entry.id for entry in entries(tmp_path)]
    assert ids == [*(entry.id for entry in entries()), "aa_mine"]
    assert "dusk_lake" in ids


def test_a_folder_that_is_not_there_has_no_worlds(tmp_path: Path) -> None:
    assert entries(tmp_path / "nowhere") == entries()


def test_an_own_pack_never_takes_the_place_of_a_built_in_one(tmp_path: Path) -> None:
    folder = _pack(tmp_path, "dusk_lake")
    found = find("dusk_lake", tmp_path)
    assert found is not None
    assert found.builtin
    assert [entry.folder for entry in hidden(tmp_path)] == [folder]


def test_a_pack_is_found_by_id_by_folder_and_by_file(tmp_path: Path) -> None:
    folder = _pack(tmp_path, "mine")
    for name in ("mine", str(folder), str(folder / "world.toml")):
        found = find(name, tmp_path)
        assert found is not None
        assert (found.id, found.folder.resolve(), found.builtin) == ("mine", folder.resolve(), False)
    assert find("yours", tmp_path) is None


def test_a_built_in_pack_named_by_its_path_is_still_built_in() -> None:
    found = find(str(BUILTIN / "dusk_lake"))
    assert found is not None
    assert found.builtin


def test_a_broken_pack_is_listed_and_troubles_no_other(tmp_path: Path) -> None:
    _pack(tmp_path, "broken", "no toml")
    _pack(tmp_path, "whole")
    assert [entry.id for entry in entries(tmp_path) if not entry.builtin] == ["broken", "whole"]
