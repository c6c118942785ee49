"""Counts over many games. Tallies add up in any order, so that parts may be counted apart."""

from __future__ import annotations

from collections import Counter

from attrs import define, field

COUNTERS = ("outcomes", "rounds", "green", "short", "red", "used", "winning", "games_with", "won_with")


@define
class Tally:
    """What happened in a number of games. Counters are by id; `used` and `winning` by kind and id
    (`zet.luisteren.raad`, `gebeurtenis.X`, `kaart.STAPEL.X`, `keuze.X.OPTIE`, `route.DREMPEL.ROUTE`, `poort.verder`,
    `afspraak.X.OPTIE`); from there on only filled when simulated with `detail`."""

    games: int = 0
    actions: int = 0
    won: int = 0
    """Games that ended in an intended outcome."""
    outcomes: Counter[str] = field(factory=Counter)
    rounds: Counter[int] = field(factory=Counter)
    green: Counter[int] = field(factory=Counter)
    """Number of required aspects that are green at the end → games."""
    short: Counter[str] = field(factory=Counter)
    """Required aspect → games that ended with it not green."""
    red: Counter[str] = field(factory=Counter)
    """Required aspect → games that ended with it red."""
    used: Counter[str] = field(factory=Counter)
    """Times a thing was used, all games together."""
    winning: Counter[str] = field(factory=Counter)
    """The same, in games that ended in an intended outcome."""
    games_with: Counter[str] = field(factory=Counter)
    """Games in which a thing was used at least once, by `notice.things_of`: a move, a move and what it was aimed at."""
    won_with: Counter[str] = field(factory=Counter)
    """The same, of games that ended in an intended outcome."""
    broken: dict[str, int] = field(factory=dict)
    """Expectation (`altijd`) that did not hold somewhere → the lowest seed in whose game it did not."""

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        self.games += other.games
        self.actions += other.actions
        self.won += other.won
        for name in COUNTERS:
            getattr(self, name).update(getattr(other, name))
        for name, seed in other.broken.items():
            self.broken[name] = min(seed, self.broken.get(name, seed))

    def share(self, outcome: str) -> float:
        """Part of the games that ended so, 0-1."""
        return self.outcomes[outcome] / self.games if self.games else 0.0
