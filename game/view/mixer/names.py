"""What a visitor reads for each part of a world's sound."""

from __future__ import annotations

from game.text import Translate
from worlds.parts import BELL, MUSIC, TOUCHES


def spoken(kind: str) -> str:
    """The English name of a kind of voice: "rain_on_glass" is "Rain on glass". Collected for translation."""
    return kind.replace("_", " ").capitalize()


def part_name(_: Translate, part: str) -> str:
    """The name of a part of `worlds.parts`."""
    fixed = {
        MUSIC: _("Music"),
        f"{MUSIC}/chords": _("Chords"),
        f"{MUSIC}/marks": _("Single strokes"),
        f"{MUSIC}/melody": _("Melody"),
        f"{MUSIC}/answer": _("Answers to the melody"),
        TOUCHES: _("Answers to your touch"),
        BELL: _("Bell of a visit"),
    }
    if part in fixed:
        return fixed[part]
    kind, _blank, count = part.partition(" ")
    return f"{_(spoken(kind))} {count}".rstrip()
