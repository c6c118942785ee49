"""A small picture: the sun that comes up behind a dike."""

from __future__ import annotations

from textual.content import Content

SKY = (
    "      .     |     .      ",
    "   '     \\  |  /     '   ",
    "  -  -    .-'-.    -  -  ",
    "         (     )         ",
)
DIKE = ("         ___________     ", "~~~~~~~~/           \\____")
"""The sun, from its rays down, and the dike with the water at its left."""


def sunrise() -> list[Content]:
    """Frames, from before dawn to full sun; all of the same height."""
    found = []
    for up in range(len(SKY) + 1):
        sky = [" " * len(SKY[0])] * (len(SKY) - up) + list(SKY[:up])
        drawn = [Content.styled(line, "bold $warm") for line in sky]
        land = [Content.styled(DIKE[0], "$groen"),
                Content.assemble((DIKE[1][:8], "$accent-tekst"), (DIKE[1][8:], "$groen"))]  # fmt: skip
        found.append(Content("\n").join([*drawn, *land]))
    return found
