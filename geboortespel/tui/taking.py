"""Taking a text along: to the clipboard, to a file. What is said about it is what happened."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content
from textual.visual import visualize
from textual.widgets import Static

from geboortespel.session.store import StoreError, games_folder, replace_file, write_file
from geboortespel.tui.widgets.rows import Rows
from geboortespel.tui.widgets.text import Paragraphs
from geboortespel.words import storage

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

    from geboortespel.report.whisper import Whisper
    from geboortespel.scenario.model import Scenario
    from geboortespel.tui.app import TableApp
    from geboortespel.words.voice import Voice

FOLDER = "teksten"
"""Beside the games."""


def text_on(screen: Screen[object]) -> tuple[str, str]:
    """(title, text) of a screen: what it says itself (`as_text`), else every text on it from top to bottom."""
    own = getattr(screen, "as_text", None)
    if own is not None:
        title, text = own()
        return title, text
    found: list[str] = []
    title = ""
    for widget in screen.walk_children():
        if not getattr(widget, "display", True) or widget.id in ("art", "about", "detail", "phases"):
            continue
        heading = str(getattr(widget, "border_title", "") or "")
        if heading:
            title = title or heading
            found += ["", heading, ""]
        found += _lines(widget)  # type: ignore[arg-type]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in found)).strip()
    return title or str(screen.title or "geboortespel"), text + "\n"


def _lines(widget: Widget) -> list[str]:
    if isinstance(widget, Rows):
        return [line.plain for item in widget.items.values() for line in item.row.lines(78)]
    if isinstance(widget, Static):
        visual = visualize(widget, widget.content, markup=False)
        return visual.plain.split("\n") if isinstance(visual, Content | Paragraphs) else []
    return []


def copy(app: TableApp) -> None:
    """To the clipboard, by the terminal (OSC 52). Whether it took it can't be known, so to a file as well."""
    title, text = text_on(app.screen)
    app.copy_to_clipboard(text)
    path = _kept(app, title, text)
    if path is not None:
        said = app.tr("On the clipboard. If your terminal has none: it is in {path} too.")
        app.notify(said.format(path=path), markup=False, timeout=8)


def save(app: TableApp) -> None:
    """To a file with a name of its own."""
    path = _kept(app, *text_on(app.screen))
    if path is not None:
        app.notify(app.tr("Saved as {path}.").format(path=path), markup=False, timeout=8)


def _kept(app: TableApp, title: str, text: str) -> Path | None:
    """Where the text is now; None when it could not be written, which has been said then."""
    path = free_path(games_folder().parent / FOLDER, title)
    try:
        replace_file(path, text.encode())
    except StoreError as fault:
        app.notify(storage.trouble(fault.code, fault.path, app.tr), severity="error", timeout=15, markup=False)
        return None
    return path


def save_whisper_cards(app: TableApp, scenario: Scenario) -> None:
    """The private dilemmas as sheets of A4, beside the other texts; says where they are."""
    from geboortespel.engine.game import Game
    from geboortespel.report import whisper
    from geboortespel.words.voice import Voice

    voice = Voice(Game(scenario).board, app.tr.language)
    found = whisper.cards(voice)
    sheets = [sheet.encode() for sheet in whisper.sheets(found, voice)]
    try:
        paths = _sheets(app, scenario.id, "svg", sheets)
    except StoreError as fault:
        app.notify(storage.trouble(fault.code, fault.path, app.tr), severity="error", timeout=15, markup=False)
        return
    if paths:
        said = app.tr(
            "Saved, one sheet for every six cards: {n} files, the first is {path}. Print them from a browser."
        )
        app.notify(said.format(n=len(paths), path=paths[0]), markup=False, timeout=15)
        app.run_worker(partial(_as_pictures, app, scenario.id, found, voice), thread=True, group="whisper")


def _sheets(app: TableApp, scenario_id: str, kind: str, sheets: Sequence[bytes]) -> list[Path]:
    """Where the sheets are now. StoreError when they could not be written."""
    from geboortespel.report import whisper

    folder, name = games_folder().parent / FOLDER, app.tr("whisper-cards")
    paths = [folder / f"{name}-{scenario_id}-{n}.{kind}" for n in range(1, len(sheets) + 1)]
    for path, sheet in zip(paths, sheets, strict=True):
        write_file(path, sheet, whisper.is_ours)
    return paths


def _as_pictures(app: TableApp, scenario_id: str, found: list[Whisper], voice: Voice) -> None:
    """The same sheets as PNG beside them, where those can be made; away from the screen, as that takes a while."""
    from geboortespel.report import whisper
    from geboortespel.report.picture import NoPng

    try:
        paths = _sheets(app, scenario_id, "png", whisper.pictures(found, voice))
    except (NoPng, StoreError):
        return  # the drawings are there
    if paths:
        app.call_from_thread(app.notify, app.tr("And as pictures (PNG), beside them."), markup=False, timeout=10)


def free_path(folder: Path, title: str) -> Path:
    """A name after the title that nothing has yet."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = "-".join(re.findall(r"[a-z0-9]+", plain))[:60] or "tekst"
    names = [folder / f"{name}.txt", *(folder / f"{name}-{n}.txt" for n in range(2, 1000))]
    return next((path for path in names if not path.exists()), names[-1])
