"""Parts of a world keep their names when a maker moves things about."""

from __future__ import annotations

from tests.audio.worlds import world
from worlds.parts import parts, parts_of, voice_parts

WIND, RAIN, NEAR_WIND = {"kind": "wind"}, {"kind": "drips"}, {"kind": "wind", "through": "grass"}


def test_voices_are_named_by_kind_and_count_not_by_place() -> None:
    assert voice_parts(world(voice=[WIND, RAIN, NEAR_WIND])) == ["wind", "drips", "wind 2"]
    assert voice_parts(world(voice=[RAIN, WIND, NEAR_WIND])) == ["drips", "wind", "wind 2"]


def test_a_world_lists_only_what_it_has() -> None:
    assert parts(world(voice=[WIND])) == ["wind", "bell"]
    full = world(voice=[WIND], score={}, touch=[{"on": "press", "sound": "pluck"}])
    assert parts(full)[:2] == ["wind", "score"]
    assert parts(full)[-2:] == ["touch", "bell"]
    assert "touch" not in parts(world(touch=[{"on": "press", "look": "none"}]))


def test_whoever_sounds_belongs_to_parts_that_are_listed() -> None:
    full = world(voice=[WIND, RAIN, NEAR_WIND], score={}, touch=[{"on": "press", "sound": "pluck"}])
    assert parts_of("voice/2", full) == ("wind 2",)
    assert parts_of("touch/pluck/-26.0", full) == ("touch",)
    assert parts_of("bell", full) == ("bell",)
    assert parts_of("score/melody", full) == ("score", "score/melody")
    players = [name for name in parts(full) if name.startswith("score/")]
    assert players
    assert all(parts_of(name, full) == ("score", name) for name in players)
