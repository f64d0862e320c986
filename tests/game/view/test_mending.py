"""A pack is saved: what differs is made anew, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.view.place import Place
from tests.game.view.fakes import NAMELESS
from tests.game.view.stand import Stand
from worlds.format.layers.sky import Sky

if TYPE_CHECKING:
    from arcade.gl import Context


@pytest.fixture
def stand(ctx: Context) -> Stand:
    return Stand(ctx)


class TestMending:
    """A maker saves a pack: what differs is made anew, and nothing else."""

    CLOUDS = Sky(kind="sky", variety=7)
    PLAIN = NAMELESS.model_copy(update={"layer": [Sky(kind="sky", variety=3), Sky(kind="sky")]})

    def mended(self, stand: Stand, **changes: object) -> tuple[list[object], list[object]]:
        """The layers before and after a save."""
        stand.theatre.visit(Place(self.PLAIN, 1))
        stand.until_settled()
        assert stand.theatre.front is not None
        before: list[object] = list(stand.theatre.front.scene.layers)
        saved = Place(self.PLAIN.model_copy(update=changes), 1)
        stand.theatre.mend(saved, 0.5)
        stand.until_settled()
        assert stand.theatre.place is saved
        assert stand.theatre.front.scene.world is saved.world
        return before, list(stand.theatre.front.scene.layers)

    def test_one_layer_that_differs_is_made_anew(self, stand: Stand) -> None:
        before, after = self.mended(stand, layer=[self.CLOUDS, self.PLAIN.layer[1]])
        assert after[0] is not before[0]
        assert after[1] is before[1]

    def test_another_voice_or_touch_makes_no_picture_anew(self, stand: Stand) -> None:
        before, after = self.mended(stand, voice=[])
        assert after == before

    @pytest.mark.parametrize(
        "changes",
        [
            {"light": NAMELESS.light.model_copy(update={"sunrise_hour": 5.0})},
            {"camera": NAMELESS.camera.model_copy(update={"horizon_ratio": 0.6})},
            {"layer": [CLOUDS]},
        ],
        ids=["light", "camera", "layers"],
    )
    def test_light_camera_and_the_list_of_layers_follow_too(self, stand: Stand, changes: dict[str, object]) -> None:
        self.mended(stand, **changes)
        assert stand.theatre.front is not None
        assert stand.theatre.place is not None
        assert len(stand.theatre.front.scene.layers) == len(stand.theatre.place.world.layers)

    def test_saved_again_while_being_mended_the_last_save_counts(self, stand: Stand) -> None:
        stand.theatre.visit(Place(self.PLAIN, 1))
        stand.until_settled()
        saves = [
            Place(self.PLAIN.model_copy(update={"layer": [self.CLOUDS, layer]}), 1) for layer in self.PLAIN.layer
        ]
        for save in saves:
            stand.theatre.mend(save, 0.5)
            stand.theatre.resize((160, 90 + len(saves)))
        stand.until_settled()
        assert stand.theatre.place is saves[-1]
