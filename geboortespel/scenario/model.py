"""The scenario model: every key an author can write, with its meaning, unit and range in one place (design 2).

The reader builds these classes, the schema and the reference are made from them, the engine compiles them. Attribute
names are English, YAML keys Dutch; `doc` texts are catalog msgids. Texts are author text, shown literally.
"""

from __future__ import annotations

from attrs import frozen

from geboortespel.scenario.expr import Boolean, Effect, Numeric
from geboortespel.scenario.kinds import (
    Concerns,
    Cond,
    Cost,
    Effects,
    Ident,
    Int,
    Items,
    Lines,
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

PERSPECTIVES = ("project", "mens", "organisatie")
OUTCOME_KINDS = ("geboren", "ontwerp", "vroeg", "wijs", "niet")
VERBS = ("gewoon", "luisteren", "overtuigen", "onderbouwen", "netwerk", "medestander", "adviseur", "doorgronden")
_LEVEL = Int(0, 100, "level")
_SUPPORT = Int(-100, 100, "support")


@frozen
class Line:
    """One variant of something said or told; `when` reads only what the player's seat may know."""

    text: str = key("tekst", Text(multiline=True), "What is said.", required=True)
    when: Boolean | None = key("als", Cond(), "Said only when this holds; the first that holds is used.")


@frozen
class Told:
    """What any item may carry: where it comes from, what it teaches, what the game says about it."""

    lessons: tuple[str, ...] = key("lessen", ListOf(Ref("les")), "Lessons that are met here.")
    source: str = key(
        "bron", Text(), "Source of this item: an id from `bronnen`, `afleiding` (inferred) or `spel` (made up).", ""
    )
    tips: tuple[str, ...] = key("tips", ListOf(Text()), "Hints shown with this item.")


@frozen
class Counter:
    id: str = key("id", Ident(), "The counter's id; rules use this name.", "")
    start: int = key("waarde", Int(), "Value at the start.", 0)
    low: int | None = key("min", Int(), "Lowest value; no bound when left out.")
    high: int | None = key("max", Int(), "Highest value; no bound when left out.")
    title: str = key("titel", Text(), "Name on the board.", "")
    hidden: bool = key("verborgen", YesNo(), "Never shown to players.", False)


@frozen
class Derivation:
    """A level worked out from other quantities: `van` is 0, `tot` is 100, linear, rounded, clamped."""

    of: Numeric = key("uit", Number(), "The expression it follows.", required=True)
    low: int = key("van", Int(), "Value of the expression that counts as level 0.", 0)
    high: int = key("tot", Int(), "Value of the expression that counts as level 100.", 100)


@frozen
class Aspect(Told):
    """An aspect of a perspective: level 0-100. A stock (`waarde`), the lower of `feit` and `inzicht`, or derived."""

    id: str = key("id", Ident(), "The aspect's id.", "")
    title: str = key("titel", Text(), "Name on the board.", "")
    perspective: str = key("perspectief", OneOf(PERSPECTIVES), "The perspective it belongs to.", "project")
    text: str = key("tekst", Text(multiline=True), "What it means, in a sentence or two.", "")
    start: int | None = key("waarde", _LEVEL, "Level at the start of a stock.")
    fact: int | None = key(
        "feit", _LEVEL, "What the assignment is; hardly moves. With `inzicht`: level is the lower of the two."
    )
    insight: int | None = key("inzicht", _LEVEL, "How far the players see through it; work raises it.")
    derived: Derivation | None = key(
        "afgeleid", Obj("Derivation", short="of"), "Works its level out from other quantities."
    )
    green: int = key("groen", _LEVEL, "Green from this level.", 60)
    amber: int = key("oranje", _LEVEL, "Orange from this level.", 40)
    spread: int = key("spreiding", Int(0, 20, "level"), "The seed moves the start at most this far up or down.", 0)
    drift: int = key("per_ronde", Int(-20, 20, "level a round"), "Change every round by itself.", 0)


@frozen
class Influence:
    """A link along which one aspect pulls another at the end of a round, by the colour of the first."""

    id: str = key("id", Ident(), "The link's id.", required=True)
    source_aspect: str = key("van", Ref("aspect"), "The aspect that pulls.", required=True)
    target_aspect: str = key("naar", Ref("aspect"), "The aspect that is pulled.", required=True)
    green: int = key("groen", Int(-20, 20, "level a round"), "Pull while the first is green.", 2)
    amber: int = key("oranje", Int(-20, 20, "level a round"), "Pull while it is orange.", 0)
    red: int = key("rood", Int(-20, 20, "level a round"), "Pull while it is red.", -1)
    source: str = key("bron", Text(), "Source of this link.", "")


@frozen
class Gate:
    """What is asked at the end of a phase. It never blocks: going on unready takes its toll (design 5)."""

    when: Boolean = key("als", Cond(), "What should hold to go on.", required=True)
    otherwise: str = key("anders", Text(multiline=True), "What the players hear when it does not hold.", "")
    toll: tuple[Effect, ...] = key("tol", Effects(), "What going on unready costs.")


@frozen
class Phase(Told):
    id: str = key("id", Ident(), "The phase's id.", required=True)
    title: str = key("titel", Text(), "Name of the phase.", "")
    rounds: int = key("rondes", Int(1, 60, "rounds"), "How many rounds it takes.", 1)
    text: str = key("tekst", Text(multiline=True), "What it is about.", "")
    gate: Gate | None = key("poort", Obj("Gate"), "What is asked at its end.")


@frozen
class Turn:
    """How a turn goes when there are no believers: one seat, `zetten` moves a round."""

    moves: int = key("zetten", Int(1, 20, "moves"), "Moves a round.", 1)
    may_pass: bool = key("passen", YesNo(), "Whether passing is a choice.", True)


@frozen
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


@frozen
class Setup:
    """Concerns with weights: `fixed`, plus of `variants` the one that the seed picks."""

    fixed: dict[str, int]
    variants: tuple[dict[str, int], ...]


@frozen
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


@frozen
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


@frozen
class Concern:
    id: str = key("id", Ident(), "The concern's id.", "")
    title: str = key("titel", Text(), "Short name.", "")
    text: str = key("tekst", Text(multiline=True), "What lies behind it.", "")
    line: str = key("zin", Text(), "How somebody without a line of their own says it.", "")


@frozen
class Argument(Told):
    id: str = key("id", Ident(), "The argument's id.", "")
    title: str = key("titel", Text(), "Short name.", "")
    text: str = key("tekst", Text(multiline=True), "What it says.", "")
    answers: dict[str, int] = key(
        "antwoord_op", MapOf(Ref("zorg"), Int(1, 3, "strength")), "Concerns it answers, with strength 1-3."
    )
    start: int = key("onderbouwd", Int(0, 3, "steps"), "How well underpinned at the start.", 0)
    when: Boolean | None = key("als", Cond(), "When it can be used at all.")


@frozen
class Adviser(Told):
    id: str = key("id", Ident(), "The adviser's id.", "")
    title: str = key("titel", Text(), "Name on the board.", "")
    kind: str = key("soort", OneOf(("meedenken", "doorlichten", "meelopen")), "Which of the three kinds.", "meedenken")
    text: str = key("tekst", Text(multiline=True), "What they do for you.", "")
    when: Boolean | None = key("als", Cond(), "When they can be hired.")
    cost: dict[str, int] = key("kost", Cost(), "What hiring them costs on top of the move.")
    effects: tuple[Effect, ...] = key("effecten", Effects(), "What hiring them does.")
    after: str = key("na", Text(multiline=True), "What happens, told afterwards.", "")


@frozen
class Consequence(Told):
    """Effects under a condition; used in lists of which every item whose condition holds is applied."""

    when: Boolean | None = key("als", Cond(), "Happens only when this holds.")
    effects: tuple[Effect, ...] = key("effecten", Effects(), "What it does.")
    text: str = key("tekst", Text(multiline=True), "What is told.", "")


@frozen
class Result(Told):
    """One result of chance."""

    id: str = key("id", Ident(), "The result's id.", required=True)
    weight: int = key("gewicht", Int(1, 1000, "weight"), "How likely, against the others.", 1)
    title: str = key("titel", Text(), "Name of the result.", "")
    text: str = key("tekst", Text(multiline=True), "What happened.", "")
    effects: tuple[Effect, ...] = key("effecten", Effects(), "What it does.")


@frozen
class Option(Told):
    """One way of doing a move, or one answer to an event."""

    id: str = key("id", Ident(), "The option's id.", required=True)
    title: str = key("titel", Text(), "What the player chooses.", "")
    text: str = key("tekst", Text(multiline=True), "Explanation.", "")
    when: Boolean | None = key("als", Cond(), "When it can be chosen.")
    cost: dict[str, int] = key("kost", Cost(), "What it costs.")
    effects: tuple[Effect, ...] = key("effecten", Effects(), "What it does.")
    consequences: tuple[Consequence, ...] = key(
        "gevolgen", ListOf(Obj("Consequence")), "Further effects, each under its own condition."
    )
    after: str = key("na", Text(multiline=True), "What happens, told afterwards.", "")


@frozen
class Move(Told):
    """What a believer can do in a round."""

    id: str = key("id", Ident(), "The move's id.", "")
    title: str = key("titel", Text(), "Name of the move.", "")
    group: str = key("groep", Text(), "Heading under which it is listed.", "")
    text: str = key("tekst", Text(multiline=True), "What you do, in a sentence.", "")
    verb: str = key("soort", OneOf(VERBS), "The verb of the engine behind it.", "gewoon")
    target: str = key("doel", OneOf(("geen", "actor")), "Whether a plain move is aimed at an actor.", "geen")
    who: tuple[str, ...] = key(
        "wie", ListOf(Ref("believer")), "Only these believers can do it; everybody when left out."
    )
    when: Boolean | None = key("als", Cond(), "When it is possible; may use `.doel` and `.ik`.")
    cost: dict[str, int] = key("kost", Cost(), "What it costs; one point of time when `tijd` is left out.")
    limit: int = key("hooguit", Int(0, 99, "times"), "How often in a game, per target; 0 is without limit.", 0)
    effects: tuple[Effect, ...] = key("effecten", Effects(), "What it does; may use `.doel` and `.ik`.")
    consequences: tuple[Consequence, ...] = key(
        "gevolgen", ListOf(Obj("Consequence")), "Further effects, each under its own condition."
    )
    options: dict[str, Option] = key("opties", Items("Option"), "Ways of doing it, one to be chosen.")
    results: dict[str, Result] = key("uitslagen", Items("Result"), "Results of chance, of which one happens.")
    after: str = key("na", Text(multiline=True), "What happens, told afterwards.", "")


@frozen
class Route(Told):
    """A way over a threshold: `zet` takes away resistance. Of the routes that fit a move the strongest counts."""

    id: str = key("id", Ident(), "The route's id.", required=True)
    move: str = key("zet", Ref("zet"), "The move that works on it.", required=True)
    option: str | None = key(
        "optie", Ident(), "Only this option of the move (or this adviser, argument or aspect as its object)."
    )
    target: str | None = key("bij", Ref("actor"), "Only when the move is aimed at this actor.")
    ally: str | None = key(
        "met", Ident(), "Only with this hired adviser, this acting believer, or this actor as an ally."
    )
    when: Boolean | None = key("als", Cond(), "Only when this holds.")
    takes: int = key("haalt_weg", Int(1, 20, "resistance"), "How much resistance it takes away.", 1)
    text: str = key("tekst", Text(multiline=True), "What happened.", "")


@frozen
class Threshold(Told):
    id: str = key("id", Ident(), "The threshold's id.", "")
    title: str = key("titel", Text(), "Name on the board.", "")
    text: str = key("tekst", Text(multiline=True), "What stands in the way.", "")
    gone: str = key("weg_tekst", Text(multiline=True), "What is told when it is gone.", "")
    resistance: int = key("weerstand", Int(1, 20, "resistance"), "Resistance at the start.", 3)
    when: Boolean | None = key("als", Cond(), "When it becomes visible; at once when left out.")
    toll: tuple[Effect, ...] = key("per_ronde", Effects(), "What it costs every round while it stands.")
    caps: dict[str, int] = key(
        "houdt_tegen", MapOf(Ref("aspect"), _LEVEL), "Highest level of these aspects while it stands."
    )
    routes: dict[str, Route] = key("routes", Items("Route"), "The ways over it.")


@frozen
class Event(Told):
    """Something that happens to the players; with `keuzes` it asks for an answer."""

    id: str = key("id", Ident(), "The event's id.", required=True)
    title: str = key("titel", Text(), "Heading.", "")
    text: str = key("tekst", Text(multiline=True), "What happens.", "")
    when: Boolean | None = key("als", Cond(), "When it happens (a card: when it may be drawn).")
    weight: int = key("gewicht", Int(0, 1000, "weight"), "A card's weight in its deck.", 1)
    effects: tuple[Effect, ...] = key("effecten", Effects(), "What it does.")
    options: dict[str, Option] = key("keuzes", Items("Option"), "Answers; one of them must be free of cost.")


@frozen
class Deck:
    id: str = key("id", Ident(), "The deck's id.", required=True)
    title: str = key("titel", Text(), "Name of the deck.", "")
    when: Boolean | None = key("als", Cond(), "Drawn from only when this holds.")
    draws: int = key("trek", Int(1, 10, "cards a round"), "How many cards a round.", 1)
    replace: bool = key("terugleggen", YesNo(), "Whether drawn cards go back.", False)
    cards: dict[str, Event] = key("kaarten", Items("Event"), "The cards.")


@frozen
class Body:
    """The decision body. `draagvlak` is the power-weighted mean support of `wie`; `besluitregel` is this rule."""

    title: str = key("titel", Text(), "Name of the body.", "")
    members: tuple[str, ...] = key("wie", ListOf(Ref("actor")), "Its members.")
    rule: Boolean | None = key("regel", Cond(), "When it says yes.")


@frozen
class Form(Told):
    """A form to choose after the conception: which aspects it requires (design 5, rule 2)."""

    id: str = key("id", Ident(), "The form's id.", required=True)
    title: str = key("titel", Text(), "Name of the form.", "")
    text: str = key("tekst", Text(multiline=True), "What it means.", "")
    required: tuple[str, ...] = key("vereist", ListOf(Ref("aspect")), "Aspects that must be green for it.")


@frozen
class Outcome(Told):
    id: str = key("id", Ident(), "The outcome's id.", required=True)
    kind: str = key("soort", OneOf(OUTCOME_KINDS), "What sort of ending it is.", "niet")
    title: str = key("titel", Text(), "Heading of the ending.", "")
    text: str = key("tekst", Text(multiline=True), "How it ends.", "")
    when: Boolean | None = key("als", Cond(), "When it is the ending; the one without remains at the end.")
    direct: bool = key("direct", YesNo(), "Tested at the start of every round.", False)


@frozen
class Lesson:
    id: str = key("id", Ident(), "The lesson's id.", "")
    title: str = key("titel", Text(), "The lesson in a line.", "")
    text: str = key("tekst", Text(multiline=True), "What it means in practice.", "")
    source: str = key("bron", Text(), "Chapter of the document it comes from.", "")


@frozen
class Score:
    """A part of the Apgar: 2 when `twee` holds, else 1 when `een` holds, else 0."""

    id: str = key("id", Ident(), "The part's id.", "")
    title: str = key("titel", Text(), "Name of the part.", "")
    two: Boolean | None = key("twee", Cond(), "Two points when this holds.")
    one: Boolean | None = key("een", Cond(), "One point when this holds.")


@frozen
class Card:
    """What the birth card tells about this project."""

    parents: str = key("ouders", Text(), "Client and market party.", "")
    child: str = key("kind", Text(), "The work, as on the card.", "")
    name: str = key("naam", Text(), "Name that history gave it, shown after the players chose theirs.", "")
    weight: str = key("gewicht", Text(), "The budget.", "")
    length: str = key("lengte", Text(), "The size of the works.", "")
    form: str = key("type", Text(), "The type of alliance.", "")


@frozen
class Opening:
    """The sentence a game starts with."""

    who: str = key("wie", Text(), "Who says it.", "")
    text: str = key("tekst", Text(multiline=True), "What is said.", "")


@frozen
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


@frozen
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


@frozen
class Rules:
    """Numbers of the engine's verbs. Data, so that a scenario can change them."""

    persuasion: Persuasion = key("overtuigen", Obj("Persuasion"), "Numbers of persuasion.", Persuasion())
    stamina: Stamina = key("energie", Obj("Stamina"), "Numbers of energy.", Stamina())
    own_opinion: int = key(
        "eigen_mening", Int(0, 100, "%"), "Weight of one's own opinion against those one listens to.", 50
    )
    ally: int = key("bondgenoot", _SUPPORT, "Support from which an actor counts as an ally.", 20)
    fellow: int = key("medestander", _SUPPORT, "Support from which an actor can become a believer.", 40)
    band: int = key("band", Int(1, 100, "support"), "Width of the band in which unheard support shows.", 40)


@frozen
class Expectation:
    """The author's own expectation, tested by `controleer --speel` (a later issue)."""

    id: str = key("id", Ident(), "The expectation's id.", required=True)
    player: str = key("speler", Text(), "Which player plays.", "")
    outcome: str | None = key("uitkomst", Ref("uitkomst"), "The outcome meant.")
    odds: str = key("kans", Text(), "Bounds on its odds: `40-80%`.", "")
    always: Boolean | None = key("altijd", Cond(), "What holds in every state.")


@frozen
class Step:
    """One action of the historical course, as in a journal."""

    kind: str = key("doe", OneOf(("zet", "pas", "keuze", "poort")), "What is done.", "zet")
    seat: str = key("wie", Ident(), "Which believer.", "")
    what: str = key("wat", Ident(), "The move, the event or the gate's answer.", "")
    target: str = key("doel", Ident(), "The actor, argument, aspect or adviser it is aimed at.", "")
    choice: str = key("keuze", Ident(), "The argument or option.", "")


@frozen
class Course:
    """The historical course: a seed and the actions that lead to the historical outcome."""

    seed: int = key("zaad", Int(0, 2**31 - 1), "Seed of the course.", 0)
    outcome: str = key("uitkomst", Ref("uitkomst"), "Where it ends.", required=True)
    steps: tuple[Step, ...] = key("stappen", ListOf(Obj("Step")), "The actions, in order.")


@frozen
class Scenario:
    """A whole scenario, after merging its base set. Dicts are in file order."""

    format: int = key("formaat", Int(1, 1), "Version of this format.", required=True)
    id: str = key("id", Ident(), "The scenario's id.", required=True)
    title: str = key("titel", Text(), "Title.", required=True)
    uses: str = key("gebruikt", Ident(), "Base set whose things it takes over.", "")
    about: str = key("over", Text(), "What it is about, in one line.", "")
    playtime: str = key("speelduur", Text(), "How long a game takes.", "")
    players: str = key("spelers", Text(), "For how many players.", "")
    goals: tuple[str, ...] = key("leerdoelen", ListOf(Ref("les")), "Lessons it is made for.")
    intended: tuple[str, ...] = key("bedoeld", ListOf(Ref("uitkomst")), "Outcomes it is meant to make possible.")
    sources: dict[str, str] = key("bronnen", MapOf(Ident(), Text()), "Where facts come from.")
    facts: dict[str, str] = key("feiten", MapOf(Ident(), Text()), "Facts of the assignment, for the board.")
    assignment: str = key("opgave", Text(multiline=True), "The assignment, as the players read it.", "")
    opening: Opening | None = key("opening", Obj("Opening"), "The sentence a game starts with.")
    rounds: int | None = key("rondes", Int(1, 120, "rounds"), "Number of rounds when there are no phases.")
    calendar: tuple[str, ...] = key("kalender", ListOf(Text()), "Name of each round, for the board.")
    turn: Turn = key("beurt", Obj("Turn"), "How a turn goes without believers.", Turn())
    counters: dict[str, Counter] = key("tellers", MapOf(Ident(), Obj("Counter", short="start")), "Plain counters.")
    aspects: dict[str, Aspect] = key("aspecten", Items("Aspect", keyed=True), "Aspects of the three perspectives.")
    required: tuple[str, ...] = key(
        "vereist", ListOf(Ref("aspect")), "Aspects that `alles_groen` covers; all when left out."
    )
    forms: dict[str, Form] = key("vormen", Items("Form"), "Forms to choose from; `alles_groen` follows the chosen one.")
    influences: dict[str, Influence] = key("invloeden", Items("Influence"), "Which aspect pulls which.")
    phases: dict[str, Phase] = key("fasen", Items("Phase"), "Phases, in order.")
    concerns: dict[str, Concern] = key("zorgen", Items("Concern", keyed=True), "Concerns that exist.")
    arguments: dict[str, Argument] = key("argumenten", Items("Argument", keyed=True), "Arguments of the story.")
    roles: dict[str, Role] = key("rollen", Items("Role", keyed=True), "Roles that actors can have.")
    believers: dict[str, Believer] = key("believers", Items("Believer"), "Roles that players hold.")
    actors: dict[str, Actor] = key("actoren", Items("Actor"), "People round the table.")
    advisers: dict[str, Adviser] = key("adviseurs", Items("Adviser"), "Advisers who can be hired.")
    moves: dict[str, Move] = key("zetten", Items("Move"), "What players can do.")
    thresholds: dict[str, Threshold] = key("drempels", Items("Threshold"), "Obstacles and the ways over them.")
    events: dict[str, Event] = key("gebeurtenissen", Items("Event"), "Facts that happen, once each, in this order.")
    decks: dict[str, Deck] = key("stapels", Items("Deck"), "Decks of cards.")
    body: Body | None = key("besluit", Obj("Body"), "Who decides, by which rule.")
    outcomes: dict[str, Outcome] = key("uitkomsten", Items("Outcome"), "Endings; the first that holds is the one.")
    lessons: dict[str, Lesson] = key("lessen", Items("Lesson", keyed=True), "Lessons that can be met.")
    apgar: dict[str, Score] = key("apgar", Items("Score", keyed=True), "The five parts of the score at birth.")
    card: Card | None = key("kaartje", Obj("Card"), "What the birth card tells.")
    rules: Rules = key("regels", Obj("Rules"), "Numbers of the engine's verbs.", Rules())
    lines: dict[str, tuple[Line, ...]] = key("zinnen", Lines(), "Lines for anybody without lines of their own.")
    hints: tuple[Consequence, ...] = key("tips", ListOf(Obj("Consequence")), "First-time hints: `als` and `tekst`.")
    expected: dict[str, Expectation] = key("verwacht", Items("Expectation"), "The author's own expectations.")
    renamed: dict[str, str] = key("hernoemd", MapOf(Ident(), Ident()), "Old id → new id, so that saved games go on.")
    course: Course | None = key("verloop", Obj("Course"), "The historical course.")
