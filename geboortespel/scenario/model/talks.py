"""The negotiation with the market: issues with options, what they are worth to both sides, and the parties.

Utilities are linear additive with exceptions (`market.utility`): weights count against each other, values run from 0 to
100, and what is written in percent is of the best that could be without exceptions.
"""

from __future__ import annotations

from attrs import frozen

from geboortespel.scenario.expr import Boolean, Effect, Numeric
from geboortespel.scenario.kinds import (
    Cond,
    Effects,
    Ident,
    Int,
    Items,
    ListOf,
    MapOf,
    Number,
    Obj,
    OneOf,
    Ref,
    Text,
    YesNo,
    key,
)
from geboortespel.scenario.model.common import Consequence, Told

STYLES = ("boulware", "lineair", "conceder", "tit-for-tat", "micro")
_POINTS = Int(0, 100, "points")
_WEIGHT = Int(0, 100, "weight")
_SHARE = Int(0, 100, "% of the best")
_SAID = Text(multiline=True)
# reasons that lines can be written for, as `market.parley` gives them
OFFER_REASONS = ("eerste", "ruil", "geeft", "tijd", "vast", "grens", "onder", "risico")
LEAVE_REASONS = ("onder", "risico", "dwang")


@frozen(repr=False)
class Sharing:
    """How gain and loss against the target budget are shared (`market.staffel`)."""

    gain: int = key("winst", Int(0, 100, "%"), "Share of the market party in what is saved.", 50)
    pain: int = key("verlies", Int(0, 100, "%"), "Share of the market party in what is overspent.", 50)
    free: int = key("vrij", Int(0, 50, "% of the budget"), "Band round the budget in which the client has it all.", 0)
    gain_cap: int | None = key("winst_grens", Int(0, 100, "% of the budget"), "The most it can gain; no bound without.")
    pain_cap: int | None = key("verlies_grens", Int(0, 100, "% of the budget"), "The most it can lose.")
    fee_cap: bool = key("verlies_tot_opslag", YesNo(), "It can lose its fee and no more.", False)


@frozen(repr=False)
class Estimate:
    """What the work may cost, in thousands of euros."""

    p10: int = key("p10", Int(1, 100_000_000, "thousand euros"), "It stays under this in 10 of 100 cases.", 1)
    p50: int = key("p50", Int(1, 100_000_000, "thousand euros"), "It stays under this in half of the cases.", 1)
    p90: int = key("p90", Int(1, 100_000_000, "thousand euros"), "It stays under this in 90 of 100 cases.", 1)
    fee: int = key("opslag", Int(0, 50, "% of the budget"), "The fee for overhead and profit when it is no issue.", 0)


@frozen(repr=False)
class TalkOption(Told):
    """One way to settle an issue."""

    id: str = key("id", Ident(), "The option's id.", required=True)
    title: str = key("titel", Text(), "What is agreed.", "")
    text: str = key("tekst", Text(multiline=True), "Explanation.", "")
    worth: int = key("waarde", _POINTS, "What it is worth to the client, within its issue.", 0)
    when: Boolean | None = key("als", Cond(), "The mandate: only when this holds may the client agree to it.")
    otherwise: str = key("anders", Text(multiline=True), "What the home front says when it may not.", "")
    effects: tuple[Effect, ...] = key("effecten", Effects(), "What it does once it is agreed.")
    budget: int | None = key("budget", Int(1, 300, "% of the estimate"), "The target budget (TAB) it stands for.")
    fee: int | None = key("opslag", Int(0, 50, "% of the budget"), "The fee for overhead and profit it stands for.")
    sharing: Sharing | None = key("deelt", Obj("Sharing"), "The gain and pain share (staffel) it stands for.")


@frozen(repr=False)
class TalkIssue(Told):
    """Something to agree on."""

    id: str = key("id", Ident(), "The issue's id.", required=True)
    title: str = key("titel", Text(), "Name of the issue.", "")
    text: str = key("tekst", Text(multiline=True), "What it is about.", "")
    weight: int = key("weegt", _WEIGHT, "How heavily it weighs for the client, against the others.", 0)
    options: dict[str, TalkOption] = key("opties", Items("TalkOption"), "Ways to settle it.")


@frozen(repr=False)
class TalkTie:
    """Issues that hang together: when all these options are agreed, it is worth so much more or less."""

    options: dict[str, str] = key("bij", MapOf(Ident(), Ident()), "Issue → option.")
    adds: int = key("erbij", Int(-100, 100, "% of the best"), "What is added, or taken off.", 0)


@frozen(repr=False)
class PartyIssue:
    """What an issue means to a market party."""

    weight: int = key("weegt", _WEIGHT, "How heavily it weighs, against the others.", 0)
    values: dict[str, int] = key("waarden", MapOf(Ident(), _POINTS), "What each option is worth to them.")
    why: str = key("waarom", _SAID, "What they answer when asked why it matters.", "")
    gives: str = key("geeft", _SAID, "What they say when they come towards the client in this.", "")
    takes: str = key("neemt", _SAID, "What they say when they ask more in this.", "")


@frozen(repr=False)
class MarketParty(Told):
    """A market party at the table. Either `onderwerpen` of its own, or `leden`: a consortium of other parties."""

    id: str = key("id", Ident(), "The party's id.", required=True)
    title: str = key("titel", Text(), "Its name on the board.", "")
    text: str = key("tekst", Text(multiline=True), "Who they are.", "")
    actor: str | None = key("actor", Ref("actor"), "The actor round the table who speaks for them.")
    when: Boolean | None = key("als", Cond(), "When it comes to the table; the first that may, does.")
    style: str = key("stijl", OneOf(STYLES), "How it bargains.", "lineair")
    reservation: int = key("ondergrens", _SHARE, "What its best alternative is worth: it never agrees to less.", 0)
    issues: dict[str, PartyIssue] = key("onderwerpen", MapOf(Ident(), Obj("PartyIssue")), "What it wants, by issue.")
    ties: tuple[TalkTie, ...] = key("samen", ListOf(Obj("TalkTie")), "Issues that hang together for it.")
    walks: dict[str, str] = key(
        "loopt_weg", MapOf(Ident(), Ident()), "Issue → option it will not live with: put forward twice, it leaves."
    )
    members: tuple[str, ...] = key("leden", ListOf(Ident()), "Parties it is a consortium of; all must agree.")
    patience: int = key("geduld", Int(0, 9, "offers"), "How many offers below its bound it bears.", 2)
    caution: int = key("voorzichtig", Int(0, 100, "%"), "What it keeps back until there is trust: a past of claims.", 0)
    offers: dict[str, str] = key(
        "bod",
        MapOf(Ident(), _SAID),
        "What it says with a counter-offer, by its reason: " + ", ".join(OFFER_REASONS) + ".",
    )
    leaves: dict[str, str] = key(
        "vertrek",
        MapOf(Ident(), _SAID),
        "What it says when it leaves, by its reason: " + ", ".join(LEAVE_REASONS) + ".",
    )
    agrees: str = key("akkoord", _SAID, "What it says when it agrees.", "")


@frozen(repr=False)
class Talks(Told):
    """How the negotiation goes. `zet` opens a sitting: some questions, one offer, an answer."""

    move: str | None = key("zet", Ref("zet"), "The move that opens a sitting.")
    title: str = key("titel", Text(), "Heading.", "")
    text: str = key("tekst", Text(multiline=True), "What it is about.", "")
    turns: int = key("beurten", Int(1, 12, "offers"), "How often something can be put forward in all.", 6)
    questions: int = key("vragen", Int(0, 9, "questions"), "Questions and explanations in a sitting.", 2)
    estimate: Estimate | None = key("raming", Obj("Estimate"), "What the work may cost.")
    trust: Numeric | None = key("vertrouwen", Number(), "Trust between the parties, 0-100; 50 when left out.")
    reservation: int = key("ondergrens", _SHARE, "What an ordinary tender is worth to the client.", 0)
    issues: dict[str, TalkIssue] = key("onderwerpen", Items("TalkIssue"), "The issues.")
    ties: tuple[TalkTie, ...] = key("samen", ListOf(Obj("TalkTie")), "Issues that hang together for the client.")
    parties: dict[str, MarketParty] = key("partijen", Items("MarketParty"), "Market parties that may come.")
    agreed: tuple[Consequence, ...] = key("bij_akkoord", ListOf(Obj("Consequence")), "What an agreement does besides.")
    parted: tuple[Consequence, ...] = key("bij_breuk", ListOf(Obj("Consequence")), "What it does when a party leaves.")
