"""What layers build with: programs with the shared prelude, targets, a full-screen quad."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol
from weakref import WeakValueDictionary

from arcade.gl import Context, Framebuffer, Geometry, Program, Texture2D, geometry

from game.scenery.bakes import Bakes
from game.scenery.frame import Frame
from game.scenery.glsl import VERSION, prelude, source
from game.scenery.ground import LINE, PLACE, Ground, Line, Spot
from game.scenery.light import SunPath
from game.scenery.programs import Programs
from game.scenery.touches import TouchEvent
from game.scenery.uniforms import set_uniforms as set_uniforms
from worlds.format.light import Light
from worlds.seeds import generator, seed_number

FULL_SCREEN = """precision highp float;
in vec2 in_vert; in vec2 in_uv; out vec2 uv;
void main(){gl_Position=vec4(in_vert,0.0,1.0);uv=in_uv;}
"""


class Reflected(Protocol):
    """A layer in front of the water that water mirrors."""

    def paint_image(self, frame: Frame, target: Framebuffer, band: tuple[float, float]) -> None:
        """Paint what the mirror shows into a target that holds these heights of the screen, over what is there.

        The picture is upright: what the water shows so far under the horizon stands so far over it.
        """


class Stage:
    """The GL side of one scene: made once, handed to each layer, released with the scene.

    Shaders are GLSL 330 without their version line; the prelude is put before them. Sources live beside the
    layer that uses them (`game/scenery/layers/NAME.frag`).
    """

    def __init__(
        self, ctx: Context, seed: int, ground: Ground, bakes: Bakes | None = None, programs: Programs | None = None
    ) -> None:
        self.ctx = ctx
        self._programs = programs or Programs(ctx)
        self.bakes = bakes or Bakes()
        """Where slow work is kept from one visit to the next; see `Layer.kept`."""
        self.seed = seed
        self.ground = ground
        """What the layers stand on; a patch may put another in its place."""
        self.noted: set[str] = set()
        """What of the ground has been read since this was last set: the scene keeps one such set for each layer."""
        self.hour: float | None = None
        """The hour the first frame will show, where that is known: slow work may be done for it beforehand."""
        self.touches: Sequence[TouchEvent] = ()
        """What the visitor did before the first frame, where that is known: as `hour`, for slow work on it."""
        self.in_slices = False
        """Whether slow work that a frame asks for may be spread over the frames after it: so in a window; not
        where every frame must be what it is whatever came before."""
        self._reflected: WeakValueDictionary[str, Reflected] = WeakValueDictionary()
        self.quad: Geometry = geometry.quad_2d_fs()
        self.size_px = (0, 0)
        """Internal size of the scene target; set before each layer's `resize`."""
        self._prelude = prelude()

    @property
    def horizon_ratio(self) -> float:
        """Height of the horizon, 0..1 of the screen."""
        self.noted.add("horizon_ratio")
        return self.ground.horizon_ratio

    @property
    def course(self) -> Light:
        """How sun and moon go, without colours, for layers that prepare for an hour before it comes."""
        self.noted.add("course")
        return self.ground.course

    @property
    def sun_path(self) -> SunPath:
        """Where this seed's sun rises and sets, for layers that compose around it."""
        self.noted.add("sun_path")
        return self.ground.sun_path

    def leave_line(self, line: str, owner: str, heights: Line) -> None:
        """Leave a line across the screen for layers in front, in `resize`: "shore", where water begins."""
        self.ground.leave(line, owner, heights)

    def line(self, line: str, reader: str) -> Line | None:
        """The lowest such line that layers behind have left, in `resize`; None if none did."""
        self.noted.add(LINE + line)
        return self.ground.line(line, reader)

    def leave_place(self, place: str, owner: str, spot: Spot) -> None:
        """Leave a place on the screen for layers in front, in `resize`: "hearth", where a fire may burn.

        Or a fact of four numbers: "sand", whose last is how high the dunes are (`tall_ratio`); "lee", whose first
        is the side to which the wind blows, -1 or 1.
        """
        self.ground.leave_place(place, owner, spot)

    def place(self, place: str, reader: str) -> Spot | None:
        """The last such place that layers behind have left, in `resize`; None if none did."""
        self.noted.add(PLACE + place)
        return self.ground.place(place, reader)

    def reflect(self, name: str, layer: Reflected) -> None:
        """Have a layer mirrored by water behind it, for as long as it lives; in `prepare`."""
        self._reflected[name] = layer

    def reflected(self, reader: str) -> Iterator[Reflected]:
        """Such layers in front of the reader, back to front."""
        order = self.ground.order
        for name in order[order.index(reader) + 1 :]:
            layer = self._reflected.get(name)
            if layer is not None:
                yield layer

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.size_px[0] / max(self.size_px[1], 1)

    def program(self, fragment: str, vertex: str = "", define: str = "") -> Program:
        """`layers/<fragment>` with the prelude, compiled; without a vertex file, for a full-screen pass.

        `define` names what both shaders may ask for with `#ifdef`, with spaces between. Others may draw with
        the same program: set all its uniforms before each use.
        """
        home = "game.scenery.layers"
        asked = "".join(f"#define {name}\n" for name in define.split())
        vertex_text = asked + self._prelude + source(home, vertex) if vertex else FULL_SCREEN
        return self._programs.get(VERSION + vertex_text, VERSION + asked + self._prelude + source(home, fragment))

    def target(self, size_px: tuple[int, int], *, half_float: bool = False) -> Framebuffer:
        """A colour target with linear filtering and clamped edges; at least 1 x 1."""
        size = (max(size_px[0], 1), max(size_px[1], 1))
        texture = self.ctx.texture(
            size,
            components=4,
            dtype="f2" if half_float else "f1",
            wrap_x=self.ctx.CLAMP_TO_EDGE,
            wrap_y=self.ctx.CLAMP_TO_EDGE,
            filter=(self.ctx.LINEAR, self.ctx.LINEAR),
        )
        return self.ctx.framebuffer(color_attachments=[texture])

    def scaled(self, divisor: float) -> tuple[int, int]:
        """The internal size divided: 1 full, 2 half, 4 quarter, 8 eighth."""
        return max(round(self.size_px[0] / divisor), 1), max(round(self.size_px[1] / divisor), 1)

    def full_screen(
        self, program: Program, textures: Mapping[str, Texture2D] | None = None, **uniforms: Any
    ) -> None:
        """Draw a full-screen pass into the target in use."""
        for unit, (name, texture) in enumerate((textures or {}).items()):
            texture.use(unit)
            set_uniforms(program, **{name: unit})
        set_uniforms(program, **uniforms)
        self.quad.render(program)

    def generator(self, *names: str | int) -> Any:
        """A named stream of randomness of this scene's seed (a numpy Generator)."""
        return generator(self.seed, *names)

    def shader_seed(self, *names: str | int) -> float:
        """A number 0..1000 for shaders that take their variety from the seed."""
        return seed_number(self.seed, *names) % 1_000_003 / 1000.003
