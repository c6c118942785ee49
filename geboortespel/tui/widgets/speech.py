"""What somebody said last, as a sheet with their name on it."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class SpeechSheet(Static):
    """Shows a name and sentences; hidden while nobody has spoken."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes, markup=False)
        self._shown: tuple[str, tuple[str, ...], str] = ("", (), "")

    def show(self, name: str, sentences: tuple[str, ...], note: str = "") -> None:
        """`note` comes under the border: the concern that was named."""
        if (name, sentences, note) == self._shown:
            return
        self._shown = (name, sentences, note)
        self.border_title = Content(name)
        self.border_subtitle = Content(note)
        self.update(Content(" ").join(Content.styled(f"“{sentence}”", "italic") for sentence in sentences))
