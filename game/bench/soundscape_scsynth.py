"""The soundscape of soundscape/world.toml as scsynth would make it, sound for sound like soundscape.csd.

Wind that gusts in bands; rain, a bed and 180 drops a second, each one of 64 taps made beforehand, at its own place
on the pane; a pad whose tones are six pairs of partials, breathing at 6 a minute; a bowl of 10 modes; a reverb of
16 comb filters and 8 all-passes; a meter of loudness (ITU-R BS.1770) that holds the level; a limiter that looks
ahead. Pad and bowl play the notes written in soundscape.csd.

Of several units that do a thing the cheapest is taken: FSinOsc for what keeps its pitch, Klank for modes, GrainBuf
for drops, FreeVerb2 for the room; what is slow runs at control rate. Blocks of 256 were the fastest of 64 to 4096.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterator
from importlib.resources import files

from game.bench.supercollider import (
    AUDIO,
    CONTROL,
    FREE_WHEN_DONE,
    GREATEST,
    LEAST,
    SCALAR,
    Argument,
    Graph,
    Signal,
    Wire,
    at,
    message,
)

RATE_HZ = 48000
BLOCK = 256
MIX, ROOM = 2, 4
"""Pairs of buses behind the two that leave."""
TAPS, TAP, NEAR = 64, 1200, 16
"""Taps, samples in each, and strengths a drop may have."""
DROPS_PER_S = 180.0
PARTIALS = 6
MODES = ((1.0, 26.0, 0.06), (2.778, 16.0, 0.027), (5.181, 7.8, 0.016), (8.163, 4.2, 0.006), (11.66, 2.6, 0.0024))
"""Of the bowl: ratio, ring in seconds, height."""
SHELF = (1.53512485958697, -2.69169618940638, 1.19839281085285, 1.69065929318241, -0.73248077421585)
LOW_CUT = (1.0, -2.0, 1.0, 1.99004745483398, -0.99007225036621)
"""The K-weighting of BS.1770 at 48 kHz, as SOS takes it."""
MOST_AT_ONCE = 1000
"""Numbers in one command: scsynth takes no packets beyond 8 kB."""


def score(seconds: float) -> bytes:
    """The commands for so long a rendering: all of what `scsynth -N` reads."""
    graphs = [wind(), rain(), pad(), bowl(), out()]
    start = [*(message("/d_recv", graph.definition()) for graph in graphs), *_banks()]
    parts = [at(0.0, command) for command in start]
    parts.append(at(0.0, *(_new(name) for name in ("wind", "rain")), _new("out", at_tail=True)))
    for name, start_s, length_s, hz in notes():
        if start_s < seconds:
            parts.append(at(start_s, _new(name, hz=hz, length_s=length_s)))
    return b"".join([*parts, at(seconds, message("/c_set", 0, 0.0))])


def notes() -> list[tuple[str, float, float, float]]:
    """Instrument, start, length and pitch of what soundscape.csd plays, from first to last."""
    text = files("game.bench").joinpath("soundscape.csd").read_text(encoding="utf-8")
    lines = re.findall(r'^i "(Pad|Bowl)" ([\d.]+) ([\d.]+) ([\d.]+)$', text, re.MULTILINE)
    played = [(name.lower(), float(start), float(length), float(hz)) for name, start, length, hz in lines]
    return sorted(played, key=lambda note: note[1])


def _new(name: str, at_tail: bool = False, **given: float) -> bytes:
    named: list[Argument] = []
    for key, value in given.items():
        named += [key, value]
    return message("/s_new", name, -1, int(at_tail), 0, *named)


def _wander(graph: Graph, depth: float, hz: float) -> Wire:
    """A slow smooth walk about zero."""
    return graph.unit("LFDNoise3", CONTROL, hz) * depth


def wind() -> Graph:
    """Noise in four bands that grow with different powers of the gust, each side with its own."""
    graph = Graph("wind")
    sides = [_gusts(graph, _wander(graph, 0.4, 0.3) + 0.6) for _ in range(2)]
    graph.out(MIX, *(side * 0.1 for side in sides))
    graph.out(ROOM, *(side * 0.02 for side in sides))
    return graph


def _gusts(graph: Graph, gust: Wire) -> Wire:
    noise = graph.unit("WhiteNoise", AUDIO) * 0.3
    squared = gust.squared()
    bands = [
        _band(graph, noise, 90.0, 120.0) * gust,
        _band(graph, noise, gust.scaled(150.0, 350.0), 400.0) * (gust * gust.root()),
        _band(graph, noise, gust.scaled(600.0, 1100.0), 1200.0) * squared,
        _band(graph, noise, 4000.0, 4000.0) * (squared * gust.root() * 0.3),
    ]
    return graph.sum(*bands)


def _band(graph: Graph, noise: Wire, centre_hz: Signal, width_hz: float) -> Wire:
    return graph.unit("BPF", AUDIO, noise, centre_hz, width_hz / centre_hz)


def rain() -> Graph:
    """A bed for each side, and drops that are grains of taps made beforehand."""
    graph = Graph("rain")
    beds = [_bed(graph) for _ in range(2)]
    falls = graph.unit("Dust", AUDIO, DROPS_PER_S)
    which = graph.unit("TIRand", AUDIO, 0.0, TAPS - 1.0, falls)
    near = graph.unit("TIRand", AUDIO, float(TAPS), TAPS + NEAR - 1.0, falls)
    place = graph.unit("TRand", AUDIO, -1.0, 1.0, falls)
    drops = graph.units("GrainBuf", AUDIO, 2, falls, TAP / RATE_HZ, which, 1.0, 0.0, 1.0, place, near, 64.0)
    graph.out(MIX, *(bed.scaled(0.3, drop) for bed, drop in zip(beds, drops, strict=True)))
    graph.out(ROOM, *(bed * 0.1 for bed in beds))
    return graph


def _bed(graph: Graph) -> Wire:
    high = graph.unit("HPF", AUDIO, graph.unit("WhiteNoise", AUDIO) * 0.05, 400.0)
    bed = graph.unit("OnePole", AUDIO, high, _pole(3500.0))
    air = graph.unit("LPF", AUDIO, bed, _wander(graph, 0.12, 1.0).scaled(900.0, 900.0))
    return bed.scaled(_wander(graph, 0.2, 0.6) + 1.0, air)


def _pole(cut_hz: float) -> float:
    return math.exp(-2 * math.pi * cut_hz / RATE_HZ)


def _banks() -> Iterator[bytes]:
    """Commands that make the taps, and the constant envelopes that give a drop its strength."""
    chance = random.Random(1)
    for number in range(TAPS):
        yield message("/b_alloc", number, TAP, 1)
        tap = _tap(chance)
        for start in range(0, TAP, MOST_AT_ONCE):
            part = tap[start : start + MOST_AT_ONCE]
            yield message("/b_setn", number, start, len(part), *part)
    for number in range(NEAR):
        yield message("/b_alloc", TAPS + number, 2, 1)
        strength = 0.02 / (0.3 + 0.7 * (number + 0.5) / NEAR)
        yield message("/b_setn", TAPS + number, 0, 2, strength, strength)


def _tap(chance: random.Random) -> list[float]:
    """A drop on the pane: a click and two short partials."""
    hz, over = chance.uniform(1500.0, 6000.0), chance.uniform(1.3, 1.8)
    turns = [2 * math.pi * hz * n / RATE_HZ for n in range(TAP)]
    rings = [math.sin(turn) + 0.5 * math.sin(over * turn) for turn in turns]
    falls = [math.exp(-n / RATE_HZ / 0.003) for n in range(TAP)]
    return [fall * (0.3 * ring + 0.8 * chance.uniform(-1.0, 1.0)) for fall, ring in zip(falls, rings, strict=True)]


def pad() -> Graph:
    """A tone of six pairs of partials a little apart, one of each pair left and one right, that breathes."""
    graph = Graph("pad", {"hz": 110.0, "length_s": 20.0})
    breath = graph.unit("SinOsc", CONTROL, 0.1, 0.0) * 0.5
    turn = graph["hz"] / breath.scaled(785.0 * 0.38, 785.0 * 0.81)
    pairs = [_pair(graph, order, turn) for order in range(1, PARTIALS + 1)]
    held_s = graph["length_s"] - 11.0
    lines = (0.0, 3.0, -99.0, -99.0, *(1.0, 4.0, 1.0, 0.0), *(1.0, held_s, 1.0, 0.0), *(0.0, 7.0, 1.0, 0.0))
    swell = graph.unit("EnvGen", CONTROL, 1.0, 1.0, 0.0, 1.0, FREE_WHEN_DONE, *lines)
    level = swell * breath.scaled(0.5, 0.75)
    left, right = (graph.sum(*side) * level for side in zip(*pairs, strict=True))
    graph.out(MIX, left.scaled(0.9, right * 0.4), right.scaled(0.9, left * 0.4))
    graph.out(ROOM, left * 0.3, right * 0.3)
    return graph


def _pair(graph: Graph, order: int, turn: Wire) -> tuple[Wire, Wire]:
    """One partial on both sides; `turn` is the tone's pitch over the frequency where it darkens."""
    apart = graph.unit("Rand", SCALAR, 0.03, 0.1) * order**0.3
    hz = graph["hz"] * float(order)
    gain = 0.02 * order**-0.9 / (turn * float(order)).squared().squared().scaled(1.0, 1.0).root()
    left, right = (
        graph.unit("FSinOsc", AUDIO, beside_hz, 0.0) * (gain * (_wander(graph, 0.16, 0.12) + 1.0))
        for beside_hz in (hz - apart, hz + apart)
    )
    return left, right


def bowl() -> Graph:
    """Ten modes, two and two a little apart, struck softly once."""
    graph = Graph("bowl", {"hz": 220.0, "length_s": 26.0})
    modes: list[Signal] = []
    for ratio, ring_s, height in MODES:
        for beside in (0.9961, 1.0039):
            modes += [ratio * beside, height, ring_s]
    struck = graph.unit("Impulse", AUDIO, 0.0, 0.0)
    rung = graph.unit("Klank", AUDIO, struck, graph["hz"], 0.0, 1.0, *modes)
    lines = (0.0, 2.0, -99.0, -99.0, *(1.0, 0.06, 1.0, 0.0), *(1.0, graph["length_s"] - 0.06, 1.0, 0.0))
    tone = rung * graph.unit("EnvGen", CONTROL, 1.0, 1.0, 0.0, 1.0, FREE_WHEN_DONE, *lines)
    direct, sent = tone * 0.4, tone * 0.3
    graph.out(MIX, direct, direct)
    graph.out(ROOM, sent, sent)
    return graph


def out() -> Graph:
    """The room, the level held, the limiter."""
    graph = Graph("out")
    dry, sent = (graph.units("In", AUDIO, 2, float(bus)) for bus in (MIX, ROOM))
    wet = graph.units("FreeVerb2", AUDIO, 2, *sent, 1.0, 0.85, 0.4)
    sides = [graph.unit("LeakDC", AUDIO, a.scaled(1.0, b), 0.995) for a, b in zip(dry, wet, strict=True)]
    powers = [_weighed(graph, side).squared() for side in sides]
    power = graph.unit("OnePole", AUDIO, powers[0] + powers[1], _pole(10.0))
    # Taken at control rate from here: a unit there reads the first sample of each block.
    wanted = 0.0767 / (graph.unit("A2K", CONTROL, power).root() + 0.001)
    held = graph.binary(LEAST, graph.binary(GREATEST, wanted, 0.05), 4.0)
    gain = graph.unit("Lag", CONTROL, held, 30.0)
    graph.out(0, *(graph.unit("Limiter", AUDIO, side * gain, 0.7, 0.005) for side in sides))
    return graph


def _weighed(graph: Graph, side: Wire) -> Wire:
    return graph.unit("SOS", AUDIO, graph.unit("SOS", AUDIO, side, *SHELF), *LOW_CUT)
