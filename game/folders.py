"""Where Stillroom keeps things on this system. Nothing is made here; whoever writes makes the folder."""

from __future__ import annotations

from pathlib import Path

NAME = "stillroom"


def settings() -> Path:
    """The folder of the settings file."""
    import platformdirs

    return platformdirs.user_config_path(NAME, appauthor=False)


def log_file() -> Path:
    """What went wrong in a way nobody foresaw is written here."""
    import platformdirs

    return platformdirs.user_state_path(NAME, appauthor=False) / "stillroom.log"


def cache() -> Path:
    """What can be found out again, but is quicker remembered."""
    import platformdirs

    return platformdirs.user_cache_path(NAME, appauthor=False)


def exchange() -> Path:
    """Where a visitor finds what the window writes for them, and puts what it shall take in."""
    import platformdirs

    return platformdirs.user_documents_path() / "Stillroom"
