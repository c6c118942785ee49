"""The assignment as the players read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.words.plain import one_line, safe

if TYPE_CHECKING:
    from geboortespel.scenario.model import Scenario


@dataclass(frozen=True)
class Begins:
    """How a game of a campaign begins: its seed and journal, (heading, text) of what goes along, and what is done just
    before its journal is made."""

    seed: int
    journal: Path
    along: tuple[tuple[str, str], ...]
    start: Callable[[], None]


def brought(begins: Begins | None) -> list[Content]:
    """What goes along from earlier alliances."""
    said: list[Content] = []
    for heading, text in begins.along if begins is not None else ():
        said += [Content(""), Content.styled(heading, "bold $warm"), Content(text)]
    return said


def assignment(scenario: Scenario) -> list[Content]:
    """The opening sentence, the assignment, its facts."""
    said: list[Content] = []
    if scenario.opening is not None:
        who = one_line(scenario.opening.who)
        quote = Content.styled(f'"{safe(scenario.opening.text).strip()}"', "italic")
        said += [Content.assemble((f"{who}: ", "bold"), quote) if who else quote, Content("")]
    if scenario.assignment:
        paragraphs = safe(scenario.assignment).strip().split("\n\n")
        said += [part for text in paragraphs for part in (Content(" ".join(text.split())), Content(""))]
    for name, fact in scenario.facts.items():
        label = one_line(name.replace("-", " ").replace("_", " ")).capitalize()
        said.append(Content.assemble((f"{label}: ", "bold"), one_line(fact)))
    return said
