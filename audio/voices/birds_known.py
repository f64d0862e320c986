"""Every species of `birds`: how it sings, how many songs it has, how long it rests, when it wakes."""

from __future__ import annotations

from audio.voices.birdsong import Repertoire, alike
from audio.voices.birdsong_endless import blackbird, nightingale, robin, song_thrush
from audio.voices.birdsong_strophes import chaffinch, chickadee, cuckoo, great_tit, wren

REPERTOIRES = {
    "blackbird": Repertoire(alike(blackbird), songs=8, rest_s=4.8, repeats=1, wakes=-0.13),
    "chaffinch": Repertoire(alike(chaffinch), songs=3, rest_s=5.2, repeats=8, wakes=-0.03, loudness=1.1),
    "chickadee": Repertoire(chickadee, songs=5, rest_s=3.2, repeats=36, wakes=-0.08, loudness=0.65),
    "cuckoo": Repertoire(cuckoo, songs=4, rest_s=25.0, repeats=1, wakes=-0.16, loudness=1.2),
    "great_tit": Repertoire(alike(great_tit), songs=3, rest_s=3.2, repeats=16, wakes=-0.06),
    "nightingale": Repertoire(
        nightingale, songs=185, far_songs=60, rest_s=3.0, repeats=1, wakes=-0.2, by_night=True, loudness=1.2
    ),
    "robin": Repertoire(alike(robin), songs=9, rest_s=4.2, repeats=1, wakes=-0.195),
    "song_thrush": Repertoire(
        song_thrush, songs=24, far_songs=16, rest_s=2.4, repeats=1, wakes=-0.16, loudness=0.85
    ),
    "wren": Repertoire(alike(wren), songs=4, rest_s=6.0, repeats=3, wakes=-0.07, loudness=0.85),
}
"""Blackbird: 9 phrases a minute, pauses near 5 s. Chaffinch: strophes of 2.1 to 2.8 s, 6 to 9 a minute. Chickadee
(Poecile atricapillus): a shift after 31 to 41 songs (Weisman and others; Birds of North America). Cuckoo: a minor
third. Great tit: 91 percent of songs have two syllables; one song is kept for many strophes. Nightingale: 180 to
190 types of song. Robin: phrases of 2 to 3 s, up to 7 kHz here (fssbirding.org.uk sonagrams). First songs in
Perthshire: robin, song thrush 8 minutes later, blackbird 15, wren 29; the robin some 45 minutes before sunrise."""
