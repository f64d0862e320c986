"""Where a sound comes from, for two loudspeakers: level alone, equal in power, nothing delayed."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.mix import place


def gains(azimuth_deg: float, distance_m: float, elevation_deg: float = 0.0) -> NDArray[np.float64]:
    """The same table as `place.gains`, shape (7 buses, 2 ears, 4), without shade and with nothing late.

    From the middle it is the identity; to the side the voice narrows to a point between the loudspeakers, or in
    one of them (the law of sines and cosines). What is behind is heard from the same side in front.
    """
    table = np.zeros((place.BUSES, 2, 4))
    side = place.sideways(azimuth_deg, elevation_deg)
    air = place.air_shares(distance_m) * place.level(distance_m)
    angle, turn = (1.0 + side) * math.pi / 4, abs(side) * math.pi / 4
    for ear, share in enumerate((math.cos(angle), math.sin(angle))):
        spread = np.zeros(4)
        spread[ear], spread[1 - ear] = math.cos(turn), math.sin(turn)
        table[: place.AIR_BUSES, ear] = np.outer(air, spread * share * math.sqrt(2.0))
        table[place.ROOM, ear, ear] = place.room_share(distance_m)
    return table
