"""`geboortespel terugblik`: what turned a game, from its journal; and the map of its negotiation as a picture."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geboortespel.cli.afterwards import chances_option, journal_argument, save
from geboortespel.cli.card import replayed
from geboortespel.cli.exits import Stop
from geboortespel.cli.journals import kept
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.analysis.chances import Chances
    from geboortespel.session.session import Session


WHOLE = 100
"""All of the work, for the progress that is told."""


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    about = tr(
        "Look back on a game. Its timeline, what turned it, guesses, what was held back, lessons, the negotiation."
    )

    @click.command(help=about)
    @journal_argument(tr)
    @click.option("--zonder-plaatje", "--plain", "plain", is_flag=True, help=tr("The timeline in sentences."))
    @click.option(
        "--kaart",
        "--map",
        "chart",
        type=click.Path(path_type=Path),
        metavar=tr("FILE"),
        help=tr("Save the map of the negotiation as FILE (.svg)."),
    )
    @chances_option(
        tr,
        tr("Also the chance of birth from every moment, in so many games each; 0: as many as its length allows."),
        least=0,
    )
    def look(journal: Path, plain: bool, chart: Path | None, games: int | None) -> None:
        if chart is not None and chart.suffix.lower() != ".svg":
            raise Stop(tr("A map can't be saved as '{name}'. What can: .svg.").format(name=one_line(chart.name)))
        session = replayed(journal, tr)
        if chart is not None:
            _save(session, chart, tr)
        else:
            _tell(session, kept(journal), tr, plain, games)

    return look


def _tell(session: Session, journal: Path, tr: Translator, plain: bool, games: int | None) -> None:
    from geboortespel.report.lookback import as_text, branches, chance, look_back, where_it_stands
    from geboortespel.report.lookback.past import Past
    from geboortespel.session.relatives import relatives
    from geboortespel.words.plain import terminal_width
    from geboortespel.words.voice import Voice

    voice = Voice(session.board, tr.language)
    if not session.finished:
        print(where_it_stands(voice, session).plain, file=sys.stderr)
    click.echo(f"{one_line(session.board.scenario.title)}. {where_it_stands(voice, session).plain}\n")
    chapters = look_back(voice, session, drawn=not plain)
    past, others, chances = Past(session), relatives(journal), None
    if games is not None:
        chances = sharpened(session, games or None, tr, [one.path for one in others if one.outcome])
        chapters = (chance.chapter(voice, past, chances, drawn=not plain), *chapters)
    beside = branches.chapter(voice, past, others, chances)
    chapters = (*chapters, beside) if beside is not None else chapters
    click.echo(as_text(chapters, terminal_width()), nl=False)


def sharpened(session: Session, games: int | None, tr: Translator, others: Sequence[Path] = ()) -> Chances:
    """The chances of a game with so many games from every moment (None: as its length allows), its turning points
    and the curves of `others`; tells how far it is. Stop when it has not ended."""
    from geboortespel.analysis.chances import Chances
    from geboortespel.analysis.working import finished
    from geboortespel.cli.progress import Progress

    if not session.finished:
        raise Stop(tr("This game has not ended yet: its chances are told afterwards."))
    chances = Chances.of(session)
    with Progress(WHOLE, tr) as told:
        for part in finished(chances, games, others):
            told(int(WHOLE * part))
    return chances


def _save(session: Session, path: Path, tr: Translator) -> None:
    """Write the map and say so on stderr."""
    from geboortespel.report.lookback.at_table import picture
    from geboortespel.report.lookback.past import Past
    from geboortespel.report.lookback.sheet import is_map
    from geboortespel.words.voice import Voice

    if not session.finished:
        raise Stop(tr("This game has not ended yet: what the other side thought is not told before."))
    made = picture(Voice(session.board, tr.language), Past(session))
    if not made:
        raise Stop(tr("You did not sit down with the market in this game."))
    save(path, made.encode(), is_map, tr)
