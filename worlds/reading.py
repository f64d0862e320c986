"""From a pack's folder to a `World`, or to every mistake in it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from worlds.checking import checked
from worlds.documents import Document, read_document
from worlds.extending import extended
from worlds.files import is_folder
from worlds.format.layers.silhouette import Silhouette
from worlds.format.voices.recording import Recording
from worlds.format.world import World
from worlds.problems import WORLD_FILE, Problem, Unreadable
from worlds.rules import broken_rules, is_of_the_future
from worlds.said import said


def read_world(folder: Path) -> World:
    """Read the pack in a folder. Raises `Unreadable` with every mistake, each at its place; never anything else."""
    path = folder / WORLD_FILE
    if not is_folder(folder):
        raise Unreadable([Problem(folder, 1, 1, "", said("there is no such folder."))])
    if not os.path.lexists(path):
        message = said('this folder has no file "{name}", so it is no world.', name=WORLD_FILE)
        raise Unreadable([Problem(folder, 1, 1, "", message)])
    document = read_document(path, within=folder)
    if not document.data or is_of_the_future(document.data):
        broken = broken_rules(document, folder)
        raise Unreadable([document.problem(each.keys, each.message, each.suggestion) for each in broken])
    document, unfit = extended(_named(document, folder), folder, read_world)
    world = checked(World, document, [*unfit, *broken_rules(document, folder)])
    for voice in world.voices:
        if isinstance(voice, Recording):
            voice.lies_in(document.folder_of("voice", folder).resolve())
    for layer in world.layers:
        if isinstance(layer, Silhouette):
            layer.lies_in(document.folder_of("layer", folder).resolve())
    return world


def document_of(folder: Path) -> Document:
    """What stands in the pack in a folder, with what it takes over: to tell what only trying it out shows.

    Raises `Unreadable` if it cannot be read.
    """
    document = read_document(folder / WORLD_FILE, within=folder)
    return extended(_named(document, folder), folder, lambda _: None)[0]


def _named(document: Document, folder: Path) -> Document:
    """The document with the folder's name as its id, where it has none."""
    about = document.data.get("world")
    if not isinstance(about, dict) or "id" in about:
        return document
    return replace(document, data={**document.data, "world": {**about, "id": folder.resolve().name}})
