"""The board as text (`b`): where we are, the three perspectives, the people, the thresholds, ourselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geboortespel.report import firstyear
from geboortespel.scenario.model import PERSPECTIVES
from geboortespel.words.plain import one_line
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.engine.view import View


def lines(voice: Voice, view: View) -> list[str]:
    """The whole board, line by line; headings end with a colon, what falls under them is indented."""
    said = [where(voice, view), *lights(voice, view), *people(voice, view), *obstacles(voice, view), *us(voice, view)]
    return [*said, *counters(voice, view)] if firstyear.is_year(view) else said


def counters(voice: Voice, view: View) -> list[str]:
    """Of a first year: the room in the estimate and what it was worth so far, and the cost that is expected."""
    shown = [(voice.titles.counter(name), view.value(name)) for name in voice.board.scenario.counters]
    kept = [f"  {title}: {value}" for title, value in shown if value is not None]
    return [voice.tr("How the year stands:"), *kept, *(f"  {line}" for line in firstyear.money(voice, view))]


def where(voice: Voice, view: View) -> str:
    """The round, and the phase with its last round."""
    tr, titles = voice.tr, voice.titles
    said = titles.round_of(view.round, view.rounds)
    if not view.phase:
        return said
    return f"{said}. " + tr("Phase {phase}, up to and including {round}").format(
        phase=titles.phase(view.phase), round=titles.round_name(view.phase_end)
    )


def lights(voice: Voice, view: View) -> list[str]:
    """The traffic lights of the three perspectives, in words and marks; a plain scenario's counters."""
    tr, titles, said = voice.tr, voice.titles, []
    required = set(view.required)
    for perspective in PERSPECTIVES:
        aspects = [a for a in voice.board.scenario.aspects.values() if a.perspective == perspective]
        if aspects:
            said.append(f"{titles.perspective(perspective)}:")
        for aspect in aspects:
            text = tr("{colour}: {aspect} {level}").format(
                colour=titles.colour(view.colour(aspect.id)),
                aspect=titles.aspect(aspect.id),
                level=voice.level(aspect.id, view),
            )
            note = "" if aspect.id in required else tr(" (need not be green)")
            said.append(f"  {text}{note}")
    shown = [(c, view.value(c)) for c in voice.board.scenario.counters]
    shown = [(c, value) for c, value in shown if value is not None]
    if shown:
        said.append(tr("Counters:"))
        for counter, value in shown:
            about = one_line(voice.board.scenario.counters[counter].text)
            said.append(f"  {capital(titles.counter(counter))}: {value}" + (f". {about}" if about else ""))
    return said


def summary(voice: Voice, view: View) -> list[str]:
    """One line per perspective: how many of what must be green is green, and what is red."""
    tr, titles, said = voice.tr, voice.titles, []
    for perspective in PERSPECTIVES:
        aspects = [a for a in view.required if voice.board.scenario.aspects[a].perspective == perspective]
        if not aspects:
            continue
        colours = {aspect: view.colour(aspect) for aspect in aspects}
        green = sum(1 for colour in colours.values() if colour == "groen")
        red = [titles.aspect(a) for a, colour in colours.items() if colour == "rood"]
        text = tr("{perspective}: {n} of {all} green").format(
            perspective=titles.perspective(perspective), n=green, all=len(aspects)
        )
        said.append(text + (tr("; red: {aspects}").format(aspects=", ".join(red)) if red else "") + ".")
    return said


def person(voice: Voice, view: View, actor: str) -> str:
    """One stakeholder: how they stand and which concerns were heard."""
    tr, titles = voice.tr, voice.titles
    heard = [titles.concern(concern).lower() for concern, _ in view.heard(actor)]
    said = f"{titles.actor(actor)}: {voice.support(actor, view)}"
    return said + (tr("; concern: {concerns}").format(concerns=", ".join(heard)) if heard else "")


def people(voice: Voice, view: View) -> list[str]:
    """Everybody round the table, with their power."""
    if not voice.board.actors:
        return []
    said = [voice.tr("Round the table:")]
    for actor in voice.board.actors:
        power = voice.tr("power {n}").format(n=voice.board.power[actor])
        said.append(f"  {person(voice, view, actor)} ({power})")
    return said


def obstacles(voice: Voice, view: View) -> list[str]:
    """Thresholds that stand, with what is left of them."""
    if not view.thresholds:
        return []
    said = [voice.tr("Thresholds:")]
    for threshold in view.thresholds:
        left = voice.tr("resistance {n}").format(n=view.value(f"weerstand.{threshold}"))
        said.append(f"  {voice.titles.threshold(threshold)}: {left}")
    return said


def us(voice: Voice, view: View) -> list[str]:
    """The believers who take part, with their time and energy."""
    believers = [b for b in voice.board.scenario.believers if view.value(f"meedoet.{b}")]
    return [voice.tr("You:")] + [f"  {stamina(voice, view, b)}" for b in believers] if believers else []


def stamina(voice: Voice, view: View, seat: str) -> str:
    """`Projectmanager: tijd 2, energie 8`."""
    return voice.tr("{seat}: time {time}, energy {energy}").format(
        seat=voice.titles.seat(seat), time=view.value(f"tijd.{seat}"), energy=view.value(f"energie.{seat}")
    )
