"""What each part of a world's sound is called in a visitor's mix.

A name must still fit after a maker has moved things about: so it is a kind and a count, never a place in the list.
"""

from __future__ import annotations

from collections import Counter

from worlds.format.kinds import kind_of
from worlds.format.world import World

MUSIC, TOUCHES, BELL = "score", "touch", "bell"
"""All of the music, all answers to touches, and the bell of a visit."""


def voice_parts(world: World) -> list[str]:
    """A name for each voice, in the order written: its kind, with its number from the second on: "wind 2"."""
    seen: Counter[str] = Counter()
    names = []
    for model in world.voices:
        kind = kind_of(type(model))
        seen[kind] += 1
        names.append(kind if seen[kind] == 1 else f"{kind} {seen[kind]}")
    return names


def parts(world: World) -> list[str]:
    """Everything a visitor may trim, in the order in which it is shown: voices, music, touches, bell."""
    music = [MUSIC, *(f"{MUSIC}/{name}" for name in world.score.players)] if world.score else []
    answers = [TOUCHES] if any(touch.answering_kind != "none" for touch in world.touch) else []
    return [*voice_parts(world), *music, *answers, BELL]


def parts_of(name: str, world: World) -> tuple[str, ...]:
    """The parts to which a voice belongs that the synth knows by a name such as "voice/2" or "score/melody"."""
    home, _, rest = name.partition("/")
    if home == "voice":
        return (voice_parts(world)[int(rest)],)
    return (MUSIC, name) if home == MUSIC else (home,)
