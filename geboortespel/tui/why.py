"""Waarom? The causes behind a quantity, newest first, adding up; of what is hidden a band and what was witnessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.scenario.expr import names_in
from geboortespel.words.refusals import capital
from geboortespel.words.titles import COLOURS
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.session.session import Session


def told(voice: Voice, session: Session, seat: str | None, name: str) -> tuple[str, list[Content]]:
    """(title, lines) about one quantity: an aspect, a counter, or `family.member`."""
    view = session.view(seat)
    title = voice.tr("Why? {quantity}").format(quantity=capital(shown(voice, view, name)))
    if name in voice.board.scenario.aspects:
        return title, _aspect(voice, session, view, name)
    return title, _causes(voice, session, view, name)


def shown(voice: Voice, view: View, name: str) -> str:
    """The quantity with its value, or its band when hidden."""
    value = voice.level(name, view) if name in voice.board.scenario.aspects else view.value(name)
    if value is not None:
        return f"{voice.quantity(name)}: {value}"
    family, _, actor = name.partition(".")
    return f"{voice.quantity(name)}: {voice.support(actor, view)}" if family == "steun" else voice.quantity(name)


def _aspect(voice: Voice, session: Session, view: View, aspect_id: str) -> list[Content]:
    tr, aspect = voice.tr, voice.board.scenario.aspects[aspect_id]
    word, mark, _ = COLOURS[view.colour(aspect_id)]
    bound = tr("green from {green}, orange from {amber}").format(green=aspect.green, amber=aspect.amber)
    said = [Content.styled(f"{mark} {tr(word)}: {bound}.", f"${view.colour(aspect_id)}"), Content("")]
    if aspect.derived is not None:
        estimate = voice.span(aspect_id, view)
        said += [Content(estimate)] if estimate else []
        return said + _derived(voice, view, sorted(set(names_in(aspect.derived.of))))
    if aspect.fact is not None or aspect.insight is not None:
        said.append(Content(tr("The lower of two counts: what it is, and what you see of it.")))
        for name in (f"feit.{aspect_id}", f"inzicht.{aspect_id}"):
            said += [Content(""), Content.styled(capital(shown(voice, view, name)), "bold")]
            said += _causes(voice, session, view, name)
        return said
    stock = view.value(f"stand.{aspect_id}")
    if stock is not None and stock != view.level(aspect_id):
        held = [t for t in view.thresholds if aspect_id in voice.board.scenario.thresholds[t].caps]
        names = ", ".join(f"'{voice.titles.threshold(t)}'" for t in held)
        said.append(Content(tr("It would be {stock}, but is held back by {names}.").format(stock=stock, names=names)))
    return said + _causes(voice, session, view, f"stand.{aspect_id}")


def _derived(voice: Voice, view: View, names: list[str]) -> list[Content]:
    """What a derived level follows from; support among those who decide is taken apart by person."""
    said = [Content(voice.tr("It follows from:"))]
    for name in names:
        body = voice.board.scenario.body
        if name == "draagvlak" and body is not None:
            said.append(Content(f"  {capital(voice.quantity(name))}, " + voice.tr("weighed by power") + ":"))
            for actor in body.members:
                power = voice.tr("power {n}").format(n=voice.board.power[actor])
                line = f"    {voice.titles.actor(actor)} ({power}): {voice.support(actor, view)}"
                said.append(Content(line))
        else:
            said.append(Content(f"  {capital(shown(voice, view, name))}"))
    return said


def _causes(voice: Voice, session: Session, view: View, name: str) -> list[Content]:
    tr = voice.tr
    found = session.causes(name, view.seat).since_the_draw()
    said = [
        Content.assemble((f"{entry.delta:+5d}  ", "bold"), capital(voice.cause(entry.cause))) for entry in found.entries
    ]
    if found.value is None:
        witnessed = tr("What you saw yourselves:") if said else tr("You have not seen anything that moved it.")
        hidden = tr("What really weighs here shows once somebody has listened.")
        return [Content(hidden), Content(witnessed), *said]
    if found.start is not None:
        said.append(Content.assemble((f"{found.start:5d}  ", "bold"), capital(voice.cause(("begin",)))))
    said.append(Content.styled(f"{'─' * 5}", "$zacht"))
    said.append(Content.assemble((f"{found.value:5d}  ", "bold $accent-tekst"), tr("as it stands now")))
    return said


def askable(voice: Voice, view: View) -> list[str]:
    """Every quantity on the board that one can ask about, in the order of the board."""
    scenario = voice.board.scenario
    found = list(scenario.aspects) + [c for c in scenario.counters if view.value(c) is not None]
    found += [f"steun.{actor}" for actor in voice.board.actors]
    found += [f"weerstand.{threshold}" for threshold in view.thresholds]
    found += [f"energie.{b}" for b in scenario.believers if view.value(f"meedoet.{b}")]
    return found
