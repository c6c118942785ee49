"""`geboortespel nieuw`: a starting point for a scenario of one's own, which can be played at once."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from geboortespel.cli.exits import Stop
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(help=tr("Begin a scenario of your own: a folder NAME with a commented scenario that can be played."))
    @click.argument("name", metavar=tr("NAME"), type=click.Path(path_type=Path))
    @click.option("--kaal", "--bare", "bare", is_flag=True, help=tr("Without the base set: everything in one file."))
    def new(name: Path, bare: bool) -> None:
        _free(name, tr)
        path = name / "scenario.yaml"
        from geboortespel.scenario.starter import starter
        from geboortespel.session.store import StoreError, write_file
        from geboortespel.words import storage

        try:
            write_file(path, starter(name.name, bare=bare).encode(), lambda _: False)
        except StoreError as fault:
            raise Stop(storage.unsaved(fault.code, fault.path, tr)) from fault
        from geboortespel.cli.schema import save, text_of
        from geboortespel.scenario.schema import FILE

        save(name / FILE, text_of(path, tr), tr)
        click.echo(one_line(str(path)))
        said = tr("It can be played as it is. Change it bit by bit, and check it in between:")
        print(f"{said}\n    geboortespel {_called('controleer', tr)} {name}", file=sys.stderr)
        print(f"    geboortespel {_called('speel', tr)} {name}", file=sys.stderr)

    return new


def _called(dutch: str, tr: Translator) -> str:
    """A command's name in the player's language."""
    from geboortespel.cli.root import COMMANDS

    return COMMANDS[dutch][0] if tr.language == "en" else dutch


def _free(name: Path, tr: Translator) -> None:
    """Stop when the name can't be an id, or is taken."""
    from geboortespel.scenario.library import Library
    from geboortespel.scenario.scalars import is_ident, slug

    if not is_ident(name.name):
        said = tr("'{name}' can't be the name of a scenario: small letters, digits and hyphens.")
        said = said.format(name=one_line(name.name))
        better = slug(name.name)
        if better:
            said += " " + tr("Do you mean '{name}'?").format(name=better)
        raise Stop(said)
    library = Library()
    if name.name in [entry.id for entry in (*library.shipped(), *library.bases())]:
        said = tr("'{name}' is the name of something that comes with the game. Choose another name.")
        raise Stop(said.format(name=name.name))
