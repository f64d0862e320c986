"""Running the slow programs of the set-up: quietly, with a log, and with one line if they fail."""

import os
import subprocess
import sys

import run
from game.language import translate as _

LOG = os.path.join(run.HERE, ".venv.log")
OFFLINE_SIGNS = ("name resolution", "connection", "dns error", "timed out", "unreachable", "error sending request",
                 "failed to fetch", "no such host", "temporary failure")  # fmt: skip


class Unfit(Exception):
    """What this machine lacks and what to do about it, in one line."""


def say(text: str) -> None:
    """One line for the person who started this."""
    sys.stderr.write("stillroom: " + text + "\n")
    sys.stderr.flush()


def run_step(command: "list[str]", failure: str) -> None:
    """Run a program, its output in a log and its newest line on a terminal; raise `Unfit` if it fails."""
    lines: list[str] = []
    with open(LOG, "a", encoding="utf-8") as log:
        process = started(command, failure)
        try:
            for line in process.stdout or ():
                log.write(line)
                lines.append(line.strip())
                show(line.strip())
        except KeyboardInterrupt:
            process.terminate()
            process.wait()
            raise
        finally:
            show("")
    if process.wait() != 0:
        said = _("{failure}: {reason} (details in {log}).")
        raise Unfit(said.format(failure=failure, reason=reason(lines), log=LOG))


def started(command: "list[str]", failure: str) -> "subprocess.Popen[str]":
    """The program, running; raise `Unfit` if the system does not start it.

    It speaks English, whatever we speak, so that `reason` knows what it says.
    """
    try:
        return subprocess.Popen(command, cwd=run.HERE, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, universal_newlines=True,
                                env=dict(os.environ, LANGUAGE="en"))  # fmt: skip
    except OSError as error:
        said = _("{failure}: {program} could not be started ({why}).")
        why = error.strerror or str(error)
        raise Unfit(said.format(failure=failure, program=command[0], why=why)) from error


def show(line: str) -> None:
    """The newest line of a running program, on a terminal only."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K" + (("  " + line)[:78] if line else ""))
        sys.stderr.flush()


def reason(lines: "list[str]") -> str:
    """Why a program failed, from what it printed."""
    if any(sign in line.lower() for line in lines for sign in OFFLINE_SIGNS):
        return _("the network or the package index does not answer; connect, and start again")
    told = [line for line in lines if "error" in line.lower()] or [line for line in lines if line]
    return told[-1].rstrip(".") if told else _("it ended without a word")
