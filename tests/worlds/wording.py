"""The wording of every broken pack, as it stands beside it in `expected.txt`.

`python -m tests.worlds.wording` writes them all anew; read the difference before committing it.
"""

from __future__ import annotations

from pathlib import Path

from worlds.format.base import Model
from worlds.format.instrument import InstrumentModel
from worlds.format.kinds import kind_of, models_in
from worlds.format.layer import LayerModel
from worlds.format.voice import VoiceModel
from worlds.format.voices import TOUCHABLE
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
        lists = {
            f"there is {_kinds('layers', LayerModel)}": "LAYERS",
            f"there is {_kinds('voices', VoiceModel)}": "VOICES",
            _kinds("voices", InstrumentModel): "INSTRUMENTS",
            either(["none", *TOUCHABLE]): "SOUNDS",
        }
        for listed, name in lists.items():
            text = text.replace(listed, name)
        return text
    return ""


def _kinds(package: str, base: type[Model]) -> str:
    return either(sorted(map(kind_of, models_in(f"worlds.format.{package}", base))))


def main() -> None:
    """Write every expected wording anew."""
    for pack in sorted(BROKEN.iterdir()):
        (pack / EXPECTED).write_text(said(pack) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
