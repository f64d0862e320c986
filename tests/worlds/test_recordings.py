"""A maker's sound file is looked into before anything plays it, and what is wrong is told at its key."""

from __future__ import annotations

import struct
import wave
from pathlib import Path

import pytest

from worlds.format.voices.recording import Recording
from worlds.problems import Problem, Unreadable
from worlds.reading import read_world

START = 'format = 1\n[world]\nname = "Here"\n'
PACK = START + '[[voice]]\nkind = "recording"\nfile = "{file}"\n'


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A folder for a pack."""
    folder = tmp_path / "here"
    folder.mkdir()
    return folder


def written(path: Path, seconds: float = 6.0) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(int(seconds * 8000) * 2))
    return path


def flac(seconds: float) -> bytes:
    packed = 44100 << 44 | 1 << 41 | 15 << 36 | int(seconds * 44100)
    return b"fLaC\x00\x00\x00\x22" + bytes(10) + packed.to_bytes(8, "big") + bytes(64)


def ogg(seconds: float) -> bytes:
    head = (
        b"OggS\x00\x02" + bytes(20) + b"\x01\x1e" + b"\x01vorbis" + bytes(5) + struct.pack("<I", 48000) + bytes(99)
    )
    return head + b"OggS\x00\x04" + struct.pack("<q", int(seconds * 48000)) + bytes(40)


def read(pack: Path, file: str) -> Recording:
    (pack / "world.toml").write_text(PACK.format(file=file), encoding="utf-8")
    voice = read_world(pack).voices[0]
    assert isinstance(voice, Recording)
    return voice


def problem(pack: Path, file: str) -> Problem:
    with pytest.raises(Unreadable) as caught:
        read(pack, file)
    assert len(caught.value.problems) == 1
    return caught.value.problems[0]


@pytest.mark.parametrize("name", ["a.wav", "a.FLAC", "b c.ogg"])
def test_a_good_file_is_found_in_its_folder(pack: Path, name: str) -> None:
    kind = name.rpartition(".")[2].lower()
    (pack / name).write_bytes({"flac": flac(9.0), "ogg": ogg(9.0)}.get(kind, b""))
    if kind == "wav":
        written(pack / name)
    assert read(pack, name).path == (pack / name).resolve()


def test_a_taken_over_recording_lies_where_its_own_world_does(pack: Path) -> None:
    written(pack / "a.wav")
    read(pack, "a.wav")
    child = pack.parent / "there"
    child.mkdir()
    (child / "world.toml").write_text(START.replace("format = 1", 'format = 1\nextends = "here"'), encoding="utf-8")
    voice = read_world(child).voices[0]
    assert isinstance(voice, Recording)
    assert voice.path == (pack / "a.wav").resolve()


def test_what_is_missing_is_told_at_its_key(pack: Path) -> None:
    found = problem(pack, "gone.ogg")
    assert (found.line, found.key) == (6, "voice[0].file")
    assert "no such file" in found.message


@pytest.mark.parametrize("seconds", [2.0, 70.0])
def test_what_is_too_short_or_too_long_is_told(pack: Path, seconds: float) -> None:
    written(pack / "a.wav", seconds)
    assert f"lasts {seconds:.0f} s" in problem(pack, "a.wav").message


@pytest.mark.parametrize("name", ["a.wav", "a.flac", "a.ogg"])
@pytest.mark.parametrize(
    "content", [b"", b"RIFF", b"RIFFxxxxWAVE", b"fLaC\x00", b"OggS", b"hello" * 99, bytes(999)]
)
def test_what_is_no_sound_is_told(pack: Path, name: str, content: bytes) -> None:
    (pack / name).write_bytes(content)
    assert "damaged" in problem(pack, name).message


def test_sound_is_not_looked_for_behind_a_long_stretch_that_was_never_written(pack: Path) -> None:
    content = written(pack / "a.wav").read_bytes()
    (pack / "a.wav").write_bytes(content[:36] + bytes(800) + content[36:])
    assert read(pack, "a.wav").file == "a.wav"
    (pack / "a.wav").write_bytes(content[:36] + bytes(80_000) + content[36:])
    assert "damaged" in problem(pack, "a.wav").message


def test_a_file_that_was_cut_off_is_told(pack: Path) -> None:
    whole = written(pack / "a.wav", 20.0).read_bytes()
    (pack / "a.wav").write_bytes(whole[: len(whole) // 2])
    assert "damaged" in problem(pack, "a.wav").message


def test_a_link_out_of_the_pack_and_a_way_out_of_it_are_refused(pack: Path) -> None:
    outside = written(pack.parent / "outside.wav")
    (pack / "a.wav").symlink_to(outside)
    assert "outside" in problem(pack, "a.wav").message
    assert "outside" in problem(pack, "../outside.wav").message


def test_a_folder_is_no_file(pack: Path) -> None:
    (pack / "a.wav").mkdir()
    assert "ordinary file" in problem(pack, "a.wav").message


@pytest.mark.parametrize("name", ["/etc/passwd", "a.mp3", "C:/a.wav", "a\\\\b.wav", ""])
def test_only_names_of_sound_files_in_the_pack_are_taken(pack: Path, name: str) -> None:
    assert "WAV, FLAC" in problem(pack, name).suggestion + problem(pack, name).message
