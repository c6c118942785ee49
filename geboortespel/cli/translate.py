"""`geboortespel vertaal`: every text of a scenario written down beside it, to be translated."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geboortespel.cli import source
from geboortespel.cli.exits import Stop
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.scenario.translation import Translated

HEAD = "# Translation into English, made by `geboortespel vertaal`. Write what comes after `tekst`; leave `van`.\n"


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(help=tr("Write down every text of a scenario beside it, in en.yaml, to be translated into English."))
    @click.argument("scenario", metavar="SCENARIO", shell_complete=source.complete_scenario)
    def translate(scenario: str) -> None:
        path = source.find(scenario, tr)
        source.load(scenario, tr)
        target, text, todo = _written(path)
        from geboortespel.session.store import StoreError, write_file
        from geboortespel.words import storage

        try:
            write_file(target, text.encode(), lambda data: data.startswith(HEAD[:24].encode()))
        except StoreError as fault:
            raise Stop(storage.unsaved(fault.code, fault.path, tr)) from fault
        click.echo(one_line(str(target)))
        print(tr.many("{n} text still to be translated.", "{n} texts still to be translated.", todo), file=sys.stderr)

    return translate


def _written(path: Path) -> tuple[Path, str, int]:
    """(the file, its new text, how many texts have no translation yet). What was translated stays, stale or not."""
    from geboortespel.scenario.translation import file_of, own_texts, table_of

    target = file_of(path, "en")
    known = table_of(target)
    lines, todo = [HEAD], 0
    for name, now in own_texts(path).items():
        found: Translated | None = known.pop(name, None)
        was, said = (found.was, found.said) if found is not None and found.said else (now, "")
        todo += not said
        lines.append(f"{name}:\n  van: {_quoted(was)}\n  tekst: {_quoted(said)}\n")
    lines += [f"{name}:\n  van: {_quoted(old.was)}\n  tekst: {_quoted(old.said)}\n" for name, old in known.items()]
    return target, "".join(lines), todo


def _quoted(text: str) -> str:
    """A text between double quotes, on one line."""
    said = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{said}"'
