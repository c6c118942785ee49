"""The map of outcomes as a drawing of characters: across what an outcome is worth to the client, upwards to the party.

Marks are told apart by their shape; colours only help. Every mark has a twin in ASCII, and the table of offers under
the drawing says the same in words.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from geboortespel.engine.ir import round_half_away
from geboortespel.report.lookback.bargains import Chart, percent
from geboortespel.report.lookback.pages import Line, line

WIDE, HIGH = 61, 13
"""Cells of the field: with axes and names it fits 78 × 16."""
LEFT = 6
CLOUD, EDGE, AGREED = ".", "+", "◆"
ROOM = 4
"""Percent that is left free beside the outermost of what has to be seen."""


@frozen
class Window:
    """The part of the plane that is drawn, in percent: from `left` and `foot` to 100."""

    left: int
    foot: int

    def cell(self, across: int, up: int) -> tuple[int, int]:
        """(column, row from the top) of a point; outside the field when it lies outside the window."""
        return (
            round_half_away((across - self.left) * (WIDE - 1), 100 - self.left),
            HIGH - 1 - round_half_away((up - self.foot) * (HIGH - 1), 100 - self.foot),
        )


class Field:
    """Cells of a character and a role; later ones lie over earlier ones."""

    def __init__(self) -> None:
        self.cells = [[(" ", "")] * WIDE for _ in range(HIGH)]

    def put(self, at: tuple[int, int], char: str, role: str = "") -> None:
        column, row = at
        if 0 <= column < WIDE and 0 <= row < HIGH:
            self.cells[row][column] = (char, role)

    def rows(self) -> Iterable[list[tuple[str, str]]]:
        """Every row as pieces: neighbours with the same role together."""
        for row in self.cells:
            pieces: list[tuple[str, str]] = []
            for char, role in row:
                if pieces and pieces[-1][1] == role:
                    pieces[-1] = (pieces[-1][0] + char, role)
                else:
                    pieces.append((char, role))
            yield pieces


def window(chart: Chart) -> Window:
    """What has to be seen: every offer, the agreement and both bounds, with some room beside them."""
    seen = [chart.percent(offer.code) for offer in chart.bargain.offers] + [chart.bounds]
    left, foot = (min(point[side] for point in seen) - ROOM for side in (0, 1))
    return Window(max(0, min(90, left // 5 * 5)), max(0, min(90, foot // 5 * 5)))


def drawn(chart: Chart, across: str, up: str) -> list[Line]:
    """The drawing with its axes; `across` and `up` name them."""
    view, field = window(chart), Field()
    _cloud(chart, view, field)
    least = view.cell(*chart.bounds)
    for column in range(WIDE):
        field.put((column, least[1]), "─", "zacht")
    for row in range(HIGH):
        field.put((least[0], row), "│", "zacht")
    field.put(least, "┼", "zacht")
    for point in chart.map.frontier:
        field.put(view.cell(*chart.percent(point.code)), EDGE, "groen")
    if chart.map.nash is not None and chart.map.kalai_smorodinsky is not None:
        field.put(view.cell(*chart.percent(chart.map.kalai_smorodinsky.code)), "K", "groen")
        field.put(view.cell(*chart.percent(chart.map.nash.code)), "N", "groen")
    for offer in chart.bargain.offers:
        field.put(view.cell(*chart.percent(offer.code)), offer.mark, "naam" if offer.ours else "oranje")
    if chart.bargain.agreed >= 0:
        field.put(view.cell(*chart.percent(chart.bargain.agreed)), AGREED, "einde")
    return _framed(field, view, across, up)


def _cloud(chart: Chart, view: Window, field: Field) -> None:
    """A dot wherever there is an outcome."""
    first, second = chart.map.first, chart.map.second
    here = {n: percent(first, n) for n in set(first.table)}
    there = {n: percent(second, n) for n in set(second.table)}
    for across, up in {(here[u], there[v]) for u, v in zip(first.table, second.table, strict=True)}:
        if across >= view.left and up >= view.foot:
            field.put(view.cell(across, up), CLOUD, "zacht")


def _framed(field: Field, view: Window, across: str, up: str) -> list[Line]:
    lines = [line((f"  {up}", "zacht"), drawn=True)]
    middle = view.foot + (100 - view.foot) // 2
    named = {view.cell(view.left, n)[1]: n for n in (view.foot, middle, 100)}
    for number, pieces in enumerate(field.rows()):
        name = f"{named[number]:>{LEFT - 2}} ┤" if number in named else " " * (LEFT - 1) + "│"
        pieces[-1] = (pieces[-1][0].rstrip(), pieces[-1][1])
        lines.append(line((name, "zacht"), *pieces, drawn=True))
    lines.append(line((" " * (LEFT - 1) + "└" + "─" * WIDE, "zacht"), drawn=True))
    half = view.left + (100 - view.left) // 2
    foot = [" "] * (LEFT + WIDE + 3)
    for n in (view.left, half, 100):
        at = LEFT + view.cell(n, view.foot)[0] - len(str(n)) // 2
        foot[at : at + len(str(n))] = str(n)
    lines.append(line(("".join(foot).rstrip(), "zacht"), drawn=True))
    lines.append(line((f"{across:>{LEFT + WIDE}}", "zacht"), drawn=True))
    return lines
