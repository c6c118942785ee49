"""The guide for authors, `scenarios/README.md`: its reference of all keys, made from the model; and its steps.

`python -m tests.guide` writes the reference anew. `test_guide` follows the steps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from geboortespel.scenario.reference import TOP, classes, entries, inside
from geboortespel.words.keys import Keys

GUIDE = Path(__file__).resolve().parents[1] / "scenarios" / "README.md"
BEGIN, END = "<!-- sleutels -->", "<!-- /sleutels -->"
_BLOCK = re.compile(
    r"(?:^<!-- (?P<note>[a-z]+)(?:: (?P<value>.*?))? -->\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.M | re.S
)


@frozen
class Block:
    """A fenced block: `kind` is yaml, sh or text; `note` what the comment before it says, with its `value`."""

    kind: str
    text: str
    note: str = ""
    value: str = ""
    heading: str = ""


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of the guide, in order."""
    for match in _BLOCK.finditer(text):
        heading = re.findall(r"^#+ (.*)$", text[: match.start()], re.M)[-1]
        yield Block(match["kind"], match["text"], match["note"] or "", match["value"] or "", heading)


def where() -> dict[str, str]:
    """Model class → the keys that lead to it, as an author reads them."""
    found = {TOP: ""}
    for of in classes():
        for entry in entries(of):
            inner = inside(entry.kind)
            if inner and inner not in found:
                found[inner] = f"{found[of]} · `{entry.key}`".removeprefix(" · ")
    return found


def reference() -> str:
    """Every key of every class, as tables."""
    keys, paths = Keys("nl"), where()
    parts = []
    for of in classes():
        parts.append(f"### {paths[of] or 'Het hele bestand'}\n")
        parts.append("| sleutel | wat het is | wat er komt | zonder dit |\n|---|---|---|---|")
        for entry in entries(of):
            name = f"**`{entry.key}`**" if entry.required else f"`{entry.key}`"
            inner = inside(entry.kind)
            holds = keys.kind(entry.kind) + (f": zie {paths[inner]}" if inner and paths[inner] != paths[of] else "")
            row = (name, keys.docs(entry.doc), holds, keys.default(entry))
            parts.append("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |")
        parts.append("")
    return "\n".join(parts)


def renewed(text: str) -> str:
    """The guide with its reference as the model has it now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{reference()}\n{END}{after}"


if __name__ == "__main__":
    GUIDE.write_text(renewed(GUIDE.read_text("utf-8")), "utf-8")
