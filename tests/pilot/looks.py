"""What can be wrong with how a screen looks: text too faint for its ground, text cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from rich.color import Color
from rich.style import Style
from textual.app import App
from textual.content import Content
from textual.visual import visualize
from textual.widget import Widget
from textual.widgets import Static

from geboortespel.words.catalog import translator
from tests.pilot.driver import shown

DRAWN = re.compile(r"[\s\u2500-\u25ff\u2800-\u28ff]+")
"""Lines, blocks and dots: drawn, not read. (A light's dot has its word beside it.)"""
SHORT = ("art", "map", "detail")
"""Places, by id, that may shorten: pictures, the map (its list has whole names), the line under the board (enter opens
the whole of it)."""


def luminance(colour: Color) -> float:
    """Relative luminance as WCAG has it."""
    parts = [part / 255 for part in colour.get_truecolor()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@cache
def contrast(style: Style) -> float:
    """Contrast between text and its ground."""
    assert style.color is not None, style
    assert style.bgcolor is not None, style
    low, high = sorted((luminance(style.color), luminance(style.bgcolor)))
    return (high + 0.05) / (low + 0.05)


def faint(app: App[Any], least: float) -> list[str]:
    """Texts on top with less contrast than this, as `text (contrast, colours)`."""
    found = []
    for strip in shown(app):
        for text, style, control in strip:
            if control or DRAWN.fullmatch(text):
                continue
            assert style is not None, text
            if style.dim or contrast(style) < least - 0.005:
                found.append(f"{text.strip()} ({contrast(style):.2f}, {style})")
    return list(dict.fromkeys(found))


def cut_words(app: App[Any], language: str) -> list[str]:
    """Words that end in an ellipsis because there was no room, not because the sentence ends so."""
    tr = translator(language, "tafel")
    meant = {said.split()[-1] for said in (tr("One moment, reading…"),)}
    text = "\n".join(line.text for line in shown(app))
    lines = app.screen._compositor.render_strips()
    title = [lines[w.region.y].text for w in app.screen.query("#hand-pane")]  # the question, told whole in the story
    short = "\n".join(title) + "\n".join(_text(widget) for name in SHORT for widget in app.screen.query(f"#{name}"))
    return [word for word in re.findall(r"\S*\w…", text) if word not in meant and word not in short]


def _text(widget: Widget) -> str:
    return "\n".join(widget.render_line(y).text for y in range(widget.size.height))


def hidden(app: App[Any]) -> Iterator[str]:
    """Widgets with text of which a part can't be seen or scrolled to, as `id: text`."""
    for widget in app.screen.walk_children(Widget):
        if not (widget.is_on_screen and widget.display and isinstance(widget, Static)) or widget.id in SHORT:
            continue
        region = widget.region
        if not region or not str(widget.content).strip():
            continue
        box = widget.scrollable_content_region
        visual = visualize(widget, widget.content, markup=False)
        needed = visual.get_height(widget.styles, box.width) if box.width else 0
        if needed > box.height and not widget.is_vertical_scrollbar_grabbed and not _scrolls(widget):
            yield f"{widget.id} needs {needed} lines of {box.width}, has {box.height}: {_start(visual)}"
        seen = widget.visible_region if hasattr(widget, "visible_region") else region
        holders = [w for w in widget.ancestors if isinstance(w, Widget)]
        if not any(_scrolls(w) for w in holders[:-1]) and not app.screen.region.contains_region(seen):
            yield f"{widget.id} lies outside the screen: {_start(visual)}"


def _scrolls(widget: Widget) -> bool:
    return widget.styles.overflow_y in ("auto", "scroll")


def _start(visual: object) -> str:
    return visual.plain[:60] if isinstance(visual, Content) else ""
