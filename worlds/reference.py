"""The makers' reference, generated from the models: `python -m worlds.reference` writes it into `docs/packs.md`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from worlds.allowed import Allowed, Schema, described
from worlds.format.kinds import kind_of, models_in
from worlds.format.layer import LayerModel
from worlds.format.voice import VoiceModel
from worlds.format.world import World
from worlds.words import either, plain, quoted

DOCUMENT = Path(__file__).parents[1] / "docs" / "packs.md"
MARK = "<!-- From here on written by `python -m worlds.reference`; what stands here comes from the models. -->\n"


def reference() -> str:
    """Every table of a pack with its keys, limits, units and usual values, as Markdown."""
    return "\n".join(_Reference().lines()) + "\n"


def voice_keys(kind: str) -> str:
    """The keys of one kind of voice, as a Markdown table."""
    found = _Reference()
    return "\n".join(found.keys(found.voice(kind)))


class _Reference:
    def __init__(self) -> None:
        self._allowed = Allowed(World)

    def lines(self) -> Iterator[str]:
        for name, schema in self._tables(self._allowed.root):
            yield from self._table(name, schema)
        yield from self._section("`place` of a voice", self._allowed.resolved({"$ref": "#/$defs/Place"}))
        follow = self._allowed.resolved({"$ref": "#/$defs/Follow"})
        yield from self._section("A Follow, in place of any number that says so", follow)

    def voice(self, kind: str) -> Schema:
        """The schema of a kind of voice."""
        voices = self._allowed.resolved(self._allowed.root["properties"]["voice"])
        return self._allowed.choices(self._allowed.resolved(voices["items"]))[kind]

    def _tables(self, schema: Schema) -> Iterator[tuple[str, Schema]]:
        """The tables and lists of tables that a table holds, each with the name of its heading."""
        for name, raw in schema.get("properties", {}).items():
            inner = self._allowed.resolved(raw)
            if (
                inner.get("type") == "object"
                or "$ref" in inner.get("items", {})
                or "discriminator" in inner.get("items", {})
            ):
                yield name, inner

    def _table(self, heading: str, schema: Schema) -> Iterator[str]:
        if schema.get("type") == "object":
            yield from self._section(f"`[{heading}]`", schema)
            for name, inner in self._tables(schema):
                yield from self._table(f"{heading}.{name}", inner)
            return
        entry = self._allowed.resolved(schema["items"])
        for kind, member in sorted(self._allowed.choices(entry).items()):
            yield from self._section(f'`[[{heading}]]` with `kind = "{kind}"`', member, _limits(heading, kind))
        if "properties" in entry:
            yield from self._section(f"`[[{heading}]]`", entry)

    def _section(self, title: str, schema: Schema, more: str = "") -> Iterator[str]:
        yield from (f"### {title}", "", f"{schema.get('description', '')} {more}".strip(), "")
        yield from self.keys(schema)

    def keys(self, schema: Schema) -> Iterator[str]:
        """The keys of a table as rows."""
        yield from ("| key | may be | without it | meaning |", "|---|---|---|---|")
        required = schema.get("required", [])
        for name, raw in sorted(schema["properties"].items(), key=lambda item: item[0] in LayerModel.model_fields):
            if name != "kind":
                yield self._row(name, self._allowed.resolved(raw), required=name in required)
        yield ""

    def _row(self, name: str, schema: Schema, required: bool) -> str:
        usual = "needed" if required else _usual(schema.get("default"))
        cells = (f"`{name}`", described(schema, name), usual, " ".join(schema.get("description", "").split()))
        return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _limits(heading: str, kind: str) -> str:
    """How many of a kind a world may have, and which looks of touches it answers."""
    layers = {kind_of(model): model for model in models_in("worlds.format.layers", LayerModel)}
    voices = {kind_of(model): model for model in models_in("worlds.format.voices", VoiceModel)}
    if heading == "voice":
        return f"At most {voices[kind].most} in a world."
    looks = either(sorted(layers[kind].answers))
    return f"At most {layers[kind].most} in a world." + (
        f" Answers touches with the look {looks}." if looks else ""
    )


def _usual(default: Any) -> str:
    if isinstance(default, dict) and "follow" in default:
        return f"follows {default['follow']}, {plain(default['from'])} to {plain(default['to'])}"
    if isinstance(default, dict) and "kind" in default:
        return f"`kind = {quoted(default['kind'])}`"
    return (
        f"`{quoted(default)}`" if isinstance(default, str | int | float | list) and default not in ("", []) else ""
    )


def document() -> str:
    """The whole document: its introduction as it stands, and the reference as the models have it now."""
    introduction = DOCUMENT.read_text(encoding="utf-8").partition(MARK)[0]
    return introduction + MARK + "\n" + reference()


def main() -> None:
    """Write the generated part of the document anew."""
    DOCUMENT.write_text(document(), encoding="utf-8")
    print(f"wrote {DOCUMENT}")


if __name__ == "__main__":
    main()
