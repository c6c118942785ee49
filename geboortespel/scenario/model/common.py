"""What items share: spoken lines, where a thing comes from and what it teaches, effects under a condition."""

from __future__ import annotations

from attrs import frozen

from geboortespel.scenario.expr import Boolean, Effect
from geboortespel.scenario.kinds import Cond, Effects, ListOf, Ref, Text, key


@frozen(repr=False)
class Line:
    """One variant of something said or told; `when` reads only what the player's seat may know."""

    text: str = key("tekst", Text(multiline=True), "What is said.", required=True)
    when: Boolean | None = key("als", Cond(), "Said only when this holds; the first that holds is used.")


@frozen(repr=False)
class Told:
    """What any item may carry: where it comes from, what it teaches, what the game says about it."""

    lessons: tuple[str, ...] = key("lessen", ListOf(Ref("les")), "Lessons that are met here.")
    source: str = key(
        "bron", Text(), "Source of this item: an id from `bronnen`, `afleiding` (inferred) or `spel` (made up).", ""
    )
    tips: tuple[str, ...] = key("tips", ListOf(Text()), "Hints shown with this item.")


@frozen(repr=False)
class Consequence(Told):
    """Effects under a condition; used in lists of which every item whose condition holds is applied."""

    when: Boolean | None = key("als", Cond(), "Happens only when this holds.")
    effects: tuple[Effect, ...] = key("effecten", Effects(), "What it does.")
    text: str = key("tekst", Text(multiline=True), "What is told.", "")
