"""What a set-up says, and why it cannot go on: one line each, in the language of whoever started it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.system.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_an_installer_that_cannot_be_started_is_told_in_one_line(project: Project) -> None:
    project.has_uv()
    project.program("uv", "#!/no/such/shell\n")
    answer = project.start()
    assert answer.code == 3
    assert "uv could not be started (No such file or directory)" in answer.err.splitlines()[-1]


def test_a_failed_fetch_says_why_in_one_line(project: Project) -> None:
    project.has_uv(install="echo 'error: Failed to fetch: dns error' >&2; exit 2")
    answer = project.start()
    assert answer.code == 3
    assert answer.err.splitlines()[-1].startswith("stillroom: the packages could not be installed: the network")
    assert not (project.folder / ".venv" / "stillroom-ready").exists()


def test_without_network_pip_ends_in_one_line(project: Project) -> None:
    """The real venv and pip, sent to a port where nobody listens."""
    answer = project.start(PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_FIND_LINKS="", PIP_CONSTRAINT="")
    assert answer.code == 3
    assert "the network or the package index does not answer" in answer.err.splitlines()[-1]


def test_a_project_that_cannot_be_written_to_says_so(project: Project) -> None:
    (project.folder / ".venv.lock").mkdir()
    answer = project.start()
    assert answer.code == 3
    assert "the set-up could not write in" in answer.err.splitlines()[-1]


def test_it_speaks_the_language_of_whoever_starts_it(project: Project) -> None:
    project.has_uv()
    told = project.start(LANGUAGE="de").err.splitlines()
    begun = "Stillroom wird eingerichtet; das geschieht einmal und dauert ein, zwei Minuten."
    assert told == [f"stillroom: {begun}", "stillroom: fertig."]


def test_what_installs_speaks_english_so_that_its_reasons_are_known(project: Project) -> None:
    project.has_uv(install="""[ "$LANGUAGE" = en ] && echo 'Connection refused' >&2; exit 2""")
    told = project.start(LANGUAGE="de").err.splitlines()[-1]
    assert told.startswith("stillroom: die Pakete ließen sich nicht installieren: das Netz oder der Paketserver")
