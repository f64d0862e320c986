"""What scsynth reads: graphs of unit generators (SynthDef files, version 2) and scores of timed commands (OSC 1.0).

Both formats as SuperCollider's help tells them ("Synth Definition File Format", "Non-Realtime Synthesis"), written
here because its own language, which writes them usually, comes with a whole desktop of packages.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

SCALAR, CONTROL, AUDIO = 0, 1, 2
ADD, SUBTRACT, MULTIPLY, DIVIDE, LEAST, GREATEST = 0, 1, 2, 4, 12, 13
SQUARED, ROOT = 12, 14
FREE_WHEN_DONE = 2.0


@dataclass(frozen=True, eq=False)
class Wire:
    """One output of a unit generator; arithmetic makes further ones."""

    graph: Graph
    unit: int
    output: int
    rate: int

    def __add__(self, other: Signal) -> Wire:
        return self.graph.binary(ADD, self, other)

    def __sub__(self, other: Signal) -> Wire:
        return self.graph.binary(SUBTRACT, self, other)

    def __mul__(self, other: Signal) -> Wire:
        return self.graph.binary(MULTIPLY, self, other)

    def __truediv__(self, other: Signal) -> Wire:
        return self.graph.binary(DIVIDE, self, other)

    def __rtruediv__(self, other: float) -> Wire:
        return self.graph.binary(DIVIDE, other, self)

    __radd__, __rmul__ = __add__, __mul__

    def scaled(self, by: Signal, plus: Signal) -> Wire:
        """Times something and plus something, in one unit."""
        return self.graph.unit("MulAdd", _highest(self, by, plus), self, by, plus)

    def squared(self) -> Wire:
        """Times itself."""
        return self.graph.unit("UnaryOpUGen", self.rate, self, special=SQUARED)

    def root(self) -> Wire:
        """The square root."""
        return self.graph.unit("UnaryOpUGen", self.rate, self, special=ROOT)


Signal = Wire | float


def _highest(*signals: Signal) -> int:
    return max(signal.rate if isinstance(signal, Wire) else SCALAR for signal in signals)


@dataclass
class Graph:
    """A SynthDef: units in the order they run in, and what a note may set."""

    name: str
    given: Mapping[str, float] = field(default_factory=dict)
    """What a note sets once, and its value if it does not."""
    _constants: dict[float, int] = field(default_factory=dict)
    _units: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.given:
            self.units("Control", SCALAR, len(self.given))

    def __getitem__(self, name: str) -> Wire:
        """What a note has set."""
        return Wire(self, 0, list(self.given).index(name), SCALAR)

    def units(self, kind: str, rate: int, outputs: int, *inputs: Signal, special: int = 0) -> list[Wire]:
        """Add a unit generator of several outputs."""
        header = _name(kind) + struct.pack(">biih", rate, len(inputs), outputs, special)
        sources = b"".join(self._source(signal) for signal in inputs)
        self._units.append(header + sources + bytes([rate]) * outputs)
        return [Wire(self, len(self._units) - 1, output, rate) for output in range(outputs)]

    def unit(self, kind: str, rate: int, *inputs: Signal, special: int = 0) -> Wire:
        """Add a unit generator of one output."""
        return self.units(kind, rate, 1, *inputs, special=special)[0]

    def binary(self, special: int, one: Signal, other: Signal) -> Wire:
        """Add an operator."""
        return self.unit("BinaryOpUGen", _highest(one, other), one, other, special=special)

    def sum(self, *signals: Wire) -> Wire:
        """The sum of many, four at a time."""
        rest = list(signals)
        while len(rest) > 1:
            some, rest = rest[:4], rest[4:]
            kind = {2: "", 3: "Sum3", 4: "Sum4"}[len(some)]
            rest.append(self.unit(kind, _highest(*some), *some) if kind else some[0] + some[1])
        return rest[0]

    def out(self, bus: int, *channels: Wire) -> None:
        """Add channels to buses from this one on."""
        self.units("Out", AUDIO, 0, float(bus), *channels)

    def definition(self) -> bytes:
        """The SynthDef file that holds this graph alone."""
        parts = [b"SCgf", struct.pack(">ih", 2, 1), _name(self.name)]
        parts += [
            struct.pack(f">i{len(values)}f", len(values), *values)
            for values in (self._constants, self.given.values())
        ]
        parts.append(struct.pack(">i", len(self.given)))
        parts += [_name(name) + struct.pack(">i", index) for index, name in enumerate(self.given)]
        parts += [struct.pack(">i", len(self._units)), *self._units, struct.pack(">h", 0)]
        return b"".join(parts)

    def _source(self, signal: Signal) -> bytes:
        if isinstance(signal, Wire):
            return struct.pack(">ii", signal.unit, signal.output)
        return struct.pack(">ii", -1, self._constants.setdefault(float(signal), len(self._constants)))


def _name(text: str) -> bytes:
    return bytes([len(text)]) + text.encode("ascii")


Argument = int | float | str | bytes


def message(address: str, *arguments: Argument) -> bytes:
    """An OSC message of integers, floats, texts and blobs."""
    tags = "".join({int: "i", float: "f", str: "s", bytes: "b"}[type(argument)] for argument in arguments)
    return _text(address) + _text("," + tags) + b"".join(_argument(argument) for argument in arguments)


def at(time_s: float, *messages: bytes) -> bytes:
    """A bundle of a score: its length, its moment, its messages."""
    seconds, rest = divmod(time_s, 1.0)
    body = b"".join(struct.pack(">i", len(one)) + one for one in messages)
    bundle = _text("#bundle") + struct.pack(">II", int(seconds), int(rest * 2**32)) + body
    return struct.pack(">i", len(bundle)) + bundle


def _text(text: str) -> bytes:
    return _filled(text.encode("ascii") + b"\0")


def _filled(data: bytes) -> bytes:
    """To a whole number of four bytes."""
    return data + b"\0" * (-len(data) % 4)


def _argument(argument: Argument) -> bytes:
    match argument:
        case int():
            return struct.pack(">i", argument)
        case float():
            return struct.pack(">f", argument)
        case str():
            return _text(argument)
        case bytes():
            return struct.pack(">i", len(argument)) + _filled(argument)
