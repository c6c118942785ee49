"""`geboortespel leg-uit`: the page that goes with a code of a fault."""

from __future__ import annotations

import click

from geboortespel.cli.exits import Stop
from geboortespel.words.catalog import Translator


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(help=tr("Explain a fault by its code, such as G012."))
    @click.argument("code", metavar="CODE", shell_complete=complete_code)
    def explain(code: str) -> None:
        from geboortespel.words import faults

        page = faults.page(code.upper(), tr.language)
        if not page:
            raise Stop(tr("There is no code '{code}'. Codes look like G012.").format(code=code))
        click.echo(page)

    return explain


def complete_code(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """Codes that begin like this; for the shell."""
    from geboortespel.scenario.codes import CODES

    return [code for code in CODES if code.startswith(begun.upper())]
