"""People and what is said between them: roles, actors, believers, concerns, arguments, advisers."""

from __future__ import annotations

from attrs import frozen

from geboortespel.scenario.expr import Boolean, Effect
from geboortespel.scenario.kinds import (
    Concerns,
    Cond,
    Cost,
    Effects,
    Ident,
    Int,
    Lines,
    ListOf,
    MapOf,
    OneOf,
    Ref,
    Text,
    YesNo,
    key,
)
from geboortespel.scenario.model.common import Line, Told

_SUPPORT = Int(-100, 100, "support")


@frozen(repr=False)
class Role:
    """What comes with a role: an actor of this role takes these unless it says otherwise."""

    id: str = key("id", Ident(), "The role's id.", "")
    title: str = key("titel", Text(), "Name of the role.", "")
    text: str = key("tekst", Text(multiline=True), "Who this is, in a sentence.", "")
    power: int = key("macht", Int(0, 10, "power"), "Weight in the organisation.", 3)
    stubbornness: int = key("koppig", Int(0, 100, "%"), "How strongly they hold to their own starting opinion.", 45)
    support: int = key("steun", _SUPPORT, "Support at the start.", 0)
    concerns: Setup | None = key("zorgen", Concerns(), "What holds them back, with weights 1-3.")
    lines: dict[str, tuple[Line, ...]] = key("zinnen", Lines(), "What they say.")


@frozen(repr=False)
class Setup:
    """Concerns with weights: `fixed`, plus of `variants` the one that the seed picks."""

    fixed: dict[str, int]
    variants: tuple[dict[str, int], ...]


@frozen(repr=False)
class Actor(Told):
    """Someone round the table who is no player. None means: as the role says."""

    id: str = key("id", Ident(), "The actor's id.", required=True)
    role: str | None = key("rol", Ref("rol"), "Role whose power, stubbornness, concerns and lines they take.")
    title: str = key("titel", Text(), "Name on the board; the role's when left out.", "")
    text: str = key("tekst", Text(multiline=True), "Who this is, in a sentence.", "")
    side: str = key("kant", OneOf(("opdrachtgever", "markt", "buiten")), "Where they sit.", "opdrachtgever")
    power: int | None = key("macht", Int(0, 10, "power"), "Weight in the organisation.")
    stubbornness: int | None = key("koppig", Int(0, 100, "%"), "How strongly they hold to their starting opinion.")
    support: int | None = key("steun", _SUPPORT, "Support at the start.")
    concerns: Setup | None = key("zorgen", Concerns(), "What holds them back; replaces the role's.")
    listens_to: dict[str, int] = key(
        "luistert_naar", MapOf(Ref("actor"), Int(1, 10, "weight")), "Whose opinion counts for them."
    )
    lines: dict[str, tuple[Line, ...]] = key("zinnen", Lines(), "What they say; missing lines come from the role.")
    open: bool = key("bereikbaar", YesNo(), "Within everybody's reach from the start.", False)


@frozen(repr=False)
class Believer(Told):
    """A role that players hold."""

    id: str = key("id", Ident(), "The believer's id.", required=True)
    title: str = key("titel", Text(), "Name on the board.", "")
    text: str = key("tekst", Text(multiline=True), "Who you are, in a few sentences.", "")
    time: int = key("tijd", Int(0, 20, "points a round"), "Points of time a round.", 3)
    energy: int = key("energie", Int(0, 20, "points"), "Energy at the start.", 8)
    network: tuple[str, ...] = key(
        "netwerk", ListOf(Ref("actor")), "Actors within their reach, where they have credit."
    )
    skills: tuple[str, ...] = key("sterk_in", ListOf(Ref("argument")), "Arguments they tell well.")
    present: bool = key("doet_mee", YesNo(), "Takes part from the start.", True)
    was: str | None = key("was", Ref("actor"), "The actor who becomes this believer once won over.")


@frozen(repr=False)
class Concern:
    id: str = key("id", Ident(), "The concern's id.", "")
    title: str = key("titel", Text(), "Short name.", "")
    text: str = key("tekst", Text(multiline=True), "What lies behind it.", "")
    line: str = key("zin", Text(), "How somebody without a line of their own says it.", "")


@frozen(repr=False)
class Argument(Told):
    id: str = key("id", Ident(), "The argument's id.", "")
    title: str = key("titel", Text(), "Short name.", "")
    text: str = key("tekst", Text(multiline=True), "What it says.", "")
    answers: dict[str, int] = key(
        "antwoord_op", MapOf(Ref("zorg"), Int(1, 3, "strength")), "Concerns it answers, with strength 1-3."
    )
    start: int = key("onderbouwd", Int(0, 3, "steps"), "How well underpinned at the start.", 0)
    when: Boolean | None = key("als", Cond(), "When it can be used at all.")


@frozen(repr=False)
class Adviser(Told):
    id: str = key("id", Ident(), "The adviser's id.", "")
    title: str = key("titel", Text(), "Name on the board.", "")
    kind: str = key("soort", OneOf(("meedenken", "doorlichten", "meelopen")), "Which of the three kinds.", "meedenken")
    text: str = key("tekst", Text(multiline=True), "What they do for you.", "")
    when: Boolean | None = key("als", Cond(), "When they can be hired.")
    cost: dict[str, int] = key("kost", Cost(), "What hiring them costs on top of the move.")
    effects: tuple[Effect, ...] = key("effecten", Effects(), "What hiring them does.")
    after: str = key("na", Text(multiline=True), "What happens, told afterwards.", "")
