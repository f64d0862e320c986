"""System libraries that Python packages do not bring, and how to install them. Python 3.6 syntax, see `run.py`."""

import ctypes
import shutil
import sys

INSTALLERS = ("apt-get install -y", "dnf install -y", "pacman -S --needed", "zypper install -y")
LIBRARIES = {
    # soname: its package for each of the installers
    "libGL.so.1": ("libgl1", "mesa-libGL", "libglvnd", "Mesa-libGL1"),
    "libEGL.so.1": ("libegl1", "mesa-libEGL", "libglvnd", "Mesa-libEGL1"),
    "libXrender.so.1": ("libxrender1", "libXrender", "libxrender", "libXrender1"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig", "fontconfig", "libfontconfig1"),
    "libportaudio.so.2": ("libportaudio2", "portaudio", "portaudio", "libportaudio2"),
}


def missing() -> "list[str]":
    """The sonames of `LIBRARIES` that cannot be loaded; other systems than Linux bring theirs along."""
    return [name for name in LIBRARIES if not loads(name)] if sys.platform.startswith("linux") else []


def missing_packages() -> "list[str]":
    """Packages to install, by the names of this system's own package manager."""
    return sorted({LIBRARIES[name][installer()] for name in missing()})


def install_command(packages: "list[str]") -> str:
    """The one command that installs them, without `sudo`."""
    return " ".join([INSTALLERS[installer()], *packages])


def has_apt() -> bool:
    """Whether this is Debian or one of its kin."""
    return shutil.which("apt-get") is not None


def installer() -> int:
    """Which of `INSTALLERS` this system has; the first if none is found."""
    found = [i for i, line in enumerate(INSTALLERS) if shutil.which(line.split()[0])]
    return found[0] if found else 0


def loads(soname: str) -> bool:
    """Whether the system's loader finds a library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True
