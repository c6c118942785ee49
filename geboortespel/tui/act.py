"""What can be done by a key, a click or the palette, and what is the same in many places."""

from __future__ import annotations

from dataclasses import dataclass

from geboortespel.words.catalog import N_

KEY_NAMES = {
    "escape": "esc", "enter": "enter", "question_mark": "?", "backspace": "←", "ctrl+q": "^q", "ctrl+p": "^p",
    "left": "←", "right": "→", "up": "↑", "down": "↓", "f1": "F1", "f2": "F2",
    "tab": "tab", "shift+tab": "⇧tab", "space": N_("space"), "ctrl+s": "^s",
    "return": "enter", "vertical": "↑↓", "plus": "+", "pagedown": "pgdn", "pageup": "pgup",
}  # fmt: skip


@dataclass(frozen=True)
class Act:
    """Something that a key, a click or the palette does. `shown`: place in the key bar, 0 is not there."""

    keys: str
    action: str
    label: str
    about: str
    shown: int = 0

    @property
    def name(self) -> str:
        """The action without its namespace and parameters."""
        return self.action.partition(".")[2].partition("(")[0]

    @property
    def key(self) -> str:
        """The first key, as people call it."""
        first = self.keys.split(",")[0]
        return KEY_NAMES.get(first, first)


EVERYWHERE = (
    Act("f1,question_mark", "app.explain", N_("help"), N_("What this screen is, and every key on it."), 1),
    Act("f2", "app.settings", N_("settings"), N_("Language, theme, contrast, a roomy layout and the rest."), 80),
    Act("c", "app.copy_text", N_("copy"), N_("Copy the text on this screen, to the clipboard and to a file.")),
    Act("o", "app.save_text", N_("save text"), N_("Save the text on this screen as a file.")),
    Act("ctrl+p", "app.command_palette", N_("everything"), N_("Search everything that can be done here."), 90),
    Act("ctrl+q", "app.leave", N_("quit"), N_("Leave the program. A game is always kept, you can go on later."), 95),
)


def choose(shown: int) -> Act:
    """Choosing the row under the cursor: rows know enter themselves, so it has a key here that no keyboard sends."""
    about = N_("Choose what the cursor is on. A digit chooses the answer that begins with it; a click does too.")
    return Act("return", "screen.choose", N_("choose"), about, shown)


def aside(shown: int) -> Act:
    """From a list to what is told about its row, and back."""
    return Act("tab", "app.focus_next", N_("read"), N_("To what is told about the row, and back to the list."), shown)


def why(shown: int) -> Act:
    """The same key wherever there are numbers."""
    about = N_("What the number under the cursor is made of, or first which number.")
    return Act("w", "screen.why", N_("why?"), about, shown)


def read_on() -> Act:
    """The key that reads all of what stands cut off under a board, which says so itself."""
    return Act("i", "screen.read_on", N_("read on"), N_("All of what is told about what the cursor is on."))


def facilitate() -> Act:
    """The facilitator's key, the same wherever a game goes on. Not in the key bar: it is not for the players."""
    about = N_("For the facilitator: a pause, a note, what the players can't see, a card from the deck now.")
    return Act("f", "app.facilitate", N_("facilitator"), about)
