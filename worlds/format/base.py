"""What all models of the pack format share."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Model(BaseModel):
    """A table of a pack: unknown keys, wrong types, NaN and infinity are mistakes, never guesses."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        allow_inf_nan=False,
        use_attribute_docstrings=True,
    )


Ratio = Annotated[float, Field(ge=0.0, le=1.0)]
"""A plain number from 0 to 1."""

Hour = Annotated[float, Field(ge=0.0, le=24.0)]
"""A time of day in hours, 0..24."""

Colour = Annotated[
    str,
    Field(
        pattern=r"^#[0-9a-fA-F]{6}$",
        examples=["#20305c"],
        json_schema_extra={"x-form": 'a colour like "#20305c": # and six digits 0-9, a-f'},
    ),
]
"""A colour as "#rrggbb" (sRGB)."""
