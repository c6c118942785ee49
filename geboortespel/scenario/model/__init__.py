"""The scenario model: every key an author can write, with its meaning, unit and range in one place (design 2).

The reader builds these classes, the schema and the reference are made from them, the engine compiles them. Attribute
names are English, YAML keys Dutch; `doc` texts are catalog msgids. Texts are author text, shown literally.
The classes have no generated `repr`: writing forty of them costs 14 ms of the time to the first prompt.
"""

from geboortespel.scenario.model.aftercare import BirthFact, FirstYear, Settling
from geboortespel.scenario.model.campaign import Campaign, CampaignLine, Carried, Esteem, Level
from geboortespel.scenario.model.common import Consequence, Line, Told
from geboortespel.scenario.model.ending import (
    DRAWINGS,
    OUTCOME_KINDS,
    Body,
    Card,
    Course,
    Expectation,
    Opening,
    Outcome,
    Score,
    Step,
)
from geboortespel.scenario.model.numbers import Persuasion, Rules, Stamina
from geboortespel.scenario.model.people import Actor, Adviser, Argument, Believer, Concern, Role, Setup
from geboortespel.scenario.model.play import VERBS, Deck, Event, Move, Option, Result, Route, Threshold
from geboortespel.scenario.model.situation import (
    PERSPECTIVES,
    Aspect,
    Counter,
    Derivation,
    Form,
    Gate,
    Influence,
    Lesson,
    Phase,
    Trial,
    Turn,
)
from geboortespel.scenario.model.talks import (
    Estimate,
    MarketParty,
    PartyIssue,
    Sharing,
    TalkIssue,
    TalkOption,
    Talks,
    TalkTie,
)
from geboortespel.scenario.model.whole import TYPES, Scenario

__all__ = [
    "DRAWINGS",
    "OUTCOME_KINDS",
    "PERSPECTIVES",
    "TYPES",
    "VERBS",
    "Actor",
    "Adviser",
    "Argument",
    "Aspect",
    "Believer",
    "BirthFact",
    "Body",
    "Campaign",
    "CampaignLine",
    "Card",
    "Carried",
    "Concern",
    "Consequence",
    "Counter",
    "Course",
    "Deck",
    "Derivation",
    "Esteem",
    "Estimate",
    "Event",
    "Expectation",
    "FirstYear",
    "Form",
    "Gate",
    "Influence",
    "Lesson",
    "Level",
    "Line",
    "MarketParty",
    "Move",
    "Opening",
    "Option",
    "Outcome",
    "PartyIssue",
    "Persuasion",
    "Phase",
    "Result",
    "Role",
    "Route",
    "Rules",
    "Scenario",
    "Score",
    "Settling",
    "Setup",
    "Sharing",
    "Stamina",
    "Step",
    "TalkIssue",
    "TalkOption",
    "TalkTie",
    "Talks",
    "Threshold",
    "Told",
    "Trial",
    "Turn",
]
