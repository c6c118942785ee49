"""The whole scenario: every top-level key."""

from __future__ import annotations

from attrs import frozen

from geboortespel.scenario.kinds import Ident, Inner, Int, Items, Lines, ListOf, MapOf, Obj, OneOf, Ref, Text, key
from geboortespel.scenario.model.common import Consequence, Line
from geboortespel.scenario.model.ending import Body, Card, Course, Expectation, Opening, Outcome, Score
from geboortespel.scenario.model.numbers import Rules
from geboortespel.scenario.model.people import Actor, Adviser, Argument, Believer, Concern, Role
from geboortespel.scenario.model.play import Deck, Event, Move, Threshold
from geboortespel.scenario.model.situation import Aspect, Counter, Form, Influence, Lesson, Phase, Turn
from geboortespel.scenario.model.talks import TalkIssue, Talks

TYPES = ("ontwerp", "volledig", "programma", "gewoon")
"""Types of alliance that a scenario is about (chapter 4); `gewoon`: an ordinary contract is the wise ending."""


@frozen(repr=False)
class Scenario:
    """A whole scenario, after merging its base set. Dicts are in file order."""

    format: int = key("formaat", Int(1, 1), "Version of this format.", required=True)
    id: str = key("id", Ident(), "The scenario's id.", required=True)
    title: str = key("titel", Text(), "Title.", required=True)
    uses: str = key("gebruikt", Ident(), "Base set whose things it takes over.", "")
    about: str = key("over", Text(), "What it is about, in one line.", "")
    teaches: str = key(
        "leert", Text(limit=400), "What it teaches that no other does, in two sentences, for who chooses.", ""
    )
    type: str = key("type", OneOf(TYPES), "What kind of alliance it is about, for the list.", "")
    year: int | None = key("jaar", Int(1900, 2100), "The year of birth that it is about, for the list.")
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
    talks: Talks | None = key("onderhandeling", Obj("Talks"), "The negotiation with the market.")
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
    aftercare: bool = key("kraamtijd", Inner("FirstYear"), "The first year after a birth.", False)
    course: Course | None = key("verloop", Obj("Course"), "The historical course.")

    @property
    def talk_issues(self) -> dict[str, TalkIssue]:
        """The issues of the negotiation; none without one."""
        return self.talks.issues if self.talks is not None else {}
