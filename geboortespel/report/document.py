"""The report of a game as one document: the chance of birth, the look back and the card, as HTML, Markdown or JSON.

Whatever comes from a scenario or from players is escaped. Nothing in it depends on the clock: same journal, same bytes.
"""

from __future__ import annotations

import json
from typing import Literal, get_args

from attrs import frozen

from geboortespel.analysis.picture import Picture
from geboortespel.report import facts, lights
from geboortespel.report.card import Sheet, lines, sheet, signed_by
from geboortespel.report.firstyear import hope
from geboortespel.report.lookback import (
    Chapter,
    at_table,
    branches,
    chance,
    curve,
    look_back,
    timeline,
    where_it_stands,
)
from geboortespel.report.lookback.past import Past
from geboortespel.report.markdown import markdown
from geboortespel.report.page import MARK, Part, inline, is_report, page, paragraphs
from geboortespel.report.portrait import portrait
from geboortespel.report.vector import element, escape
from geboortespel.session.session import Session
from geboortespel.words.plain import one_line
from geboortespel.words.voice import Voice

__all__ = ["KINDS", "Report", "card", "is_report", "rendered", "report"]

Kind = Literal["html", "md", "json"]
KINDS: tuple[Kind, ...] = get_args(Kind)
FORMAT = 2


@frozen
class Report:
    """What a report holds. `chapters` without drawings, `drawn` the same with them; `pictures`: chapter → HTML that
    stands above its text, or (`instead`) in place of it; `card`: the birth card or letter."""

    voice: Voice
    title: str
    stands: str
    chapters: tuple[Chapter, ...]
    drawn: tuple[Chapter, ...]
    pictures: dict[str, str]
    instead: dict[str, str]
    card: Sheet
    facts: dict[str, object]


def report(voice: Voice, session: Session, chances: Picture) -> Report:
    """The report of a game that has ended."""
    past = Past(session)
    lanes = timeline.timeline(past)
    sittings = "\n".join(paragraphs(at_table.sittings(voice, past)))
    branch = _branch(voice, past)
    told, drawn = (
        (chance.chapter(voice, past, chances, drawn=drawn), *look_back(voice, session, drawn=drawn), *branch)
        for drawn in (False, True)
    )
    return Report(
        voice,
        one_line(session.board.scenario.title),
        where_it_stands(voice, session).plain,
        told,
        drawn,
        {"kans": element("figure", curve.svg(chances, voice.tr, hope(voice, past.now))), **_map(voice, past)},
        {"tijdlijn": f"{lights.tables(voice, past, lanes)}\n{sittings}"},
        sheet(voice, session.view(None), signed_by(session.remarks)),
        _facts(voice, session, past, chances),
    )


def _branch(voice: Voice, past: Past) -> tuple[Chapter, ...]:
    """Of a branch what it is a branch of; no other journals, so that the same one always gives the same report."""
    made = branches.chapter(voice, past, ())
    return (made,) if made is not None else ()


def _map(voice: Voice, past: Past) -> dict[str, str]:
    """The map of the negotiation, when there was one."""
    drawn = at_table.picture(voice, past)
    return {"tafel": element("figure", inline(drawn, voice.tr("The map of the negotiation")))} if drawn else {}


def _facts(voice: Voice, session: Session, past: Past, chances: Picture) -> dict[str, object]:
    outcome = session.outcome
    return {
        "scenario": session.board.scenario.id,
        "zaad": session.seed,
        "einde": outcome.id if outcome else "",
        **chance.facts(voice, past, chances),
        "mensen": facts.people(past),
        "lessen": facts.learned(voice, past),
    }


def rendered(kind: Kind, made: Report) -> bytes:
    """The file, UTF-8."""
    match kind:
        case "html":
            tr = made.voice.tr
            return "\n".join(page(tr.language, made.title, [made.stands], _parts(made), tr("Contents"))).encode()
        case "md":
            return "\n".join(markdown(made.title, made.stands, made.drawn, _card_text(made), made.voice.tr)).encode()
        case "json":
            return (json.dumps(_json(made), ensure_ascii=False, indent=2) + "\n").encode()


def _card_text(made: Report) -> list[str]:
    return lines(made.card, made.voice)


def _json(made: Report) -> dict[str, object]:
    chapters = [{"id": c.id, "titel": c.title, "regels": [item.plain for item in c.lines]} for c in made.drawn]
    head = {"soort": MARK, "versie": FORMAT, "titel": made.title, "stand": made.stands}
    return {**head, **made.facts, "hoofdstukken": chapters, "kaartje": _card_text(made)}


def _parts(made: Report) -> list[Part]:
    """The chapters, then the card as it is drawn with its text under it."""
    parts = []
    for part in made.chapters:
        body = made.instead.get(part.id) or "\n".join(paragraphs(part.lines))
        parts.append(Part(part.id, part.title, "\n".join(filter(None, (made.pictures.get(part.id), body)))))
    return [*parts, Part("kaartje", made.voice.tr("Card"), card(made.voice, made.card))]


def card(voice: Voice, made: Sheet, mark: str = "") -> str:
    """The birth card or letter as a picture, and in words."""
    tr = voice.tr
    drawn = inline(portrait(made, tr.language, tr("What remains")), f"{made.heading}: {made.name}", mark)
    said = "\n".join(element("p", escape(text)) for text in lines(made, voice) if text)
    summary = element("summary", escape(tr("The card in words")))
    words = element("details", f"{summary}\n{said}")
    return f"{element('figure', drawn, class_='kaart')}\n{words}"
