"""What a debriefing guide is made of: six steps with questions, each with what it asks about in this game."""

from __future__ import annotations

from attrs import frozen


@frozen
class Question:
    """A question to the table. `id` stays the same for the same question; `fact`: what happened in this game that it
    asks about, '' for a question of every game."""

    id: str
    text: str
    fact: str = ""


@frozen
class Written:
    """A note that was made at a step; `question` '' when it belongs to the step as a whole."""

    step: str
    question: str
    text: str


@frozen
class Step:
    """One of the six. `word`: its name in one word, `aim`: what it is for, `tip`: a hint to the facilitator."""

    id: str
    number: int
    title: str
    word: str
    aim: str
    tip: str
    minutes: int
    questions: tuple[Question, ...]
    notes: tuple[Written, ...] = ()


@frozen
class Guide:
    """The guide of one game: its title, how it ended in a sentence, and the steps in their order."""

    title: str
    ended: str
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """What all steps take together."""
        return sum(step.minutes for step in self.steps)
