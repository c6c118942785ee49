"""What a scene shows, step by step. Pure: content in, content out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from textual.content import Content

from geboortespel.tui.widgets.rows import Item, Row
from geboortespel.words.why import Group

Mood = Literal["rustig", "warm", "dicht"]
"""How a scene looks: quiet, warm (a birth), or closed (a cover behind which something waits)."""


@dataclass(frozen=True)
class Stage:
    """A heading, a picture that may change, beats of text that come one after another, and answers at the end.

    `picture` is a run of frames, shown before the beats. `held`: how many beats stay hidden until a key; the others
    come by themselves. `escape` is the answer that escape gives; None when the answers can't be passed over.
    """

    heading: str = ""
    beats: Sequence[Content] = ()
    answers: Sequence[Item] = ()
    picture: Sequence[Content] = ()
    held: int = 0
    mood: Mood = "rustig"
    centred: bool = False
    escape: str | None = None
    numbers: Callable[[], Sequence[Group]] | None = None
    """What can be asked about here; an answer's own number has the answer's id for its key."""

    @property
    def steps(self) -> int:
        """In how many steps it is told: frames of the picture after the first, then beats after the first."""
        return max(0, len(self.picture) - 1) + max(0, len(self.beats) - (0 if len(self.picture) > 1 else 1))

    def shown(self, step: int) -> tuple[int, int]:
        """(frame of the picture, number of beats in sight) at a step."""
        frames = max(0, len(self.picture) - 1)
        first = 0 if frames else 1
        return min(step, frames), min(len(self.beats), max(0, step - frames) + first)

    def waits(self, step: int) -> bool:
        """Whether a key is needed to go on from this step."""
        return step >= self.steps - self.held


def answer(answer_id: str, number: int, text: Content | str, *, right: Content | None = None,
           about: Content | None = None) -> Item:  # fmt: skip
    """A numbered answer. `right` stands at its end, `about` under it."""
    left = Content.styled(f"{number} ", "$zacht") + (Content(text) if isinstance(text, str) else text)
    below = Content.styled(about.plain, "$zacht") if about else None
    return Item(answer_id, Row(left, right, below, hang=2, wrap=True))


def quoted(text: str) -> Content:
    """What somebody says."""
    return Content.styled(f'"{text}"', "italic")


def soft(text: str) -> Content:
    """A line beside the matter."""
    return Content.styled(text, "$zacht")
