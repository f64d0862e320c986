"""The kiosk's file: its mistakes, and what it means in words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.cli import main
from game.kiosk.config import Config, open_worlds, read_config, reread_config
from game.kiosk.explained import explained
from worlds.problems import Unreadable

DOCUMENT = Path(__file__).parents[3] / "docs" / "kiosk.md"
EXAMPLE = re.findall(r"```toml\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)[0]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kiosk.toml"


def problems(file: Path, text: str) -> list[str]:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        read_config(file, None)
    return [f"{p.line}:{p.column}: {p.message} {p.suggestion}".strip() for p in caught.value.problems]


def test_worlds_alone_are_a_kiosk(file: Path) -> None:
    file.write_text('worlds = ["dusk_lake"]')
    config = read_config(file, None)
    assert (config.session_minutes, config.pin, config.hours, config.fullscreen) == (10.0, None, None, True)


def test_the_example_of_the_document_is_right_and_names_every_key(file: Path) -> None:
    file.write_text(EXAMPLE, encoding="utf-8")
    config = read_config(file, None)
    assert len(open_worlds(config, None)) == len(config.worlds)
    assert [key for key in Config.model_fields if key not in EXAMPLE] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", '1:1: the top of the file needs the key "worlds". It must be a [list] of texts. Write it like this: '
             'worlds = ["dusk_lake"]'),
        ('worlds = ["dusk_lak"]', '1:11: there is no world called "dusk_lak". Did you mean "dusk_lake"?'),
        ('worlds = ["dusk_lake", 3]',
         '1:24: entry 2 of worlds must be a text in quotes; found 3. Put it in quotes: "3"'),
        ('worlds = ["dusk_lake"]\npin = 2580',
         '2:1: pin must be a text of 4 to 8 digits, like "2580"; found 2580. Put it in quotes: pin = "2580"'),
        ('worlds = ["dusk_lake"]\nvolume_ceiling_db = 6',
         "2:1: volume_ceiling_db must be from -60 to 0 dB; found 6. The nearest allowed is: volume_ceiling_db = 0"),
        ('worlds = ["dusk_lake"]\ninputs = ["mose"]',
         '2:11: entry 1 of inputs must be one of "touch", "mouse" or "keyboard"; found the text "mose". '
         'Did you mean "mouse"?'),
        ('worlds = ["dusk_lake"]\n[hours]\nmon = []', '3:1: [hours] has no key "mon". Did you mean "monday"?'),
        ('worlds = ["dusk_lake"]\n[hours]\nmonday = ["8-12"]',
         '3:11: entry 1 of monday must be from and to as "08:00-18:00", or past midnight as "20:00-02:00"; '
         'found the text "8-12". Write it like this: "08:00-18:00"'),
        ('worlds = ["dusk_lake"]\n[hours]\nmonday = ["08:00-08:00"]',
         '3:11: "08:00-08:00" begins and ends at the same time. All day is "00:00-24:00".'),
        ('worlds = ["dusk_lake"]\n[hours]\nmonday = []',
         '2:2: these hours leave the kiosk closed all week. Write for example: monday = ["08:00-18:00"]'),
        ("worlds = [", "1:11: TOML cannot read a value here."),
    ],
)  # fmt: skip
def test_mistakes_are_told_at_their_place(file: Path, text: str, expected: str) -> None:
    assert expected in problems(file, text)


PIECES = st.sampled_from(
    [*"[]{}=,.#'\"\\\n", "[hours]", "nan", "-9e99", "true", '"\\u0000"', f'"{"x" * 300}"', "08:00"]
)


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, len(EXAMPLE)), st.integers(0, 30), PIECES), min_size=1, max_size=3))
def test_any_change_to_the_file_is_a_kiosk_or_located_problems(
    file: Path, cuts: list[tuple[int, int, str]]
) -> None:
    text = EXAMPLE
    for at, length, piece in cuts:
        text = text[:at] + piece + text[at + length :]
    file.write_text(text, encoding="utf-8")
    try:
        read_config(file, None)
    except Unreadable as unreadable:
        lines = text.split("\n")
        found = unreadable.problems
    else:
        return
    assert found
    assert all(1 <= p.column <= len(lines[p.line - 1]) + 1 for p in found)


@pytest.mark.parametrize("name", ["\\u0000", "x" * 300, "/" + "y" * 5000, "~nobody", "../.."])
def test_names_no_world_can_have(file: Path, name: str) -> None:
    (problem,) = problems(file, f'worlds = ["{name}"]')
    assert problem.startswith("1:11: there is no world called")


def test_a_world_that_cannot_be_opened_is_a_mistake(file: Path, tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "world.toml").write_text("format = 1")
    (problem,) = problems(file, f'worlds = ["dusk_lake", "{tmp_path / "broken"}"]')
    assert "cannot be opened: its pack has a mistake." in problem
    assert "stillroom check" in problem


def test_a_pack_that_vanished_later_is_left_out(file: Path, tmp_path: Path) -> None:
    file.write_text(f'worlds = ["dusk_lake", "{tmp_path / "gone"}"]')
    config = reread_config(file)
    assert [world.world.id for world in open_worlds(config, None)] == ["dusk_lake"]


def test_the_meaning_is_said_in_words(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(EXAMPLE, encoding="utf-8")
    assert main(["kiosk", "check", str(file)]) == 0
    text = capsys.readouterr().out
    for part in (
        "Monday to Thursday: 08:00-12:00 and 13:00-18:00",
        "Sunday: closed",
        "until somebody touches",
        "PIN",
    ):
        assert part in text


def test_every_choice_changes_what_is_said() -> None:
    plain = Config(worlds=["dusk_lake"], pin="2580")
    said = explained(plain, [])
    for change in (
        {"still": True},
        {"fullscreen": False},
        {"pin": None},
        {"session_minutes": 3.0},
        {"inputs": ["touch"]},
    ):
        assert explained(plain.model_copy(update=change), []) != said


def test_mistakes_are_code_1_and_no_file_is_wrong_usage(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("worlds = 3")
    assert main(["kiosk", "check", str(file)]) == 1
    assert "1 mistake in 1 file." in capsys.readouterr().out
    assert main(["kiosk", "--config", str(file)]) == 1
    assert "kiosk.toml:1:1: worlds must be" in capsys.readouterr().err
    assert main(["kiosk"]) == 2
    assert main(["kiosk", "check", str(file.with_name("nothing.toml"))]) == 1
