"""A scenario as graphs: its phases, what influences what, who listens to whom, thresholds and the ways over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import frozen

from geboortespel.scenario.expr import All, Boolean, Cmp, Num, Var, names_in
from geboortespel.scenario.model import Scenario
from geboortespel.scenario.review.logic import said


@frozen
class Point:
    """Something in a graph. `id`: unique in it; `note`: a number or rule that goes with it; `use`: see `usage`."""

    id: str
    label: str
    kind: str
    note: str = ""
    use: tuple[str, ...] = ()


@frozen
class Link:
    """An arrow. `kind`: `vol`, or `dun` for what is only nearby."""

    source: str
    target: str
    label: str = ""
    kind: str = "vol"
    use: str = ""


@frozen
class Graph:
    """Points and links of one view. `round`: it has no beginning and no end, so it is drawn as a ring."""

    view: str
    points: tuple[Point, ...]
    links: tuple[Link, ...]
    round: bool = False


def phases(scenario: Scenario) -> Graph:
    """Phases in order, their gates, what happens in them, and the endings."""
    points: list[Point] = []
    links: list[Link] = []
    before, at = "", 0
    for phase in scenario.phases.values():
        here = f"fase.{phase.id}"
        points.append(Point(here, phase.title or phase.id, "fase", str(phase.rounds)))
        if before:
            links.append(Link(before, here))
        before = here
        for event in scenario.events.values():
            number = _round_of(event.when)
            if at < number <= at + phase.rounds:
                name = f"gebeurtenis.{event.id}"
                points.append(Point(name, event.title or event.id, "gebeurtenis", str(number), (name,)))
                links.append(Link(name, here, kind="dun"))
        at += phase.rounds
        if phase.gate is not None:
            gate = f"poort.{phase.id}"
            points.append(Point(gate, said(phase.gate.when), "poort", "", (f"poort_niet.{phase.id}",)))
            links.append(Link(here, gate))
            before = gate
    for outcome in scenario.outcomes.values():
        name = f"uitkomst.{outcome.id}"
        points.append(Point(name, outcome.title or outcome.id, "uitkomst", outcome.kind, (name,)))
        if before:
            links.append(Link(before, name))
    return Graph("fasen", tuple(points), tuple(links))


def _round_of(when: Boolean | None) -> int:
    """The round that a condition names outright, 0 when it names none."""
    match when:
        case Cmp("=", Var("ronde"), Num(number)):
            return number
        case All(items):
            return max((_round_of(item) for item in items), default=0)
    return 0


def influences(scenario: Scenario) -> Graph:
    """Which aspect pulls which at the end of a round, by the colour of the first; and what is worked out from what."""
    points = [Point(a.id, a.title or a.id, a.perspective, "", (f"groen.{a.id}",)) for a in scenario.aspects.values()]
    links = [
        Link(link.source_aspect, link.target_aspect, "/".join(map(_signed, (link.green, link.amber, link.red))))
        for link in scenario.influences.values()
    ]
    for aspect in scenario.aspects.values():
        if aspect.derived is not None:
            for name in dict.fromkeys(names_in_number(aspect.derived.of)):
                if name not in scenario.aspects and all(point.id != name for point in points):
                    points.append(Point(name, name, "grootheid"))
                links.append(Link(name, aspect.id, kind="dun"))
    return Graph("invloeden", tuple(points), tuple(links), round=True)


def _signed(number: int) -> str:
    return f"{number:+d}" if number else "0"


def names_in_number(node: object) -> Iterator[str]:
    """Quantities that an expression reads."""
    yield from names_in(node)  # type: ignore[arg-type]


def listening(scenario: Scenario) -> Graph:
    """Whose opinion counts for whom, and who of the believers comes in where."""
    talking = [m.id for m in scenario.moves.values() if m.verb in ("luisteren", "overtuigen") or m.target == "actor"]
    points, links = [], []
    for actor in scenario.actors.values():
        role = scenario.roles.get(actor.role or "")
        power = actor.power if actor.power is not None else (role.power if role else 1)
        label = actor.title or (role.title if role else "") or actor.id
        points.append(Point(actor.id, label, actor.side, str(power), tuple(f"zet.{m}.{actor.id}" for m in talking)))
        links += [Link(other, actor.id, str(weight)) for other, weight in actor.listens_to.items()]
    for believer in scenario.believers.values():
        name = f"believer.{believer.id}"
        points.append(Point(name, believer.title or believer.id, "believer"))
        links += [Link(name, actor, kind="dun") for actor in believer.network if actor in scenario.actors]
    return Graph("luisteren", tuple(points), tuple(links), round=True)


def thresholds(scenario: Scenario) -> Graph:
    """Thresholds, the moves that work on them, and the aspects they hold back."""
    moves: dict[str, None] = {}
    points: list[Point] = []
    links: list[Link] = []
    for threshold in scenario.thresholds.values():
        name = f"drempel.{threshold.id}"
        label = threshold.title or threshold.id
        points.append(Point(name, label, "drempel", str(threshold.resistance), (f"drempel_weg.{threshold.id}",)))
        for route in threshold.routes.values():
            moves[route.move] = None
            asked = "".join(f" {word} {value}" for word, value in (("·", route.option), ("met", route.ally)) if value)
            use = f"route.{threshold.id}.{route.id}"
            links.append(Link(f"zet.{route.move}", name, f"−{route.takes}{asked}", use=use))
        for aspect in threshold.caps:
            links.append(Link(name, f"aspect.{aspect}", f"≤{threshold.caps[aspect]}", "dun"))
    capped = dict.fromkeys(aspect for t in scenario.thresholds.values() for aspect in t.caps)
    first = [Point(f"zet.{m}", scenario.moves[m].title or m, "zet", "", (f"zet.{m}",)) for m in moves]
    last = [Point(f"aspect.{a}", scenario.aspects[a].title or a, scenario.aspects[a].perspective) for a in capped]
    return Graph("drempels", (*first, *points, *last), tuple(links))


VIEWS: dict[str, Callable[[Scenario], Graph]] = {
    "fasen": phases,
    "invloeden": influences,
    "luisteren": listening,
    "drempels": thresholds,
}
"""Name of a view → what makes it."""
