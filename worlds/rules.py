"""What must hold between the parts of a pack, beyond what each key allows on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from worlds.documents import Document
from worlds.format.kinds import kind_of, models_in
from worlds.format.layer import LayerModel
from worlds.format.world import FORMAT, ID_FORM, PACK_ID
from worlds.wording import Mistake
from worlds.words import either, found, nearest, quoted

SMALLEST = 'The smallest world is two lines: format = 1 and [world] with name = "My World".'


def broken_rules(document: Document, folder: Path) -> list[Mistake]:
    """Every rule a pack breaks; rules about keys that are missing or of the wrong type are silent."""
    if not document.data:
        return [Mistake((), "this file is empty.", SMALLEST)]
    return [*_format(document.data), *_id(document.data, folder.resolve().name), *_looks(document.data)]


def is_of_the_future(data: dict[str, Any]) -> bool:
    """Whether a pack is written in a later format, so that its other keys cannot be judged here."""
    written = data.get("format")
    return isinstance(written, int) and written > FORMAT


def _format(data: dict[str, Any]) -> Iterator[Mistake]:
    written = data.get("format")
    if "format" not in data:
        message = "this file does not say in which pack format it is written."
        yield Mistake(("format",), message, f"Begin it with the line: format = {FORMAT}")
    elif is_of_the_future(data):
        message = f"this world is written in pack format {quoted(written)}; this Stillroom reads format {FORMAT}."
        yield Mistake(("format",), message, "A newer Stillroom will open it.")
    elif written != FORMAT or isinstance(written, bool):
        yield Mistake(("format",), f"format must be {FORMAT}; found {found(written)}.", f"Write: format = {FORMAT}")


def _id(data: dict[str, Any], folder_name: str) -> Iterator[Mistake]:
    """Settings, postcards and `play ID` find a pack by its folder, so an id that differs would mislead them."""
    about = data.get("world")
    if not isinstance(about, dict):
        return
    written = about.get("id", folder_name)
    folder_serves = re.fullmatch(PACK_ID, folder_name)
    if "id" not in about and not folder_serves:
        message = f"the folder is called {quoted(folder_name)}; a world's folder has {ID_FORM}."
        yield Mistake(("world", "id"), message, "Rename the folder.")
    elif isinstance(written, str) and written != folder_name and re.fullmatch(PACK_ID, written):
        message = (
            f"the id is {quoted(written)}, but the folder is called {quoted(folder_name)}; they must be alike."
        )
        away = "or leave the id away: the folder's name is then taken" if folder_serves else "as the id is"
        yield Mistake(("world", "id"), message, f"Rename the folder, {away}.")


def _looks(data: dict[str, Any]) -> Iterator[Mistake]:
    """A touch whose look no layer answers would be dead under the visitor's hand."""
    answered = _answered(data.get("layer", []))
    touches = data.get("touch")
    if answered is None or not isinstance(touches, list):
        return
    for number, touch in enumerate(touches):
        look = touch.get("look", "none") if isinstance(touch, dict) else "none"
        if isinstance(look, str) and look != "none" and look not in answered:
            message = f"no layer of this world answers the look {quoted(look)}."
            yield Mistake(("touch", number, "look"), message, _other_look(look, answered))


def _other_look(look: str, answered: frozenset[str]) -> str:
    if near := nearest(look, answered):
        return f"Did you mean {quoted(near)}?"
    kinds = [kind_of(model) for model in _layer_models() if look in model.answers]
    if kinds:
        return f"A layer of kind {either(kinds)} would."
    return f"Its layers answer {either(sorted(answered))}." if answered else 'Write "none", or leave it away.'


def _answered(layers: object) -> frozenset[str] | None:
    """The looks the layers of a pack answer; None while that cannot be told."""
    if not isinstance(layers, list):
        return None
    answers = {kind_of(model): model.answers for model in _layer_models()}
    kinds = [str(layer.get("kind")) if isinstance(layer, dict) else "" for layer in layers]
    if not all(kind in answers for kind in kinds):
        return None
    return frozenset().union(*(answers[kind] for kind in kinds))


def _layer_models() -> list[type[LayerModel]]:
    return [model for model in models_in("worlds.format.layers", LayerModel) if issubclass(model, LayerModel)]
