"""Step 4, how it relates to work: the game is a mirror; now look who is in it."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.report.debriefing.facts import Facts
from geboortespel.report.debriefing.pages import Question
from geboortespel.words.plain import one_line

MOST_PEOPLE = 6
"""People of the game that are named to choose from."""


def questions(facts: Facts) -> Iterator[Question]:
    """Chairs and concerns, thresholds, news and the market of this game, each held against their own work."""
    tr, titles, board = facts.tr, facts.titles, facts.past.session.board
    if board.actors:
        some = sorted(board.actors, key=lambda actor: -board.power[actor])[:MOST_PEOPLE]
        text = tr("Which chair at this table do you know from your own work? What keeps whoever sits there awake?")
        yield Question("stoel", text, ", ".join(titles.actor(actor) for actor in some))
    person = facts.keeper(1)
    if person is not None:
        text = tr("Where does this concern lie in your own project, and what does it take to say it aloud?")
        yield Question("zorg-op-het-werk", text, facts.concern(person.actor, person.unheard[0]))
    walls = facts.standing() or [titles.threshold(threshold) for threshold in facts.past.now.cleared]
    for name in walls[:1]:
        text = tr("Where does this threshold stand with you? With what good reason was it once put there?")
        yield Question("drempel-op-het-werk", text, name)
    news = facts.news()
    if news is not None:
        text = tr("How would this go where you work? Who hears it first?")
        yield Question("nieuws-op-het-werk", text, _news(facts, news[-1]))
    if facts.past.game.talks is not None:
        text = tr("When did you last talk with the market while nothing had to be bought?")
        yield Question("markt", text)
    yield Question("wie-gelooft", tr("Who believes in it where you work? What do they need to keep going?"))
    yield Question(
        "keuzelijst", tr("Is working this way one of the choices with you, or does somebody have to bring it up?")
    )
    yield Question("risico", tr("Which risk lies with one party now, though you could carry it better together?"))


def _news(facts: Facts, event: str) -> str:
    """The title, and the author's words when they fit a slide."""
    text = one_line(facts.past.session.board.events[event].text)
    title = facts.titles.event(event)
    return f"{title}. {text}" if text and len(text) < 200 else title
