"""The first year after a birth: a scenario of its own (`kraamtijd`), which begins from what was so at the birth.

Everything that a scenario can have it can have as well; what it takes over from the birth stands in `geboorte`.
"""

from __future__ import annotations

from attrs import frozen

from geboortespel.scenario.kinds import Ident, Int, ListOf, MapOf, Obj, Text, YesNo, key
from geboortespel.scenario.model.talks import Estimate, Sharing
from geboortespel.scenario.model.whole import Scenario


@frozen(repr=False)
class BirthFact:
    """What the first year asks of the birth: read as `geboorte.NAME`. As written it holds for a birth that has none."""

    value: str = key("waarde", Text(), "What counts when the birth's scenario does not have it.", required=True)
    words: tuple[str, ...] = key("woorden", ListOf(Ident()), "Everything that it can be, when it is a word.")
    title: str = key("titel", Text(), "Its name, when the birth's scenario gives it none.", "")

    @property
    def number(self) -> int:
        """The value as the engine keeps it: a word by its place, `ja` as 1."""
        if self.words:
            return self.words.index(self.value) if self.value in self.words else 0
        if self.yesno:
            return int(self.value == "ja")
        return int(self.value) if self.value.lstrip("+-").isdecimal() else 0

    @property
    def yesno(self) -> bool:
        """Whether it is no number and no word but `ja` or `nee`."""
        return not self.words and self.value in ("ja", "nee")


@frozen(repr=False)
class Settling:
    """What the work comes to cost, and who has what of the difference with the target (`market.staffel`).

    The counter says how much room there is: 0 is the P50, 100 the P10, -100 the P90, and on in the same measure.
    """

    counter: str = key(
        "teller",
        Ident(),
        "The counter that says how much room there is in the estimate: 0 is P50, 100 P10, -100 P90.",
        required=True,
    )
    unsure: tuple[int, ...] = key(
        "onzeker",
        ListOf(Int(0, 300, "% of P90 - P50")),
        "How far a forecast may still be off: before the first round, after it, and so on.",
    )
    estimate: Estimate = key("raming", Obj("Estimate"), "What the work may cost, without an agreement.", Estimate())
    budget: int = key("budget", Int(1, 200, "% of P50"), "The target, without an agreement.", 100)
    fee: int | None = key("opslag", Int(0, 50, "% of the budget"), "The fee, without an agreement.")
    sharing: Sharing = key("deelt", Obj("Sharing"), "How the difference is shared, without an agreement.", Sharing())
    money: bool = key("geld", YesNo(), "Whether amounts are told in euros; else in percent of the target.", True)


@frozen(repr=False)
class FirstYear(Scenario):
    """The first year: a whole scenario, and what ties it to the birth."""

    of_birth: str = key("van", Ident(), "The scenario of the birth; written by the game.", "")
    birth: dict[str, BirthFact] = key(
        "geboorte", MapOf(Text(), Obj("BirthFact", short="value")), "What it asks of the birth, by quantity."
    )
    settling: Settling | None = key("afrekening", Obj("Settling"), "The cost of the work, and the settling of it.")
    values: tuple[str, ...] = key("waarden", ListOf(Ident()), "Counters that tell what it was worth, 0 to 100.")
