"""What must hold between the parts of a pack, beyond what each key allows on its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from worlds import drawings, recordings
from worlds.documents import Document
from worlds.format.kinds import kind_of, models_in
from worlds.format.layer import LayerModel
from worlds.format.layers.silhouette import is_name as is_drawing
from worlds.format.score import PARTS
from worlds.format.voice import VoiceModel
from worlds.format.voices.recording import is_name as is_recording
from worlds.format.world import FORMAT, ID_FORM, PACK_ID
from worlds.own_files import Unfit
from worlds.positions import KeyPath
from worlds.said import said, untranslated
from worlds.wording import Mistake
from worlds.words import either, found, nearest, plain, quoted

SMALLEST = untranslated('The smallest world is three lines: format = 1, then [world], then name = "My World".')

LINE = f"format = {FORMAT}"

CLOSEST_KEYS_H = 0.25
"""Palettes nearer to each other than this would change the light faster than is calm."""

SHORTEST_DAY_H = 2.0
"""What sunrise and sunset must be apart, by day and by night."""


def broken_rules(document: Document, folder: Path) -> list[Mistake]:
    """Every rule a pack breaks; what is missing or of the wrong type is left to the models to tell."""
    data = document.data
    if not data:
        return [Mistake((), said("this file is empty."), said(SMALLEST))]
    if is_of_the_future(data):
        return list(_format(data))
    mistakes = [*_format(data), *_id(data, folder.resolve().name)]
    for own in OWN_FILES:
        mistakes += _own_files(own, data, document.folder_of(own.table, folder))
    return mistakes + [mistake for rule in _RULES for mistake in rule(data)]


def is_of_the_future(data: dict[str, Any]) -> bool:
    """Whether a pack is written in a later format, so that its other keys cannot be judged here."""
    written = data.get("format")
    return isinstance(written, int) and written > FORMAT


def _format(data: dict[str, Any]) -> Iterator[Mistake]:
    written = data.get("format")
    if "format" not in data:
        message = said("this file does not say in which pack format it is written.")
        yield Mistake(("format",), message, said("Begin it with the line: {line}", line=LINE))
    elif is_of_the_future(data):
        message = said(
            "this world is written in pack format {found}; this Stillroom reads format {ours}.",
            found=quoted(written),
            ours=FORMAT,
        )
        yield Mistake(("format",), message, said("A newer Stillroom will open it."))
    elif written != FORMAT or isinstance(written, bool):
        message = said("{key} must be {what}; found {found}.", key="format", what=FORMAT, found=found(written))
        yield Mistake(("format",), message, said("Write: {line}", line=LINE))


def _id(data: dict[str, Any], folder_name: str) -> Iterator[Mistake]:
    """Settings, postcards and `play ID` find a pack by its folder, so an id that differs would mislead them."""
    about = data.get("world")
    if not isinstance(about, dict):
        return
    written = about.get("id", folder_name)
    folder_serves = re.fullmatch(PACK_ID, folder_name)
    if "id" not in about and not folder_serves:
        message = said(
            "the folder is called {name}; a world's folder has {form}.",
            name=quoted(folder_name),
            form=said(ID_FORM),
        )
        yield Mistake(("world", "id"), message, said("Rename the folder."))
    elif isinstance(written, str) and written != folder_name and re.fullmatch(PACK_ID, written):
        message = said(
            "the id is {id}, but the folder is called {name}; they must be alike.",
            id=quoted(written),
            name=quoted(folder_name),
        )
        or_away = said("Rename the folder, or leave the id away: the folder's name is then taken.")
        yield Mistake(
            ("world", "id"), message, or_away if folder_serves else said("Rename the folder, as the id is.")
        )


def _daylight(data: dict[str, Any]) -> Iterator[Mistake]:
    light = _table(data, "light")
    rise, set_ = _number(light, "sunrise_hour", 6.0), _number(light, "sunset_hour", 18.5)
    if not SHORTEST_DAY_H <= set_ - rise <= 24.0 - SHORTEST_DAY_H:
        key = "sunset_hour" if "sunset_hour" in light else "sunrise_hour"
        message = said(
            "the sun rises at {rise} and sets at {set}; both day and night last at least 2 hours.",
            rise=plain(rise),
            set=plain(set_),
        )
        hint = said("Hours run from 0 to 24, and the sun sets after it rises.")
        yield Mistake(("light", key), message, hint)


def _palettes(data: dict[str, Any]) -> Iterator[Mistake]:
    keys = _entries(_table(data, "light"), "key")
    hours = sorted((hour, number) for number, key in keys if (hour := _number(key, "hour", -1.0)) >= 0)
    around = [*hours[-1:], *hours] if len(hours) > 1 else []
    for (before, _), (hour, number) in pairwise(around):
        if (hour - before) % 24 < CLOSEST_KEYS_H:
            message = said(
                "the palettes at hour {before} and {after} are less than a quarter of an hour apart.",
                before=plain(before),
                after=plain(hour),
            )
            yield Mistake(("light", "key", number, "hour"), message, said("The light must not jump."))


def _crowds(data: dict[str, Any]) -> Iterator[Mistake]:
    """More of one kind than a weak computer can draw or sound in time."""
    layers = _kinds_in(data, "layer")
    voices = [*_kinds_in(data, "voice"), *_kinds_in_parts(data), *_kinds_in_touches(data)]
    for name, models, kinds in (("layer", _layer_models(), layers), ("voice", _voice_models(), voices)):
        most = {kind_of(model): model.most for model in models}
        seen: Counter[str] = Counter()
        for keys, kind in kinds:
            seen[kind] += 1
            if kind in most and seen[kind] == most[kind] + 1:
                message = said(
                    "a world may have at most {most} of the {table} {kind}.",
                    most=most[kind],
                    table=name,
                    kind=quoted(kind),
                )
                yield Mistake(keys, message, said("Take this one away."))


def _kinds_in(data: dict[str, Any], name: str) -> list[tuple[KeyPath, str]]:
    """Every kind written in a list of tables, with the way to it."""
    return [((name, number, "kind"), str(entry.get("kind"))) for number, entry in _entries(data, name)]


def _kinds_in_parts(data: dict[str, Any]) -> list[tuple[KeyPath, str]]:
    """Every instrument that a part of the score names."""
    score = _table(data, "score")
    return [(("score", part, "kind"), str(_table(score, part).get("kind"))) for part in PARTS if part in score]


def _kinds_in_touches(data: dict[str, Any]) -> list[tuple[KeyPath, str]]:
    """Every instrument that touches have for themselves; those written alike, and as loud, play one."""
    found: list[tuple[KeyPath, str]] = []
    seen: list[tuple[Any, Any]] = []
    for number, touch in _entries(data, "touch"):
        written = touch.get("instrument"), touch.get("loudness_db")
        if "instrument" in touch and written not in seen:
            seen.append(written)
            found.append((("touch", number, "instrument", "kind"), str(_table(touch, "instrument").get("kind"))))
    return found


def _answers(data: dict[str, Any]) -> Iterator[Mistake]:
    """An instrument of a touch's own, beside what would be passed over in silence."""
    for number, touch in _entries(data, "touch"):
        if "instrument" in touch and "sound" in touch:
            message = said("this touch has an instrument of its own, and names a sound besides.")
            yield Mistake(("touch", number, "sound"), message, said("Take one of them away."))
        if "loudness_db" in _table(touch, "instrument"):
            message = said("how loud an answer is stands in its touch.")
            hint = said("Write this line under [[touch]], above [touch.instrument].")
            yield Mistake(("touch", number, "instrument", "loudness_db"), message, hint)


def _looks(data: dict[str, Any]) -> Iterator[Mistake]:
    """A touch whose look no layer answers would be dead under the visitor's hand."""
    answers = {kind_of(model): model.answers for model in _layer_models()}
    kinds = [str(layer.get("kind")) for _, layer in _entries(data, "layer")]
    if not all(kind in answers for kind in kinds):
        return
    answered = frozenset().union(*(answers[kind] for kind in kinds))
    for number, touch in _entries(data, "touch"):
        look = touch.get("look", "none")
        if isinstance(look, str) and look != "none" and look not in answered:
            message = said("no layer of this world answers the look {look}.", look=quoted(look))
            yield Mistake(("touch", number, "look"), message, _other_look(look, answered))


def _other_look(look: str, answered: frozenset[str]) -> str:
    if near := nearest(look, answered):
        return said("Did you mean {name}?", name=quoted(near))
    kinds = [kind_of(model) for model in _layer_models() if look in model.answers]
    if kinds:
        return said("A layer of kind {kinds} would.", kinds=either(kinds))
    if answered:
        return said("Its layers answer {looks}.", looks=either(sorted(answered)))
    return said('Write "none", or leave it away.')


@dataclass(frozen=True)
class OwnFile:
    """A kind that shows or plays a file of the maker's own."""

    table: str
    kind: str
    is_name: Callable[[str], bool]
    inspect: Callable[[str, Path], None]
    """Raises `Unfit`."""


OWN_FILES = (
    OwnFile("voice", "recording", is_recording, recordings.inspect),
    OwnFile("layer", "silhouette", is_drawing, drawings.inspect),
)


def _own_files(own: OwnFile, data: dict[str, Any], folder: Path) -> Iterator[Mistake]:
    """Files that are missing, damaged, or not such as can be used."""
    for number, entry in _entries(data, own.table):
        name = entry.get("file")
        if entry.get("kind") == own.kind and isinstance(name, str) and own.is_name(name):
            try:
                own.inspect(name, folder)
            except Unfit as unfit:
                yield Mistake((own.table, number, "file"), unfit.message, unfit.suggestion)


def _table(data: dict[str, Any], name: str) -> dict[str, Any]:
    table = data.get(name)
    return table if isinstance(table, dict) else {}


def _entries(data: dict[str, Any], name: str) -> list[tuple[int, dict[str, Any]]]:
    """The tables of a list of tables, with their numbers."""
    entries = data.get(name)
    return (
        [(n, entry) for n, entry in enumerate(entries) if isinstance(entry, dict)]
        if isinstance(entries, list)
        else []
    )


def _number(table: dict[str, Any], name: str, without: float) -> float:
    value = table.get(name, without)
    return float(value) if isinstance(value, int | float) and 0 <= value <= 24 else without


def _layer_models() -> list[type[LayerModel]]:
    return models_in("worlds.format.layers", LayerModel)


def _voice_models() -> list[type[VoiceModel]]:
    return models_in("worlds.format.voices", VoiceModel)


_RULES: list[Callable[[dict[str, Any]], Iterator[Mistake]]] = [_daylight, _palettes, _crowds, _looks, _answers]
