"""`geboortespel kraamtijd`: the first year after a birth, from the journal of its game."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from geboortespel.cli.afterwards import journal_argument
from geboortespel.cli.exits import Stop
from geboortespel.cli.journals import kept, told
from geboortespel.cli.play import Wanted
from geboortespel.cli.root import text_option
from geboortespel.words.catalog import Translator


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(help=tr("Play the first year after a birth. It is kept beside the game in which they were born."))
    @journal_argument(tr)
    def year(journal: Path, text: bool) -> int:
        from geboortespel.cli.start import start

        return start(tr, Wanted(journal=_begun(kept(journal), tr), text=text))

    year.params.append(text_option(tr))
    return year


def _begun(journal: Path, tr: Translator) -> Path:
    """The journal of the year, just begun. Stop when there is no first year after this game."""
    from geboortespel.session.firstyear import begin_kept, has_year
    from geboortespel.session.replay import resume

    with told(tr):
        session, _ = resume(journal)
        with closing(session):
            if not has_year(session):
                raise Stop(tr("A first year follows a birth, and this game did not end in one that has it."))
            with closing(begin_kept(session, clock=session.timed, language=tr.language)) as year:
                assert year.path is not None
                return year.path
