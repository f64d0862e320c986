"""Make the golden pictures of this driver anew: `python -m tests.tools.golden`. Then look at every one of them."""

from __future__ import annotations

from PIL import Image

from game.headless import open_context
from tests.game.worlds.golden import CASES, drawn, folder


def main() -> None:
    """Draw and save every case."""
    ctx = open_context()
    home = folder(ctx)
    home.mkdir(parents=True, exist_ok=True)
    for old in home.glob("*.png"):
        old.unlink()
    for case in CASES:
        Image.fromarray(drawn(ctx, case)).save(home / f"{case}.png", optimize=True)
        print(home / f"{case}.png")


if __name__ == "__main__":
    main()
