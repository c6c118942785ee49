"""`geboortespel herhaal`: a journal played again, told, and held against what it says."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geboortespel.cli.afterwards import journal_argument
from geboortespel.cli.exits import Exit
from geboortespel.cli.journals import kept, told
from geboortespel.cli.source import Whole
from geboortespel.words.catalog import Translator

if TYPE_CHECKING:
    from geboortespel.session.replay import Played
    from geboortespel.session.session import Session
    from geboortespel.words.voice import Voice


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(
        help=tr("Play a journal again, and print its course. The last line is `uitkomst: ID` when the game has ended.")
    )
    @journal_argument(tr)
    @click.option("--tot", "--until", "until", type=Whole(tr, 0), metavar="N", help=tr("Up to and including line N."))
    def replay(journal: Path, until: int | None) -> None:
        with told(tr, damaged=Exit.FAULTS):
            session = course(kept(journal), until, tr)
        if session.outcome is not None:
            click.echo(f"uitkomst: {session.outcome.id}")

    return replay


def course(path: Path, until: int | None, tr: Translator) -> Session:
    """Print every line of the journal with what happened; the session at its end."""
    from geboortespel.session.journal import read_journal
    from geboortespel.session.replay import replay
    from geboortespel.words import storage
    from geboortespel.words.voice import Voice

    journal = read_journal(path)
    if journal.torn:
        print(storage.torn(tr), file=sys.stderr)
    over = "einde" in journal.bodies[-1]
    session, lines = replay(path, until)
    voice = Voice(session.board, tr.language)
    for played in lines:
        for line in _told(played, session, voice, over):
            click.echo(line)
    return session


def _told(played: Played, session: Session, voice: Voice, over: bool) -> list[str]:
    """`#12 …` and what happened, one thing a line; what was private only when the game is `over`."""
    body, number = played.body, played.body["n"]
    kind = body["soort"]
    if kind == "tafel":
        return [f"#{number} {remark(body['wat'], body['gegevens'], voice)}"]
    if kind == "terug":
        back = voice.tr("back to #{line}").format(line=body["ouder"])
        return [f"#{number} {back}"]
    view = session.game.view(played.moment.state, over=over)
    said = [line for text in voice.notes(view.notes(played.moment.notes), view) for line in text.split("\n")]
    first, rest = (said[0], said[1:]) if said else ("", [])
    return [f"#{number} {first}".rstrip(), *(f"   {line}" for line in rest)]


def remark(kind: str, data: dict[str, object], voice: Voice) -> str:
    """What the table said about itself."""
    from geboortespel.words.plain import one_line

    tr = voice.tr
    words = {
        "vingers": tr("fingers at the start"),
        "spelers": tr("players"),
        "zwakste": tr("named the weakest"),
        "voorspelling": tr("prediction of the vote"),
        "tegenstem": tr("player who spoke for somebody else"),
        "kaartje": tr("on the card"),
        "notitie": tr("note of the facilitator"),
        "pauze": tr("pause"),
        "inkijk": tr("the facilitator looked at what players can't see"),
        "nabespreking": tr("note of the debriefing"),
    }
    if kind == "nabespreking":
        data = {"tekst": data.get("tekst", "")}
    if "perspectief" in data:
        pointed = data["perspectief"] if isinstance(data["perspectief"], list) else [data["perspectief"]]
        data = {**data, "perspectief": [voice.titles.perspective(str(name)).lower() for name in pointed]}
    if "actor" in data:
        data = {**data, "actor": voice.titles.actor(str(data["actor"]))}
    if kind == "pauze":
        data = {"wat": tr("over") if data.get("wat") == "einde" else tr("begun")}
    parts = [value if isinstance(value, list) else [value] for value in data.values()]
    values = ", ".join(one_line(str(value)) for part in parts for value in part if value not in ("", None))
    said = words.get(kind, one_line(kind))
    return f"{said}: {values}" if values else said
