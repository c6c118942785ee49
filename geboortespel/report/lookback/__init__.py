"""The first look back: what happened in a game, computed from its journal, in chapters for every front end.

Nothing in it is written beforehand but the author's own texts: every claim is a number or a name from the journal. Of
a game that has not ended everything is told that the table may know, and what is hidden stays hidden.
"""

from __future__ import annotations

from geboortespel.report import firstyear
from geboortespel.report.lookback import at_table, guesses, learnt, noted, people, timeline, turning, unheard
from geboortespel.report.lookback.pages import Chapter, Line, line
from geboortespel.report.lookback.past import Past
from geboortespel.session.session import Session
from geboortespel.words.plain import wrap
from geboortespel.words.voice import Voice

__all__ = ["Chapter", "Line", "as_text", "look_back", "where_it_stands"]


def look_back(voice: Voice, session: Session, *, drawn: bool = True) -> tuple[Chapter, ...]:
    """The chapters. `drawn` false: the timeline in sentences, for line mode and screen readers."""
    tr, past = voice.tr, Past(session)
    pages: list[tuple[str, str, list[Line]]] = [
        ("tijdlijn", tr("Timeline"), timeline.told(voice, past, timeline.timeline(past), drawn=drawn)),
        ("keerpunten", tr("Turning points"), turning.told(voice, past)),
        ("geraden", tr("Guesses"), guesses.told(voice, past)),
        ("mensen", tr("The people"), people.told(voice, past)),
        ("verzwegen", tr("Held back"), unheard.told(voice, past)),
        ("lessen", tr("Lessons"), learnt.told(voice, past)),
    ]
    view = session.view(None)
    if firstyear.is_year(view):
        year = [line((said, "")) for said in firstyear.told(voice, view)]
        pages.insert(0, ("kraamtijd", tr("The first year"), year))
    if past.game.talks is not None:
        pages.append(("tafel", tr("Talks"), at_table.told(voice, past, drawn=drawn)))
    noticed = noted.told(voice, past)
    if noticed:
        pages.append(("notities", tr("Facilitator"), noticed))
    return tuple(Chapter(id_, title, tuple(lines)) for id_, title, lines in pages)


def where_it_stands(voice: Voice, session: Session) -> Line:
    """How it ended, or that it has not ended yet."""
    tr, outcome = voice.tr, session.outcome
    if outcome is None:
        return line((tr("This game has not ended yet: this is how it stands now."), "oranje"))
    view = session.view(None)
    name = voice.titles.round_name(min(view.round, view.rounds))
    said = tr("It ended in {round}: {outcome}.").format(round=name, outcome=voice.titles.outcome(outcome.id))
    return line((said, "naam"))


def as_text(chapters: tuple[Chapter, ...], width: int) -> str:
    """The chapters under each other, wrapped; plots as they are."""
    parts = []
    for chapter in chapters:
        parts += [chapter.title.upper(), ""]
        for item in chapter.lines:
            text = item.plain
            start = text[: len(text) - len(text.lstrip())]
            parts.append(text if item.drawn else wrap(text.strip(), width, start, " " * item.hang))
        parts.append("")
    return "\n".join(parts).rstrip("\n") + "\n"
