"""Entry point: streams, language, the command, and how it ends."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from geboortespel.cli.exits import Exit, Stop
from geboortespel.words.catalog import chosen_language, speak_click, translator
from geboortespel.words.plain import safe


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit with its status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _utf8_streams()
    try:
        status = _flushed(run(words))
    except KeyboardInterrupt:  # just after the command had ended
        status = Exit.INTERRUPTED
    raise SystemExit(int(status))


def run(words: list[str]) -> int:
    """Run the command line; its exit status. Messages about how it ended go to stderr."""
    gc.disable()  # until the game begins: everything made before lives on
    language = chosen_language(words)
    speak_click(language)
    tr = translator(language)
    from geboortespel.cli.root import Root

    try:
        result = Root(tr).main(words, prog_name="geboortespel", standalone_mode=False)
    except Stop as stop:
        _note(stop.message)
        return stop.status
    except click.ClickException as fault:
        said = io.StringIO()
        fault.show(said)
        _note(said.getvalue().rstrip("\n"))
        return Exit.WRONG
    except (KeyboardInterrupt, click.Abort):
        _note(tr("Interrupted."))
        return Exit.INTERRUPTED
    except BrokenPipeError:
        return _quiet()
    except OSError as fault:  # what we write to is full, or what we read from broke
        _note(tr("This can't be read or written: {path}.").format(path=fault.filename or tr("the output")))
        return Exit.WRONG
    return int(result) if isinstance(result, int) else Exit.GOOD


def _note(message: str) -> None:
    if message:
        with contextlib.suppress(OSError):  # then the status has to do
            print(safe(message), file=sys.stderr, flush=True)


def _utf8_streams() -> None:
    """Read and write UTF-8 whatever the locale says; what can't be shown becomes a question mark.

    A stream that was closed before we began reads as empty and takes what is written.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115 (open till the end)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _flushed(status: int) -> int:
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        return _quiet()
    except OSError:  # full; when it was not said yet, the status does
        _quiet()
        return status or Exit.WRONG
    return status


def _quiet() -> int:
    """Nobody reads our output any more: no fault, and nothing more to say (not even at exit)."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    return Exit.GOOD
