"""A small writer of SVG: elements as text, escaped, with numbers written one way, so that bytes are always the same."""

from __future__ import annotations

from collections.abc import Iterable

from geboortespel.report.typeset import Face
from geboortespel.words.plain import safe

SERIF = "Georgia, 'Palatino Linotype', 'DejaVu Serif', 'Liberation Serif', 'Noto Serif', 'Times New Roman', serif"


def number(value: float) -> str:
    """At most one decimal, no trailing zero, no minus before nothing."""
    said = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if said == "-0" else said


def escape(text: str) -> str:
    """Text or an attribute's value: nothing in it can end it or act."""
    plain = safe(text)
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        plain = plain.replace(char, entity)
    return plain


def element(name: str, content: str = "", /, **attributes: float | str) -> str:
    """One element. `content` is SVG; attribute names have `_` for `-`."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{said}>{content}</{name}>" if content else f"<{name}{said}/>"


def group(parts: Iterable[str], **attributes: float | str) -> str:
    """Elements together."""
    return element("g", "\n" + "\n".join(parts) + "\n", **attributes)


def text(said: str, x: float, y: float, face: Face, fill: str, anchor: str = "middle") -> str:
    """One line of text on baseline `y`. A centred line with spacing is moved back by half the space after its end."""
    extra: dict[str, float | str] = {}
    if face.bold:
        extra["font_weight"] = "bold"
    if face.italic:
        extra["font_style"] = "italic"
    if face.spacing:
        extra["letter_spacing"] = face.spacing
        x += face.spacing / 2 if anchor == "middle" else 0
    return element("text", escape(said), x=x, y=y, font_size=face.size, text_anchor=anchor, fill=fill, **extra)
