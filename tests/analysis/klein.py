"""The scenario `klein` worked out by hand, straight from the design's text: rules, order of evaluation, odds.

Nothing here uses the engine. Only who decides is asked of a player, by way of a table: from what everybody can see
(round and counters) to weights over the moves that may be done.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from operator import truediv

from attrs import frozen

Counters = tuple[int, int, int, int]
"""steun, vertrouwen, budget, markt."""
Table = Callable[[int, Counters, tuple[str, ...], int], dict[str, Fraction | float]]
"""(round, counters, moves that may be done, moves left this round) → share of each."""
ENDS = ("vastgelopen", "geboren", "ingestort")
MOVES = ("luisteren", "consulteren", "versoberen", "doordrukken")


@frozen
class Klein:
    """`klein` with other numbers; those of the design by default."""

    last: int = 12
    turns: int = 1
    start: Counters = (2, 2, 5, 0)
    support: int = 8
    market: int = 4
    quiet: int = 4
    grumble: int = 3
    leak: int = 2
    example: int = 1
    price: int = 2
    sober: int = 4
    push: int = 3
    gain: int = 1

    pushing: str = "{vertrouwen: -1, markt: +1, steun: +1}"

    def yaml(self) -> str:
        """The scenario file."""
        steun, vertrouwen, budget, markt = self.start
        return f"""formaat: 1
id: klein
titel: Klein begin
rondes: {self.last}
beurt: {{zetten: {self.turns}, passen: nee}}
tellers: {{steun: {steun}, vertrouwen: {vertrouwen}, budget: {budget}, markt: {markt}}}
uitkomsten:
  - {{id: vastgelopen, soort: niet, titel: Vastgelopen, als: ronde > {self.last}, direct: ja}}
  - {{id: geboren, soort: geboren, titel: Geboren, als: steun >= {self.support} en markt >= {self.market}, direct: ja}}
  - {{id: ingestort, soort: niet, titel: Ingestort, als: vertrouwen <= 0, direct: ja}}
stapels:
  - id: nieuws
    trek: 1
    terugleggen: ja
    kaarten:
      - {{id: rustig, gewicht: {self.quiet}, titel: Rustig}}
      - {{id: gemor, gewicht: {self.grumble}, titel: Gemor, effecten: {{steun: -1}}}}
      - {{id: lek, gewicht: {self.leak}, titel: Gelekt, effecten: {{vertrouwen: -1}}}}
      - {{id: voorbeeld, gewicht: {self.example}, titel: Een voorbeeld, effecten: {{steun: +2}}}}
zetten:
  - {{id: luisteren, titel: Luisteren, effecten: {{steun: +{self.gain}}}}}
  - {{id: consulteren, titel: Consulteren, kost: {{budget: {self.price}}}, effecten: {{markt: +2, vertrouwen: +1}}}}
  - {{id: versoberen, titel: Versoberen, als: steun >= {self.sober}, effecten: {{budget: +2, steun: -1}}}}
  - {{id: doordrukken, titel: Doordrukken, als: vertrouwen >= {self.push}, effecten: {self.pushing}}}
"""

    def ended(self, round_number: int, counters: Counters) -> str:
        """The outcome tested at the start of a round, '' when the game goes on."""
        steun, vertrouwen, _, markt = counters
        if round_number > self.last:
            return "vastgelopen"
        if steun >= self.support and markt >= self.market:
            return "geboren"
        return "ingestort" if vertrouwen <= 0 else ""

    def cards(self, counters: Counters) -> list[tuple[int, Counters]]:
        """(weight, counters after the card)."""
        steun, vertrouwen, budget, markt = counters
        return [
            (self.quiet, counters),
            (self.grumble, (steun - 1, vertrouwen, budget, markt)),
            (self.leak, (steun, vertrouwen - 1, budget, markt)),
            (self.example, (steun + 2, vertrouwen, budget, markt)),
        ]

    def moves(self, counters: Counters) -> dict[str, Counters]:
        """Moves that may be done, with the counters after each."""
        steun, vertrouwen, budget, markt = counters
        every = {
            "luisteren": (True, (steun + self.gain, vertrouwen, budget, markt)),
            "consulteren": (budget >= self.price, (steun, vertrouwen + 1, budget - self.price, markt + 2)),
            "versoberen": (steun >= self.sober, (steun - 1, vertrouwen, budget + 2, markt)),
            "doordrukken": (vertrouwen >= self.push, (steun + 1, vertrouwen - 1, budget, markt + 1)),
        }
        return {move: after for move, (may, after) in every.items() if may}

    def odds(self, table: Table, whole: bool = True) -> tuple[Fraction | float, ...]:
        """Probability of each of `ENDS`, worked backwards from the endings; fractions when `whole`, else floats."""
        share = Fraction if whole else truediv

        @cache
        def at(round_number: int, counters: Counters) -> tuple[Fraction | float, ...]:
            end = self.ended(round_number, counters)
            if end:
                return tuple(share(name == end, 1) for name in ENDS)
            cards = self.cards(counters)
            total = sum(weight for weight, _ in cards)
            return _mean([(share(w, total), turn(round_number, after, self.turns)) for w, after in cards])

        @cache
        def turn(round_number: int, counters: Counters, left: int) -> tuple[Fraction | float, ...]:
            moves = self.moves(counters) if left else {}
            if not moves:
                return at(round_number + 1, counters)
            shares = table(round_number, counters, tuple(moves), left)
            return _mean([(shares[move], turn(round_number, after, left - 1)) for move, after in moves.items()])

        return at(1, self.start)


def _mean(parts: list[tuple[Fraction | float, tuple[Fraction | float, ...]]]) -> tuple[Fraction | float, ...]:
    return tuple(sum((share * odds[i] for share, odds in parts if share), parts[0][0] * 0) for i in range(len(ENDS)))


def uniform(_: int, __: Counters, moves: tuple[str, ...], ___: int) -> dict[str, Fraction | float]:
    """Every move that may be done, equally likely."""
    return dict.fromkeys(moves, Fraction(1, len(moves)))
