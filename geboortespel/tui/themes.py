"""The game's own themes: dark and light, each with a high-contrast form. Tested: text at least 4.5:1, contrast 7:1."""

from __future__ import annotations

from textual.theme import Theme

COLOURS: dict[str, dict[str, str]] = {
    "licht": {
        "inkt": "#2b2620", "zacht": "#655c50", "papier": "#fbf7ef", "vlak": "#f2eadb", "rand": "#b9a98e",
        "accent": "#1d5f5a", "warm": "#8a3f22", "groen": "#24662b", "oranje": "#7d4f00", "rood": "#a1241c",
        "cursor": "#d3e4de", "cursor-tekst": "#14211f",
        "lucht": "#d9e8ea", "zon": "#f3c98b", "veer": "#ffffff", "slag": "#3a342c", "snavel": "#c8552b",
        "doek": "#e59a8a", "gras": "#8fb573", "dijk": "#6f9a58", "water": "#8fbcc9", "golf": "#b9d8de",
    },
    "donker": {
        "inkt": "#efe8da", "zacht": "#b3a897", "papier": "#191714", "vlak": "#24211c", "rand": "#5f574b",
        "accent": "#86cbc2", "warm": "#eaa07f", "groen": "#93d485", "oranje": "#eabb5c", "rood": "#f59a8a",
        "cursor": "#22403c", "cursor-tekst": "#ffffff",
        "lucht": "#22313a", "zon": "#d99a5b", "veer": "#efe8da", "slag": "#0f0e0c", "snavel": "#e0713f",
        "doek": "#eaa07f", "gras": "#54774a", "dijk": "#3f5f3b", "water": "#2f5766", "golf": "#4c7c8b",
    },
    "donker-contrast": {
        "inkt": "#ffffff", "zacht": "#e2e2e2", "papier": "#000000", "vlak": "#000000", "rand": "#ffffff",
        "accent": "#8fefff", "warm": "#ffd0a8", "groen": "#7dff7d", "oranje": "#ffdf6b", "rood": "#ffb0a8",
        "cursor": "#1c1c66", "cursor-tekst": "#ffffff",
        "lucht": "#000000", "zon": "#ffdf6b", "veer": "#ffffff", "slag": "#7a7a7a", "snavel": "#ff9a5c",
        "doek": "#ffb0a8", "gras": "#7dff7d", "dijk": "#2f8f2f", "water": "#3f9fbf", "golf": "#8fefff",
    },
    "licht-contrast": {
        "inkt": "#000000", "zacht": "#2e2e2e", "papier": "#ffffff", "vlak": "#ffffff", "rand": "#000000",
        "accent": "#003f4a", "warm": "#6b1f00", "groen": "#004d0c", "oranje": "#583600", "rood": "#850a0a",
        "cursor": "#cfe6ff", "cursor-tekst": "#000000",
        "lucht": "#ffffff", "zon": "#f0a000", "veer": "#8a8a8a", "slag": "#000000", "snavel": "#b03000",
        "doek": "#d05040", "gras": "#2f8f2f", "dijk": "#004d0c", "water": "#1f6f8f", "golf": "#4fa0bf",
    },
}  # fmt: skip
"""Theme → what each colour is for. `inkt` text, `zacht` quiet text, `papier` and `vlak` grounds, `rand` lines, the
three lights, `cursor` the chosen row. From `lucht` on they are the picture's, and carry no text."""


def _theme(name: str, c: dict[str, str]) -> Theme:
    """A theme of Textual from named colours. Each is a variable as well: `$zacht`, `$papier`, … (`accent` and `warm`
    would clash with Textual's own: the former is `$accent-tekst`)."""
    own = {key: colour for key, colour in c.items() if key != "accent"}
    return Theme(
        name=name,
        dark=name.startswith("donker"),
        primary=c["accent"],
        secondary=c["warm"],
        accent=c["warm"],
        foreground=c["inkt"],
        background=c["papier"],
        surface=c["vlak"],
        panel=c["vlak"],
        success=c["groen"],
        warning=c["oranje"],
        error=c["rood"],
        text_alpha=1.0,
        variables={
            **own,
            "accent-tekst": c["accent"],
            "block-cursor-background": c["cursor"],
            "block-cursor-foreground": c["cursor-tekst"],
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": c["cursor"],
            "block-cursor-blurred-foreground": c["cursor-tekst"],
            "input-cursor-background": c["inkt"],
            "input-cursor-foreground": c["papier"],
            "input-selection-background": c["cursor"],
            "input-selection-foreground": c["cursor-tekst"],
            "text-muted": c["zacht"],
            "text-disabled": c["zacht"],
            "foreground-muted": c["zacht"],
            "foreground-disabled": c["zacht"],
            "border": c["accent"],
            "border-blurred": c["rand"],
            "footer-background": c["vlak"],
            "scrollbar": c["rand"],
            "scrollbar-background": c["papier"],
            "scrollbar-background-hover": c["papier"],
            "scrollbar-background-active": c["papier"],
            "scrollbar-corner-color": c["papier"],
            "scrollbar-hover": c["accent"],
            "scrollbar-active": c["accent"],
            "link-color": c["inkt"],
            "link-style": "none",
            "link-background": "transparent",
            "link-color-hover": c["cursor-tekst"],
            "link-background-hover": c["cursor"],
            "link-style-hover": "none",
        },
    )


THEMES: tuple[Theme, ...] = tuple(_theme(name, colours) for name, colours in COLOURS.items())
