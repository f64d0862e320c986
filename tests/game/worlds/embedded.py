"""Draw the first golden picture of each world with OpenGL ES into a folder: `python -m ...embedded FOLDER`.

In a process of its own, since a process has one kind of OpenGL.
"""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path

from PIL import Image

from game.driver import VARIABLE
from game.headless import open_context
from tests.game.worlds.golden import CASES, drawn

FIRST_SEED = 1


def main() -> None:
    """Draw and save them; say what draws."""
    os.environ[VARIABLE] = "es"
    warnings.simplefilter("ignore")  # arcade asks about limits that OpenGL ES does not have
    ctx = open_context()
    print(ctx.gl_api)
    for case in CASES:
        if case.seed == FIRST_SEED:
            Image.fromarray(drawn(ctx, case)).save(Path(sys.argv[1]) / f"{case}.png")


if __name__ == "__main__":
    main()
