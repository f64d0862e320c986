"""Every kind of voice, one file each. `AnyVoice` is the union of all of them."""

from typing import TYPE_CHECKING, TypeAlias

from worlds.format.kinds import union_of
from worlds.format.voice import VoiceModel

if TYPE_CHECKING:
    AnyVoice: TypeAlias = VoiceModel
else:
    AnyVoice = union_of(__name__, VoiceModel)
