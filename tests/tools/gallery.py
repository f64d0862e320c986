"""The page of all built-in worlds, `docs/gallery.md`, with a picture of each: `python -m tests.tools.gallery`.

Ids of worlds make only their pictures anew: `python -m tests.tools.gallery dusk_lake`; `--text` makes none.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from game.export.frames import frames
from game.headless import open_context
from game.signals.source import SignalSource
from worlds.catalogue import Entry, entries
from worlds.format.kinds import kind_of
from worlds.format.touch import Touch
from worlds.format.world import World
from worlds.reading import read_world

PAGE = Path(__file__).parents[2] / "docs" / "gallery.md"
PICTURES = PAGE.parent / "gallery"
SIZE_PX = (960, 540)
AT_S = 40.0
SEED = 1
BEST_HOURS = {
    "cloud_sea": 6.8,
    "dune_night": 22.5,
    "dusk_lake": 19.2,
    "firefly_wood": 23.0,
    "hearth": 19.5,
    "high_meadow": 12.5,
    "koi_pond": 11.0,
    "lantern_river": 21.0,
    "moonlit_tide": 22.5,
    "northern_snow": 22.5,
    "rain_window": 19.2,
}
"""When a place shows what it is named for; others are shown in the morning."""
MORNING_HOUR = 9.5
INTRODUCTION = """# The worlds

Each is a folder in `worlds/packs`, written in the format of [packs.md](packs.md), with nothing that a pack of your
own could not have. Every seed is another view of the place, every hour of the day another light.
`stillroom play NAME` opens one; `stillroom render NAME --out picture.png --hour 7 --seed 3` makes a picture.

<!-- Written by `python -m tests.tools.gallery`, from the packs. -->
"""


def page() -> str:
    """The whole document."""
    return INTRODUCTION + "\n" + "\n".join(line for entry in shelf() for line in section(entry))


def shelf() -> list[Entry]:
    """The built-in worlds."""
    return [entry for entry in entries() if entry.builtin]


def section(entry: Entry) -> Iterator[str]:
    """What the page says of one world."""
    world = read_world(entry.folder)
    yield from (f"## {world.world.name}", "", world.world.summary, "")
    yield from (f"![{world.world.name}](gallery/{entry.id}.jpg)", "")
    yield from (f"`{entry.id}`", "")
    yield f"- **To see**: {_kinds(world)}"
    yield f"- **To hear**: {_voices(world)}"
    yield f"- **To touch**: {', '.join(map(_answer, world.touch)) or 'nothing'}"
    yield ""


def _kinds(world: World) -> str:
    return ", ".join(dict.fromkeys(f"`{kind_of(type(layer))}`" for layer in world.layers))


def _voices(world: World) -> str:
    return ", ".join(dict.fromkeys(f"`{kind_of(type(voice))}`" for voice in world.voices))


def _answer(touch: Touch) -> str:
    answers = " and ".join(f"`{each}`" for each in (touch.look, touch.answering_kind) if each != "none")
    return f"{touch.on} for {answers}"


def draw(entry: Entry) -> None:
    """Write the picture of one world."""
    world = read_world(entry.folder)
    source = SignalSource(world, SEED, BEST_HOURS.get(entry.id, MORNING_HOUR))
    PICTURES.mkdir(exist_ok=True)
    for pixels in frames(open_context(), world, source, SEED, SIZE_PX, [AT_S]):
        Image.fromarray(pixels).save(PICTURES / f"{entry.id}.jpg", quality=88, optimize=True)


def main() -> None:
    """Write the page and its pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("worlds", nargs="*")
    parser.add_argument("--text", action="store_true")
    options = parser.parse_args()
    PAGE.write_text(page(), encoding="utf-8")
    for old in PICTURES.glob("*.jpg"):
        if old.stem not in {entry.id for entry in shelf()}:
            old.unlink()
    for entry in [] if options.text else shelf():
        if not options.worlds or entry.id in options.worlds:
            draw(entry)
            print(entry.id)


if __name__ == "__main__":
    main()
