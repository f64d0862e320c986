"""What can be turned: the rows of the panel, each with what turning does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from audio.listening import Listening
from audio.messages import LEAST_TRIM_DB, MOST_TRIM_DB
from game.mixes.model import KeptMix
from game.settings import QUIETEST_DB, Settings
from game.text import Translate
from game.view.hearing import Hearing
from game.view.mixer import words
from game.view.mixer.names import part_name
from game.view.mixer.sheet import Line
from worlds.format.world import World
from worlds.parts import MUSIC, parts

CHOICE = "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK} {} \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
"""How a value looks that has others to its sides."""
Change = Callable[[KeptMix], None]
"""Lets another mix sound."""


@dataclass(frozen=True)
class Item:
    """One row."""

    line: Line
    """How it looks."""
    turn: Callable[[int], object]
    """By so many steps; negative is softer, or back."""
    press: Callable[[], object]
    """On or off, or on to the next."""
    reset: Callable[[], object]
    """As it was written."""
    slide: Callable[[float], object] | None = None
    """To a place of its slider, 0 to 1."""


def items(
    world: World, mix: KeptMix, presets: dict[str, KeptMix], change: Change, hearing: Hearing, _: Translate
) -> list[Item]:
    """All rows of a world, from top to bottom."""
    return [
        *(_part(part, mix, change, _) for part in parts(world)),
        _meander(mix, change, _),
        _preset(mix, presets, change, _),
        _volume(hearing, _),
        _listening(hearing, _),
        _night(hearing, _),
    ]


def _part(part: str, mix: KeptMix, change: Change, _: Translate) -> Item:
    db, muted = mix.trim_db.get(part, 0.0), part in mix.muted
    span_db = MOST_TRIM_DB - LEAST_TRIM_DB
    line = Line(
        part_name(_, part),
        words.level(_, db, muted),
        (db - LEAST_TRIM_DB) / span_db,
        muted,
        part.startswith(f"{MUSIC}/"),
    )
    return Item(
        line,
        turn=lambda steps: change(mix.trimmed(part, round(db) + steps)),
        press=lambda: change(mix.mute(part)),
        reset=lambda: change(mix.trimmed(part, 0.0)),
        slide=lambda ratio: change(mix.trimmed(part, round(LEAST_TRIM_DB + ratio * span_db))),
    )


def _meander(mix: KeptMix, change: Change, _: Translate) -> Item:
    line = Line(words.meander(_), words.switch(_, mix.meander), apart=True)
    return Item(
        line,
        turn=lambda steps: change(mix.drifting(steps > 0)),
        press=lambda: change(mix.drifting(not mix.meander)),
        reset=lambda: change(mix.drifting(False)),
    )


def _preset(mix: KeptMix, presets: dict[str, KeptMix], change: Change, _: Translate) -> Item:
    names = [words.as_written(_), *presets]
    mixes = [KeptMix(), *presets.values()]
    at = mixes.index(mix) if mix in mixes else None

    def turn(steps: int) -> None:
        start = at if at is not None else (-1 if steps > 0 else 0)
        change(mixes[(start + steps) % len(mixes)])

    value = words.unkept(_) if at is None else names[at]
    return Item(Line(words.preset(_), CHOICE.format(value)), turn, lambda: turn(1), lambda: change(KeptMix()))


def _volume(hearing: Hearing, _: Translate) -> Item:
    """The same as the keys turn in the world, which choose rows here."""

    def ratio(volume_db: float) -> float:
        return 1.0 - volume_db / QUIETEST_DB

    now, usual_db = ratio(hearing.volume_db), Settings().volume_db
    value = words.volume(_, now, hearing.is_muted)
    return Item(
        Line(words.volume_name(_), value, now, hearing.is_muted, apart=True, usual_ratio=ratio(usual_db)),
        turn=hearing.louder,
        press=hearing.mute,
        reset=lambda: hearing.turn_to(usual_db),
        slide=lambda place: hearing.turn_to(round((1.0 - place) * QUIETEST_DB)),
    )


def _listening(hearing: Hearing, _: Translate) -> Item:
    kinds: tuple[Listening, ...] = get_args(Listening)
    at = kinds.index(hearing.listening)

    def turn(steps: int) -> None:
        hearing.listen(kinds[(at + steps) % len(kinds)])

    value = words.listening_with(_, hearing.listening)
    line = Line(words.listening(_), CHOICE.format(value))
    return Item(line, turn, lambda: turn(1), lambda: hearing.listen(kinds[0]))


def _night(hearing: Hearing, _: Translate) -> Item:
    def turn(steps: int) -> None:
        if hearing.is_night != (steps > 0):
            hearing.night()

    line = Line(words.night(_), words.switch(_, hearing.is_night))
    return Item(line, turn, lambda: turn(-1 if hearing.is_night else 1), lambda: turn(-1))
