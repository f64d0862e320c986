"""`Follow`: how a maker ties a continuous value to a signal; and the arithmetic of it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeAlias

from pydantic import Discriminator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, Tag
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from worlds.format.base import Model
from worlds.signals import SignalName, Signals


class Follow(Model):
    """A value that follows a signal: `{ follow = "breath", from = 0.2, to = 0.6, smooth_s = 4 }`."""

    follow: SignalName
    """The signal to follow."""
    from_: float = Field(alias="from", examples=[0.2])
    """The value where the signal is at its lowest."""
    to: float = Field(examples=[0.6])
    """The value where the signal is at its highest."""
    smooth_s: float = Field(default=0.0, ge=0.0, le=600.0)
    """Time constant of the smoothing, in seconds."""


def following(signal: SignalName, low: float, high: float, smooth_s: float = 0.0) -> Follow:
    """A `Follow` written in Python, for the defaults of models."""
    return Follow.model_validate({"follow": signal, "from": low, "to": high, "smooth_s": smooth_s})


def _number_or_follow(value: object) -> str:
    return "follow" if isinstance(value, dict | Follow) else "number"


Value: TypeAlias = Annotated[
    Annotated[float, Tag("number")] | Annotated[Follow, Tag("follow")], Discriminator(_number_or_follow)
]
"""A continuous value in a pack: a number, or a `Follow`. Give it limits: `Annotated[Value, Range(0, 1)]`."""


def ends(value: Value) -> tuple[float, float]:
    """What a value is where the signal it follows is at its lowest, and at its highest."""
    return (value.from_, value.to) if isinstance(value, Follow) else (value, value)


@dataclass(frozen=True)
class Range:
    """Limits of a `Value`, both ends included; a `Follow` must stay inside them at both ends."""

    low: float
    high: float

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        found = handler(schema)
        for choice in found.get("oneOf", []):
            if choice.get("type") == "number":
                choice.update(minimum=self.low, maximum=self.high)
        return found

    def _check(self, value: float | Follow) -> float | Follow:
        ends = {"from": value.from_, "to": value.to} if isinstance(value, Follow) else {"": value}
        for end, number in ends.items():
            if not self.low <= number <= self.high:
                raise PydanticCustomError(
                    "value_range",
                    "must be from {low} to {high}, not {found}",
                    {"low": self.low, "high": self.high, "found": number, "end": end},
                )
        return value


@cache
def continuous(model: type[Model]) -> frozenset[str]:
    """The names of a model's fields that are a `Value`: read at every tick, so that nothing is made from them."""
    return frozenset(
        name for name, field in model.model_fields.items() if any(isinstance(m, Range) for m in field.metadata)
    )


def target(value: float | Follow, signals: Signals) -> float:
    """What a value is heading for at these signals, before smoothing."""
    if not isinstance(value, Follow):
        return value
    level: float = getattr(signals, value.follow)
    if value.follow == "sun_height":
        level = level * 0.5 + 0.5
    return value.from_ + (value.to - value.from_) * level


class Followed:
    """The present, smoothed numbers of every continuous field of one model.

    `update` once a tick, then read fields by name: `followed["ripple_ratio"]`. Fields that are plain numbers
    can be read too. The first update starts at rest, so that a frame rendered on its own looks settled.
    """

    def __init__(self, model: Model) -> None:
        self._fields: dict[str, float | Follow] = {
            name: value
            for name in type(model).model_fields
            if isinstance(value := getattr(model, name), int | float | Follow) and not isinstance(value, bool)
        }
        self._moving = {name: value for name, value in self._fields.items() if isinstance(value, Follow)}
        self._now: dict[str, float] = {}
        self.settled = False
        """Whether nothing will ever change any more."""

    def __getitem__(self, name: str) -> float:
        return self._now[name]

    def update(self, signals: Signals, dt_s: float) -> Mapping[str, float]:
        """Move every value `dt_s` seconds towards its target (one-pole smoothing, exact for any step)."""
        # Plain numbers never change after the first time: sound asks 23 times a second, for every voice.
        if self.settled:
            return self._now
        for name, value in (self._moving if self._now else self._fields).items():
            goal = target(value, signals)
            self._now[name] = self._smoothed(name, value, goal, dt_s)
        self.settled = not self._moving
        return self._now

    def _smoothed(self, name: str, value: float | Follow, goal: float, dt_s: float) -> float:
        before = self._now.get(name)
        if before is None or not isinstance(value, Follow) or value.smooth_s <= 0.0:
            return float(goal)
        return goal + (before - goal) * math.exp(-max(dt_s, 0.0) / value.smooth_s)
