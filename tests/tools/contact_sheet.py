"""A contact sheet of one world: seeds across, hours down. For judging pictures by eye.

`python -m tests.tools.contact_sheet dusk_lake sheet.png --size 640x360 --seeds 1,2 --hours 6.2,12,18.5,23`
"""

from __future__ import annotations

import argparse

from PIL import Image

from game.export.frames import frames
from game.headless import open_context
from game.signals.source import SignalSource
from worlds.catalogue import find
from worlds.reading import read_world


def main() -> None:
    """Draw the sheet."""
    parser = argparse.ArgumentParser()
    parser.add_argument("world")
    parser.add_argument("out")
    parser.add_argument("--size", default="640x360")
    parser.add_argument("--seeds", default="1,2,3,4")
    parser.add_argument("--hours", default="6.2,12,18.5,23")
    parser.add_argument("--at", type=float, default=40.0)
    arguments = parser.parse_args()
    entry = find(arguments.world)
    assert entry is not None
    world, ctx = read_world(entry.folder), open_context()
    width, height = map(int, arguments.size.split("x"))
    seeds = [int(s) for s in arguments.seeds.split(",")]
    hours = [float(h) for h in arguments.hours.split(",")]
    sheet = Image.new("RGB", (width * len(seeds), height * len(hours)))
    for column, seed in enumerate(seeds):
        for row, hour in enumerate(hours):
            source = SignalSource(world, seed, hour)
            for pixels in frames(ctx, world, source, seed, (width, height), [arguments.at]):
                sheet.paste(Image.fromarray(pixels), (column * width, row * height))
    sheet.save(arguments.out)


if __name__ == "__main__":
    main()
