"""What all models of the pack format share."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from worlds.format.docstrings import field_docstrings
from worlds.said import untranslated


class Model(BaseModel):
    """A table of a pack: unknown keys, wrong types, NaN and infinity are mistakes, never guesses.

    A model builds its validator when it is first asked to check something: most kinds never are, as the `World`
    has one for all of them.
    """

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        allow_inf_nan=False,
        defer_build=True,
    )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The schema, each field with the docstring under it as its description."""
        schema = handler(core_schema)
        properties = handler.resolve_ref_schema(schema).get("properties", {})
        for name, text in field_docstrings(cls).items():
            if (field := cls.model_fields.get(name)) is not None:
                properties[field.alias or name].setdefault("description", text)
        return schema


Ratio = Annotated[float, Field(ge=0.0, le=1.0)]
"""A plain number from 0 to 1."""

Hour = Annotated[float, Field(ge=0.0, le=24.0)]
"""A time of day in hours, 0..24."""

Colour = Annotated[
    str,
    Field(
        pattern=r"^#[0-9a-fA-F]{6}$",
        examples=["#20305c"],
        json_schema_extra={"x-form": untranslated('a colour like "#20305c": # and six digits 0-9, a-f')},
    ),
]
"""A colour as "#rrggbb" (sRGB)."""
