"""Numbers of the engine's verbs, as data (design 5)."""

from __future__ import annotations

from attrs import frozen

from geboortespel.scenario.kinds import Int, Obj, Ref, key

_LEVEL = Int(0, 100, "level")
_SUPPORT = Int(-100, 100, "support")


@frozen(repr=False)
class Persuasion:
    """Numbers of persuasion (design 1 and 5). All in points or percent, whole."""

    scale: int = key("schaal", Int(0, 500, "support"), "Largest effect.", 70)
    anchor: int = key("anker", Int(0, 100, "%"), "Share of the effect that moves the anchor.", 70)
    credit: int = key("geloof", Int(0, 200, "%"), "Credibility without more.", 50)
    per_talk: int = key("per_luisteren", Int(0, 100, "%"), "Credibility per time listened.", 20)
    talks: int = key("luisteren_max", Int(0, 9, "times"), "Times listened that count.", 2)
    network: int = key("eigen_netwerk", Int(0, 100, "%"), "Credibility in one's own network.", 15)
    skill: int = key("vaardigheid", Int(0, 100, "%"), "Credibility with an argument one tells well.", 10)
    wear: int = key("sleet", Int(0, 100, "%"), "Taken off each time the same argument is repeated.", 35)
    unheard: int = key(
        "onverhoord",
        Int(0, 3, "steps"),
        "Underpinning counts at most this far before a concern it answers was heard there.",
        1,
    )
    culture: str | None = key("cultuur", Ref("aspect"), "The aspect that stands for the culture's trust.")
    culture_bound: int = key("cultuur_grens", _LEVEL, "Trust at which nothing is taken off.", 60)
    culture_share: int = key("cultuur_deel", Int(0, 100, "%"), "Share of the missing trust that is taken off.", 8)
    miss: int = key("mis_onder", Int(0, 100, "% fit"), "A fit under this is a miss.", 25)
    miss_support: int = key("mis_steun", Int(-100, 0, "support"), "What a miss costs in support.", -5)
    miss_energy: int = key("mis_energie", Int(-10, 0, "energy"), "What a miss costs in energy.", -1)


@frozen(repr=False)
class Stamina:
    """Numbers of energy (design 5)."""

    high: int = key("max", Int(0, 50, "points"), "Highest energy.", 10)
    recovery: int = key("herstel", Int(0, 10, "points a round"), "What comes back every round.", 0)
    together: int = key("samen", Int(0, 10, "points a round"), "Extra when enough believers still have energy.", 0)
    together_from: int = key("samen_vanaf", Int(1, 10, "believers"), "How many believers that takes.", 3)
    together_energy: int = key("samen_energie", Int(0, 50, "points"), "What counts as still having energy.", 4)
    overwork_from: int = key(
        "overwerk_vanaf",
        Int(0, 20, "points of time"),
        "From this point of time in a round on it costs energy; 0 is never.",
        0,
    )
    overwork: int = key("overwerk", Int(0, 10, "energy"), "What each such point costs.", 1)


@frozen(repr=False)
class Rules:
    """Numbers of the engine's verbs. Data, so that a scenario can change them."""

    persuasion: Persuasion = key("overtuigen", Obj("Persuasion"), "Numbers of persuasion.", Persuasion())
    stamina: Stamina = key("energie", Obj("Stamina"), "Numbers of energy.", Stamina())
    own_opinion: int = key(
        "eigen_mening", Int(0, 100, "%"), "Weight of one's own opinion against those one listens to.", 50
    )
    ally: int = key("bondgenoot", _SUPPORT, "Support from which an actor counts as an ally.", 20)
    fellow: int = key("medestander", _SUPPORT, "Support from which an actor can become a believer.", 40)
    fellow_heard: int = key(
        "medestander_gehoor",
        Int(0, 100, "%"),
        "How much the others still listen to an actor who has become a believer; the rest falls to their own opinion.",
        100,
    )
    guess: int = key(
        "raden",
        Int(0, 50, "support"),
        "Whoever listens first guesses the concern; support that a right guess gains. 0: nobody guesses.",
        0,
    )
    band: int = key("band", Int(1, 100, "support"), "Width of the band in which unheard support shows.", 40)
