"""Every kind of voice, one file each.

`AnyVoice` is the union of all of them, `AnyInstrument` of those that play notes, `AnyAnswer` of those that can
answer a touch; `TOUCHABLE` are these by their kind.
"""

from typing import TYPE_CHECKING, TypeAlias

from worlds.format.instrument import InstrumentModel
from worlds.format.kinds import kind_of, models_in, union_of
from worlds.format.voice import VoiceModel

TOUCHABLE: dict[str, type[VoiceModel]] = {
    kind_of(model): model for model in models_in(__name__, VoiceModel) if model.answering is not None
}

if TYPE_CHECKING:
    AnyVoice: TypeAlias = VoiceModel
    AnyInstrument: TypeAlias = InstrumentModel
    AnyAnswer: TypeAlias = VoiceModel
else:
    AnyVoice = union_of(models_in(__name__, VoiceModel))
    AnyInstrument = union_of(models_in(__name__, InstrumentModel))
    AnyAnswer = union_of(list(TOUCHABLE.values()))
