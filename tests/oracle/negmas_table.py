"""Writes `negmas_table.json`: what NegMAS says of generated spaces. See README.md here; needs a venv with NegMAS."""

from __future__ import annotations

import json
from pathlib import Path

from negmas import LinearAdditiveUtilityFunction, SAOMechanism, __version__, make_issue
from negmas.preferences.ops import kalai_points, ks_points, nash_points, pareto_frontier
from negmas.preferences.value_fun import TableFun
from negmas.sao import BoulwareTBNegotiator, ConcederTBNegotiator, LinearTBNegotiator, MiCRONegotiator

from geboortespel.market.space import Space
from geboortespel.market.utility import Utility
from tests.market.making import draws, made, spaced

SPACES = 240
ROUNDS = 12
NEGOTIATORS = {
    "boulware": (BoulwareTBNegotiator, {"eps": 0}),
    "lineair": (LinearTBNegotiator, {"eps": 0}),
    "conceder": (ConcederTBNegotiator, {"eps": 0}),
    "micro": (MiCRONegotiator, {}),
}
PAIRS = (
    ("boulware", "boulware"), ("boulware", "lineair"), ("boulware", "conceder"), ("lineair", "lineair"),
    ("lineair", "conceder"), ("conceder", "boulware"), ("micro", "micro"),
)  # fmt: skip


def asked(space: Space, issues: list, me: Utility) -> LinearAdditiveUtilityFunction:
    """The same utility for NegMAS, in whole points."""
    values = {
        issue.id: TableFun({option: me.part(issue.id, option) for option in issue.options}) for issue in space.issues
    }
    return LinearAdditiveUtilityFunction(values=values, issues=issues, reserved_value=me.reservation)


def row(seed: int) -> dict[str, object]:
    """One generated space: two parties, and what NegMAS makes of them."""
    draw = draws(seed * 7919)
    radix = [2 + next(draw) % 4 for _ in range(2 + next(draw) % 4)]
    low, high = next(draw) % 6000, next(draw) % 6000
    space = spaced(radix)
    mine = made(space, seed, low), made(space, seed + 10_000, high)
    issues = [make_issue(list(issue.options), issue.id) for issue in space.issues]
    ufuns = [asked(space, issues, me) for me in mine]
    outcomes = [space.outcome(code) for code in range(space.size)]
    worths = [[round(float(ufun(outcome))) for outcome in outcomes] for ufun in ufuns]
    rational = [o for o, u, v in zip(outcomes, *worths, strict=True) if u >= low and v >= high]
    found: dict[str, object] = {
        "seed": seed, "radix": radix, "reservation": [low, high], "sum": [sum(some) for some in worths],
        "frontier": [], "nash": None, "kalai": None, "ks": None, "courses": {},
    }  # fmt: skip
    if rational:
        points, _ = pareto_frontier(ufuns, outcomes=rational, sort_by_welfare=True)
        frontier = sorted({tuple(round(float(u)) for u in point) for point in points}, reverse=True)
        ranges = [(low, max(u for u, _ in frontier)), (high, max(v for _, v in frontier))]
        found["frontier"] = frontier
        found["nash"] = _best(nash_points(ufuns, frontier, ranges=ranges))
        found["kalai"] = _best(kalai_points(ufuns, frontier, ranges=ranges))
        found["ks"] = _best(ks_points(ufuns, frontier, ranges=ranges))
    found["courses"] = {f"{a} {b}": course(space, issues, ufuns, (a, b)) for a, b in PAIRS}
    return found


def _best(points: tuple) -> list[list[int]]:
    """Utility pairs of all points that NegMAS holds equally good."""
    return sorted([round(float(u)) for u in point] for point, _ in points)


def course(space: Space, issues: list, ufuns: list, names: tuple[str, str]) -> dict[str, object]:
    """A negotiation: the codes offered in turn, and the code agreed on."""
    mechanism = SAOMechanism(issues=issues, n_steps=ROUNDS)
    for name, ufun in zip(names, ufuns, strict=True):
        kind, options = NEGOTIATORS[name]
        mechanism.add(kind(ufun=ufun, **options))
    mechanism.run()
    offers = [space.code(offer) for _, _, offer in mechanism.extended_trace]
    return {"offers": offers, "agreed": None if mechanism.agreement is None else space.code(mechanism.agreement)}


def main() -> None:
    rows = [row(seed) for seed in range(1, SPACES + 1)]
    head = {"negmas": __version__, "rounds": ROUNDS, "rows": rows}
    target = Path(__file__).with_name("negmas_table.json")
    target.write_text(json.dumps(head, separators=(",", ":")).replace('{"seed"', '\n{"seed"') + "\n", "utf-8")


if __name__ == "__main__":
    main()
