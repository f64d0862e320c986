"""Who may do what to a kiosk."""

from __future__ import annotations

from typing import Literal

import pytest

from game.kiosk.config import InputName
from game.kiosk.lock import PAUSE_S, REFUSED_S, UNLOCKED_S, Lock
from game.kiosk.visitors import Visitors, begins
from game.view.inputs import Closing, Input, Key, Pointer
from game.view.keys import COMMANDS, VISITS, Command, world_number

PHASES: tuple[Literal["press", "move", "release"], ...] = ("press", "move", "release")


def type_in(lock: Lock, digits: str, t_s: float, gap_s: float = 0.3) -> bool:
    return any([lock.key(f"_{digit}", t_s + number * gap_s) for number, digit in enumerate(digits)])


def test_the_pin_unlocks_for_a_minute() -> None:
    lock = Lock("2580")
    assert not lock.is_open(0.0)
    assert type_in(lock, "2580", 100.0)
    assert lock.is_open(101.0 + UNLOCKED_S - 1)
    assert not lock.is_open(101.0 + UNLOCKED_S + 1)


def test_digits_of_the_number_pad_count_and_other_keys_do_not_disturb() -> None:
    lock = Lock("2580")
    assert [lock.key(name, 1.0) for name in ("NUM_2", "A", "NUM_5", "F5", "_8", "NUM_0")][-1]


def test_a_wrong_pin_makes_it_deaf_for_a_while() -> None:
    lock = Lock("2580")
    assert not type_in(lock, "2581", 0.0)
    assert not type_in(lock, "2580", 2.0)
    assert type_in(lock, "2580", 2.0 + REFUSED_S)


def test_digits_far_apart_do_not_belong_together() -> None:
    assert not type_in(Lock("2580"), "2580", 0.0, gap_s=PAUSE_S + 0.1)


def test_without_a_pin_nothing_unlocks() -> None:
    assert not type_in(Lock(None), "0000", 0.0)


@pytest.mark.parametrize("name", [*COMMANDS, *VISITS, "_1", "NUM_9", "A"])
def test_a_visitors_keys_never_leave_silence_or_change_the_world(name: str) -> None:
    heard = Visitors(["keyboard"]).heard(Key(name, True))
    assert isinstance(heard, Key)
    refused = {Command.LEAVE, Command.FULL_SCREEN, Command.MUTE, Command.HELP}
    assert COMMANDS.get(heard.name) not in refused
    assert heard.name not in VISITS
    assert world_number(heard.name) is None


def test_only_what_is_listed_is_heard() -> None:
    press, hover, key = Pointer("press", 0.5, 0.5), Pointer("move", 0.5, 0.5), Key("A", True)

    def heard(*inputs: InputName) -> list[bool]:
        visitors = Visitors(inputs)
        return [visitors.heard(what) is not None for what in (hover, press, hover, key)]

    assert heard("touch") == [False, True, True, False]
    assert heard("mouse") == [True, True, True, False]
    assert heard("keyboard") == [False, False, False, True]


def test_a_lifted_finger_ends_a_drag() -> None:
    visitors = Visitors(["touch"])
    press, move, release = (Pointer(phase, 0.1, 0.1) for phase in PHASES)
    heard = [visitors.heard(what) is not None for what in (press, move, release, move)]
    assert heard == [True, True, True, False]


def test_the_window_manager_cannot_close_it() -> None:
    assert Visitors(["touch", "mouse", "keyboard"]).heard(Closing()) is None


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        (Key("A", True), True),
        (Key("A", False), False),
        (Pointer("press", 0, 0), True),
        (Pointer("move", 0, 0), False),
    ],
)
def test_a_press_or_a_key_begins_and_a_shaken_table_does_not(what: Input, expected: bool) -> None:
    assert begins(what) is expected
