"""What happened, in the stakeholders' own words: the notes on the way to where we are, phrased once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.session.moments import Moment
    from geboortespel.session.session import Session

HEADINGS = frozenset({"ronde", "fase", "echo", "einde"})
QUOTES = frozenset({"raak", "mis", "sleets", "gehoord", "stem"})
NEWS = frozenset({"gebeurtenis", "kaart"})
Note = tuple[str, ...]


class Story:
    """Phrases a session's notes. Holds nothing but a cache: a line changes only when the end opens what was private."""

    def __init__(self, session: Session, voice: Voice) -> None:
        self.session, self.voice = session, voice
        self._told: dict[tuple[int, bool], list[Content]] = {}

    def latest(self, most: int = 60) -> list[Content]:
        """The last of what happened on this branch, oldest first."""
        found: list[list[Content]] = []
        for moment in self.session.moments.way(self.session.line):
            found.append(self.of(moment))
            if sum(map(len, found)) >= most:
                break
        return [content for told in reversed(found) for content in told]

    def whole(self) -> list[Content]:
        """Everything that happened on this branch, oldest first."""
        return self.latest(1_000_000)

    def of(self, moment: Moment) -> list[Content]:
        """What one journal line told."""
        key = (moment.line, self.session.finished)
        if key not in self._told:
            view = self.session.view_at(moment.line)
            notes = [note for note in self.session.notes(moment.line) if not self._again(note, moment.line)]
            self._told[key] = [told for note in notes for told in self.note(note, view)]
        return self._told[key]

    def _again(self, note: Note, line: int) -> bool:
        """Whether this is a route that was told before: at its second time it has nothing new to say."""
        return note[0] == "route" and self.session.moments.told_before(line, note)

    def note(self, note: Note, view: View) -> list[Content]:
        """One note as lines."""
        text = self.voice.note(note, view)
        if not text:
            return []
        code = note[0]
        if code in HEADINGS:
            return [Content(""), *(Content.styled(line, "bold $warm") for line in text.split("\n"))]
        style = "italic" if code in QUOTES else "$zacht" if code == "pas" else ""
        if code in NEWS:
            return _headed(text)
        return [Content.styled(line, style) if style else Content(line) for line in text.split("\n")]


def _headed(text: str) -> list[Content]:
    """News: its heading, up to the first full stop, stands out."""
    title, dot, rest = text.partition(". ")
    first, *more = (rest if dot else "").split("\n")
    return [Content.assemble((title + dot, "bold"), first), *map(Content, more)]
