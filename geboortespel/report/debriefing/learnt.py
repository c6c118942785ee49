"""Step 3, what we learnt: from what happened to what it means to these people."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.report.debriefing.facts import Facts
from geboortespel.report.debriefing.pages import Question
from geboortespel.report.lookback.lessons import lessons
from geboortespel.report.lookback.turning import months, talk
from geboortespel.words.plain import one_line

MUCH = 10
"""Points from which a lot shifted without anybody doing anything."""
MOST_GOALS = 2
"""Lessons of the scenario that get a question of their own."""


def questions(facts: Facts) -> Iterator[Question]:
    """Their own sentence first; then lessons met and not met, talking and listening, what lagged, waiting."""
    tr = facts.tr
    yield Question("maak-af", tr("Finish the sentence: we thought that …, and it turned out that …"))
    yield from _lessons(facts)
    yield from _talking(facts)
    for person in facts.unanswered[:1]:
        text = tr("This was heard, and no answer came. When is being heard enough, and when is it not?")
        yield Question("geen-antwoord", text, facts.concern(person.actor, person.unanswered[0]))
    behind = facts.furthest_behind()
    if behind:
        text = tr("This perspective lagged most. What makes it so easy to leave for later?")
        yield Question("achtergebleven", text, behind)
    up, down = months(facts.past) if facts.past.required else (0, 0)
    if up + down >= MUCH:
        said = tr("What you did not do yourselves, month after month: {up} points nearer, {down} further away.")
        text = tr("A lot shifted without anybody doing anything. What does that tell about waiting?")
        yield Question("wachten", text, said.format(up=up, down=down))
    yield Question("doorgeven", tr("Which sentence from this game would you give to who plays it tomorrow?"))


def _lessons(facts: Facts) -> Iterator[Question]:
    tr, found, known = facts.tr, lessons(facts.past), facts.past.session.board.scenario.lessons
    for goal in [goal for goal in found.goals if goal in found.met and goal in known][:MOST_GOALS]:
        text = tr("Where in the game did you come across this? Is it right, or does it rub?")
        yield Question(f"les-{goal}", text, one_line(known[goal].text or known[goal].title))
    for goal in [goal for goal in found.missed_goals if goal in known][:1]:
        text = tr("This did not come by in your game. Do you believe it all the same?")
        yield Question(f"les-{goal}", text, one_line(known[goal].text or known[goal].title))


def _talking(facts: Facts) -> Iterator[Question]:
    tr, spoken = facts.tr, talk(facts.past)
    if spoken.hits or spoken.misses:
        said = tr("Of what you told people {hits} hit, {misses} missed and {worn} had worn off.")
        fact = said.format(hits=spoken.hits, misses=spoken.misses, worn=spoken.worn)
        yield Question("landen", tr("What made a story land? And what was missing when it did not?"), fact)
    listened, told = facts.heard_and_told()
    if listened or told:
        fact = tr("Times listened: {n}. Times told: {m}.").format(n=listened, m=told)
        text = tr("You listened, and you told. What did you hear that you would never have got by telling?")
        if not listened:
            text = tr("What might you have heard if you had come to listen only?")
        yield Question("luisteren", text, fact)
