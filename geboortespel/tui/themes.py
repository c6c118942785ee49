"""The game's own themes: light, dark and high contrast. Colours are tested: text at least 4.5:1, contrast 7:1."""

from __future__ import annotations

from textual.theme import Theme


def _theme(name: str, dark: bool, c: dict[str, str]) -> Theme:
    """A theme from named colours: `inkt` text, `zacht` quiet text, `papier` and `vlak` grounds, the lights."""
    return Theme(
        name=name,
        dark=dark,
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
            "zacht": c["zacht"],
            "rand": c["rand"],
            "warm": c["warm"],
            "groen": c["groen"],
            "oranje": c["oranje"],
            "rood": c["rood"],
            "accent-tekst": c["accent"],
            "cursor": c["cursor"],
            "cursor-tekst": c["cursor-tekst"],
            "block-cursor-background": c["cursor"],
            "block-cursor-foreground": c["cursor-tekst"],
            "block-cursor-text-style": "bold",
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


COLOURS: dict[str, dict[str, str]] = {
    "licht": {
        "inkt": "#2b2620", "zacht": "#655c50", "papier": "#fbf7ef", "vlak": "#f2eadb", "rand": "#b9a98e",
        "accent": "#1d5f5a", "warm": "#8a3f22", "groen": "#24662b", "oranje": "#7d4f00", "rood": "#a1241c",
        "cursor": "#d3e4de", "cursor-tekst": "#14211f",
    },
    "donker": {
        "inkt": "#efe8da", "zacht": "#b3a897", "papier": "#191714", "vlak": "#24211c", "rand": "#5f574b",
        "accent": "#86cbc2", "warm": "#eaa07f", "groen": "#93d485", "oranje": "#eabb5c", "rood": "#f59a8a",
        "cursor": "#22403c", "cursor-tekst": "#ffffff",
    },
    "contrast": {
        "inkt": "#ffffff", "zacht": "#e2e2e2", "papier": "#000000", "vlak": "#000000", "rand": "#ffffff",
        "accent": "#8fefff", "warm": "#ffd0a8", "groen": "#7dff7d", "oranje": "#ffdf6b", "rood": "#ffb0a8",
        "cursor": "#1c1c66", "cursor-tekst": "#ffffff",
    },
}  # fmt: skip

THEMES: tuple[Theme, ...] = tuple(_theme(name, name != "licht", colours) for name, colours in COLOURS.items())
