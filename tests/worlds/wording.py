"""The wording of every broken pack, as it stands beside it in `expected.txt`.

`python -m tests.worlds.wording` writes them all anew; read the difference before committing it.
"""

from __future__ import annotations

from pathlib import Path

from worlds.format.base import Model
from worlds.format.kinds import kind_of, models_in
from worlds.format.layer import LayerModel
from worlds.format.voice import VoiceModel
from worlds.problems import Unreadable
from worlds.reading import read_world
from worlds.report import as_text
from worlds.words import either

BROKEN = Path(__file__).parents[1] / "broken_packs"
EXPECTED = "expected.txt"


def said(pack: Path) -> str:
    """What a maker reads about a pack, without what changes as kinds of layers and voices are added."""
    try:
        read_world(pack)
    except Unreadable as unreadable:
        text = (
            as_text(unreadable.problems).replace(f"{pack}/", "").replace(str(pack), ".").replace(str(BROKEN), "..")
        )
        return text.replace(_there_is("layers", LayerModel), "LAYERS").replace(
            _there_is("voices", VoiceModel), "VOICES"
        )
    return ""


def _there_is(kinds: str, base: type[Model]) -> str:
    return f"there is {either(sorted(map(kind_of, models_in(f'worlds.format.{kinds}', base))))}"


def main() -> None:
    """Write every expected wording anew."""
    for pack in sorted(BROKEN.iterdir()):
        (pack / EXPECTED).write_text(said(pack) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
