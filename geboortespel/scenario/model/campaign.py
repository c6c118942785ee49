"""A campaign: what one alliance hands on to the next, how the sector thinks of alliances, and how it all ends.

Read from `campagne.yaml` beside the family tree (`inheritance`), never part of a scenario. What is handed on happens in
the scenario as an event of the first round, in the same words as any event.
"""

from __future__ import annotations

from attrs import frozen

from geboortespel.scenario.kinds import Ident, Inner, Int, Items, ListOf, MapOf, Obj, OneOf, Text, key
from geboortespel.scenario.model.ending import OUTCOME_KINDS

CARRIES = ("voorbeeld", "ervaring", "mensen", "aanzien")
"""What can be handed on: an example to look at, experience, people who travel, what the sector thinks of it."""
_STANDING = Int(0, 100, "standing")


@frozen(repr=False)
class Carried:
    """One thing that goes from an alliance (or from the sector as a whole) to later ones."""

    id: str = key("id", Ident(), "The id of what goes along.", required=True)
    sort: str = key("soort", OneOf(CARRIES), "An example, experience, people, or what the sector thinks.", CARRIES[0])
    source: str = key("van", Ident(), "The alliance that it comes from; left out: from the sector.", "")
    kinds: tuple[str, ...] = key(
        "bij",
        ListOf(OneOf(OUTCOME_KINDS)),
        "Sorts of ending of that alliance after which it goes along; any if left out.",
    )
    low: int = key("vanaf", _STANDING, "Only when the standing of alliances is at least this.", 0)
    high: int = key("tot", _STANDING, "Only when the standing of alliances is at most this.", 100)
    to: tuple[str, ...] = key("naar", ListOf(Ident()), "The alliances that it goes to.", required=True)
    title: str = key("titel", Text(), "What it is called, in the news and behind a number.", required=True)
    text: str = key("tekst", Text(multiline=True), "What is told about it.", required=True)
    effects: dict[str, str] = key("effecten", MapOf(Text(), Text()), "What it does, as effects in each scenario.")
    changes: bool = key("verandert", Inner("Scenario"), "What it changes in the scenario, such as the text of a move.")
    ground: str = key("bron", Text(), "Source: one of the family tree, `afleiding` (inferred) or `spel` (made up).", "")


@frozen(repr=False)
class Level:
    """A text that is told from some level on; of several the highest that is reached."""

    low: int = key("vanaf", Int(0, 100), "From which level on.", 0)
    title: str = key("titel", Text(), "Heading.", "")
    text: str = key("tekst", Text(multiline=True), "What is told.", "")


@frozen(repr=False)
class Esteem:
    """What the sector thinks of alliances, 0 to 100: where it begins, what each ending does, and in words."""

    start: int = key("begin", _STANDING, "Where it begins.", 20)
    per: dict[str, int] = key("per", MapOf(Ident(), Int(-50, 50)), "What an ending of each sort does to it.")
    levels: tuple[Level, ...] = key("standen", ListOf(Obj("Level")), "In words, by level.")


@frozen(repr=False)
class CampaignLine:
    """A row of alliances that belong together, and what became of them; levels count births."""

    id: str = key("id", Ident(), "The id of the row.", required=True)
    title: str = key("titel", Text(), "What it is called.", "")
    members: tuple[str, ...] = key("wie", ListOf(Ident()), "The alliances in it.")
    levels: tuple[Level, ...] = key("teksten", ListOf(Obj("Level")), "What became of it, by the number that was born.")


@frozen(repr=False)
class Campaign:
    """The whole file."""

    format: int = key("formaat", Int(1, 1), "Version of this format.", required=True)
    opening: str = key("opening", Text(multiline=True), "What is told before the first alliance.", "")
    esteem: Esteem = key("aanzien", Obj("Esteem"), "How the sector thinks of alliances.", Esteem())
    carried: dict[str, Carried] = key("meenemen", Items("Carried"), "What goes from one to the next.")
    lines: dict[str, CampaignLine] = key("lijnen", Items("CampaignLine"), "Rows of alliances, for the ending.")
    endings: tuple[Level, ...] = key("eindes", ListOf(Obj("Level")), "How the campaign ends, by standing.")
