"""`geboortespel fluisterkaarten`: the private dilemmas of a scenario as cards to print, for a game on a projector."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from geboortespel.cli import source
from geboortespel.cli.afterwards import output_option, save
from geboortespel.cli.exits import Stop
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.report.whisper import Whisper
    from geboortespel.words.voice import Voice


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(help=tr("Print the private dilemmas of a scenario as cards to hand out: for a game on a projector."))
    @click.argument("scenario", metavar="SCENARIO", shell_complete=source.complete_scenario)
    @output_option(tr, tr("Save them as FILE: .txt, .svg or .png (a sheet of A4 for every six cards)."))
    def whisper(scenario: str, output: Path | None) -> None:
        from geboortespel.report import whisper as cards

        kind = output.suffix.lower().lstrip(".") if output else "txt"
        if kind not in cards.KINDS:
            endings = ", ".join(f".{known}" for known in cards.KINDS)
            said = tr("Cards can't be saved as '{name}'. What can: {endings}.")
            raise Stop(said.format(name=one_line(output.name if output else ""), endings=endings))
        reading = source.load(scenario, tr)
        assert reading.scenario is not None
        from geboortespel.engine.game import Game
        from geboortespel.words.voice import Voice

        voice = Voice(Game(reading.scenario).board, tr.language)
        found = cards.cards(voice)
        if not found:
            raise Stop(tr("Nobody is asked anything in private in this scenario, so there are no cards."))
        if output is None:
            click.echo(cards.plain(found, voice), nl=False)
        else:
            _save(output, _made(found, voice, kind, tr), tr)

    return whisper


def _made(found: list[Whisper], voice: Voice, kind: str, tr: Translator) -> list[bytes]:
    """The files of this kind. Stop when a PNG can't be made here."""
    from geboortespel.report import whisper as cards
    from geboortespel.report.picture import NoPng, no_png

    if kind == "png":
        try:
            return cards.pictures(found, voice)
        except NoPng as fault:
            raise Stop(no_png(fault, tr)) from fault
    texts = [cards.plain(found, voice)] if kind == "txt" else cards.sheets(found, voice)
    return [text.encode() for text in texts]


def _save(output: Path, files: list[bytes], tr: Translator) -> None:
    """The first under the name asked for, further sheets beside it with a number; each is said on stderr."""
    from geboortespel.report.whisper import is_ours

    for n, content in enumerate(files, 1):
        path = output if n == 1 else output.with_name(f"{output.stem}-{n}{output.suffix}")
        save(path, content, is_ours, tr)
