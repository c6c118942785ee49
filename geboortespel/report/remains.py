"""What remains of a game that ended without a birth: what stands, who came to believe in it, what is out of the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geboortespel.words.plain import joined
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.engine.view import View


FEW = 4
"""Up to so many are named; of more it is said how many."""


def remains(voice: Voice, view: View) -> Iterator[str]:
    """Sentences, each from the state the game ended in; only what the table knows."""
    tr, titles = voice.tr, voice.titles
    required = view.required if voice.board.aspects else ()
    green = [titles.aspect(a).lower() for a in required if view.colour(a) == "groen"]
    if 0 < len(green) <= FEW:
        yield tr("Still green: {things}.").format(things=joined(green, tr("and")))
    elif green:
        yield tr("Green were {n} of the {all} lights.").format(n=len(green), all=len(required))
    ally = voice.board.scenario.rules.ally
    friends = [titles.the_actor(actor) for actor in voice.board.actors if (view.value(f"steun.{actor}") or 0) >= ally]
    if friends:
        yield capital(tr("{people} came to see something in it.").format(people=joined(friends, tr("and"))))
    gone = [f"'{titles.threshold(threshold)}'" for threshold in view.cleared]
    if 0 < len(gone) <= FEW:
        yield tr("Out of the way: {thresholds}.").format(thresholds=joined(gone, tr("and")))
    elif gone:
        yield tr("{n} thresholds are out of the way for whoever comes next.").format(n=len(gone))
    met = [titles.the_actor(actor) for actor in voice.board.actors if view.heard(actor)]
    if met:
        yield tr("You know what weighs on {people}.").format(people=joined(met, tr("and")))
