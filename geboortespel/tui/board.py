"""What lies on the board, as rows and lines of content, from a view. Pure: nothing here knows a screen.

`deltas` are visible changes of the last action (quantity → difference), shown beside the numbers until the next one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.scenario.model import PERSPECTIVES
from geboortespel.tui.widgets.rows import Item, Row, heading
from geboortespel.words.plain import one_line, safe
from geboortespel.words.refusals import capital
from geboortespel.words.titles import COLOURS
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.engine.view import View

Deltas = Mapping[str, int]
FULL, EMPTY = "●", "○"


def points(n: int, most: int) -> str:
    """A meter of a few points: `●●○`; as a number beyond ten."""
    return FULL * n + EMPTY * max(0, most - n) if 0 <= n <= 10 and most <= 10 else str(n)


def bar(n: int, most: int) -> str:
    """A meter as text: `▓▓▓░`."""
    return "▓" * n + "░" * max(0, most - n)


def changed(delta: int) -> Content:
    """`▲4`, `▼2` or nothing."""
    if not delta:
        return Content("")
    return Content.styled(f" {'▲' if delta > 0 else '▼'}{abs(delta)}", "bold $accent-tekst")


# -- where we are ------------------------------------------------------------------------------------------------------


def where(voice: Voice, view: View, *, short: bool = False) -> Content:
    """Title, round of rounds, calendar name, phase; `short` leaves out when the phase ends."""
    tr, titles = voice.tr, voice.titles
    n = min(view.round, view.rounds)
    name = titles.round_name(n)
    plain = voice.tr("round {n} of {all}").format(n=n, all=view.rounds)
    parts = [Content.styled(one_line(voice.board.scenario.title), "bold $accent-tekst"), Content(plain)]
    if voice.board.scenario.calendar:
        parts.append(Content(capital(name)))
    if view.phase:
        parts.append(Content.styled(titles.phase(view.phase), "bold"))
    if view.phase and not short:
        parts.append(Content.styled(tr("up to and including {round}").format(round=_until(voice, view)), "$zacht"))
    return Content(" · ").join(parts)


def _until(voice: Voice, view: View) -> str:
    end = view.phase_end
    return voice.titles.round_name(end) if voice.board.scenario.calendar else voice.tr("round {n}").format(n=end)


def phases(voice: Voice, view: View) -> Content:
    """All phases with a mark: done, now, to come."""
    every = list(voice.board.scenario.phases)
    if not every or view.phase not in every:
        return Content("")
    now = every.index(view.phase)
    said = []
    for i, phase in enumerate(every):
        mark, style = ("●", "$zacht") if i < now else ("▶", "bold $accent-tekst") if i == now else ("○", "$zacht")
        said.append(Content.styled(f"{mark} {voice.titles.phase(phase)}", style))
    return Content("  ").join(said)


def summary(voice: Voice, view: View) -> Content:
    """Every perspective in a few marks: `Project ●3 ◐2 ○1`, of what must be green."""
    said = []
    for perspective in PERSPECTIVES:
        aspects = [a for a in view.required if voice.board.scenario.aspects[a].perspective == perspective]
        if not aspects:
            continue
        colours: list[str] = [view.colour(aspect) for aspect in aspects]
        marks = [Content.styled(f"{COLOURS[c][1]}{colours.count(c)}", f"${c}") for c in COLOURS if colours.count(c)]
        said.append(Content.assemble((f"{voice.titles.perspective(perspective)} ", "bold"), Content(" ").join(marks)))
    if not said:
        shown = [(capital(voice.titles.counter(c)), view.value(c)) for c in voice.board.scenario.counters]
        said = [Content.assemble(f"{name} ", (str(value), "bold")) for name, value in shown if value is not None]
    return Content("   ").join(said)


# -- the three perspectives --------------------------------------------------------------------------------------------


def lights(voice: Voice, view: View, deltas: Deltas) -> list[Item]:
    """The traffic lights, by perspective, then counters."""
    scenario, items = voice.board.scenario, []
    required = set(view.required)
    for perspective in PERSPECTIVES:
        aspects = [a for a in scenario.aspects.values() if a.perspective == perspective]
        if not aspects:
            continue
        counted = [a for a in aspects if a.id in required]
        green = sum(view.colour(a.id) == "groen" for a in counted)
        score = Content.styled(f"{green}/{len(counted)} " + voice.tr("green"), "$zacht") if counted else None
        items.append(heading(voice.titles.perspective(perspective), score))
        items += [_light(voice, view, aspect.id, aspect.id in required, deltas) for aspect in aspects]
    counters = [c for c in scenario.counters if view.value(c) is not None]
    if counters:
        items.append(heading(voice.tr("Counters")))
    items += [_counter(voice, view, counter, deltas) for counter in counters]
    return items


def _light(voice: Voice, view: View, aspect_id: str, required: bool, deltas: Deltas) -> Item:
    aspect = voice.board.scenario.aspects[aspect_id]
    colour = view.colour(aspect_id)
    word, mark, _ = COLOURS[colour]
    name = voice.titles.aspect(aspect_id)
    left = Content.assemble((f"{mark} ", f"${colour}"), name if required else (name, "$zacht"))
    estimate = voice.span(aspect_id, view)
    level = f"~{view.level(aspect_id)}" if estimate else str(view.level(aspect_id))
    right = Content.assemble(changed(deltas.get(aspect_id, 0)), (f" {level:>2} ", "bold"))
    right += Content.styled(f"{voice.tr(word):<6}", f"${colour}")
    need = voice.tr("must be green") if required else voice.tr("need not be green")
    bound = voice.tr("green from {green}, orange from {amber}").format(green=aspect.green, amber=aspect.amber)
    about = Content.assemble((name, "bold"), f" {level}, {voice.tr(word)} ({bound}; {need}). ", said(aspect.text))
    about = Content.assemble(about, f" {estimate}") if estimate else about
    return Item(aspect_id, Row(left, right), about)


def _counter(voice: Voice, view: View, counter: str, deltas: Deltas) -> Item:
    name, value = capital(voice.titles.counter(counter)), view.value(counter)
    right = changed(deltas.get(counter, 0)) + Content.styled(f" {value}", "bold")
    return Item(counter, Row(Content(name), right), Content.assemble((name, "bold"), f": {value}"))


# -- people and thresholds ---------------------------------------------------------------------------------------------


def people(voice: Voice, view: View, deltas: Deltas) -> list[Item]:
    """Everybody round the table: power, support or its band, heard concerns."""
    order = sorted(voice.board.actors, key=lambda actor: -voice.board.power[actor])
    columns = Row(Content.styled(voice.tr("power"), "$zacht"), Content.styled(voice.tr("support"), "$zacht"))
    return [Item("columns", columns, heading=True)] * bool(order) + [
        _person(voice, view, actor, deltas) for actor in order
    ]


def stance(voice: Voice, view: View, actor: str) -> Content:
    """Support as a mark, words, and a number once listened."""
    low, high = view.band(actor)
    known = not view.hides(f"steun.{actor}")
    middle = (low + high) // 2
    colour = "groen" if middle >= 20 else "rood" if middle <= -20 else "oranje"
    mark = ("▲" if colour == "groen" else "▼" if colour == "rood" else "◆") if known else "?"
    word = voice.titles.band(low, high)
    style = f"${colour}" if known else "$zacht"
    number = Content.styled(f" {low:+d}", "bold") if known else Content("")
    return Content.styled(f"{mark} {word}", style) + number


def _person(voice: Voice, view: View, actor: str, deltas: Deltas) -> Item:
    titles = voice.titles
    heard = [titles.concern(concern).lower() for concern, _ in view.heard(actor)]
    left = Content.assemble((f"{voice.board.power[actor]:>2} ", "$zacht"), (titles.actor(actor), "bold"))
    below = Content.styled(", ".join(heard), "italic")
    right = changed(deltas.get(f"steun.{actor}", 0)) + Content(" ") + stance(voice, view, actor)
    return Item(f"steun.{actor}", Row(left, right, below, hang=3, wrap=True), person_about(voice, view, actor))


def person_about(voice: Voice, view: View, actor: str) -> Content:
    """Who this is, how they stand, what was heard or what people like this often worry about, to whom they listen."""
    tr, titles = voice.tr, voice.titles
    heard = [titles.concern(concern).lower() for concern, _ in view.heard(actor)]
    usual = [titles.concern(concern).lower() for concern in view.usual(actor)]
    listens = [titles.actor(other) for other in voice.board.scenario.actors[actor].listens_to]
    power = tr("power {n}").format(n=voice.board.power[actor])
    parts = [Content.assemble((titles.actor(actor), "bold"), f", {power}. ", said(voice.board.actor_text(actor)))]
    parts.append(Content(tr("Support: {support}.").format(support=voice.support(actor, view))))
    if heard:
        parts.append(Content(tr("Heard: {concerns}.").format(concerns=", ".join(heard))))
    elif usual:
        parts.append(Content(tr("People like this often worry about: {concerns}.").format(concerns=", ".join(usual))))
    if listens:
        parts.append(Content(tr("Listens to: {people}.").format(people=", ".join(listens))))
    if view.seat and not view.reaches(view.seat, actor):
        parts.append(Content(tr("Out of reach for {seat}.").format(seat=titles.the_seat(view.seat))))
    return Content(" ").join(parts)


def thresholds(voice: Voice, view: View, deltas: Deltas) -> list[Item]:
    """Standing thresholds with what is left of them, then those that are gone."""
    scenario, items = voice.board.scenario, []
    for threshold_id in view.thresholds:
        threshold = scenario.thresholds[threshold_id]
        left_over = view.value(f"weerstand.{threshold_id}") or 0
        name = voice.titles.threshold(threshold_id)
        delta = changed(deltas.get(f"weerstand.{threshold_id}", 0))
        right = delta + Content.styled(f" {bar(left_over, threshold.resistance)} {left_over}", "bold $warm")
        moves = dict.fromkeys(voice.titles.move(route.move) for route in threshold.routes.values())
        ways = voice.tr("Ways over it: {moves}.").format(moves=", ".join(moves)) if moves else ""
        about = Content.assemble((name, "bold"), ". ", said(threshold.text), f" {ways}")
        items.append(Item(f"weerstand.{threshold_id}", Row(Content(name), right, hang=2, wrap=True), about))
    for threshold_id in view.cleared:
        name = voice.titles.threshold(threshold_id)
        row = Row(Content.styled(name, "$zacht strike"), Content.styled(voice.tr("gone"), "$zacht"))
        items.append(Item(f"weerstand.{threshold_id}", row, said(scenario.thresholds[threshold_id].gone)))
    if not items:
        row = Row(Content.styled(voice.tr("Nothing in sight yet."), "$zacht"))
        items.append(Item("none", row, heading=True))
    return items


# -- ourselves ---------------------------------------------------------------------------------------------------------


def stamina(voice: Voice, view: View, seat: str) -> Content:
    """`Projectmanager  tijd ●●○  energie 8`; only the time of a seat without a name."""
    believer = voice.board.scenario.believers.get(seat)
    if believer is None:
        return Content("")
    time = view.value(f"tijd.{seat}") or 0
    energy = view.value(f"energie.{seat}") or 0
    most = max(time, believer.time)
    return Content.assemble(
        (voice.titles.seat(seat), "bold"),
        "  " + voice.tr("time {time}  energy {energy}").format(time=points(time, most), energy=energy),
    )


def said(text: str) -> Content:
    """Author text: made harmless, on one line, never markup."""
    return Content(" ".join(safe(text).split()))
