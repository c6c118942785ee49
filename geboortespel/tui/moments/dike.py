"""A small picture: the sun that comes up behind a dike, with the water at its left."""

from __future__ import annotations

from textual.content import Content

LOW_SKY = (
    "      .     |     .      ",
    "   '     \\  |  /     '   ",
    "  -  -    .-'-.    -  -  ",
    "         (     )         ",
)
LOW_LAND = ("         ___________     ", "~~~~~~~~/           \\____")
TALL_SKY = (
    "                         |                         ",
    "           \\             |             /           ",
    '             \\        .-"""-.        /             ',
    "   -- -- -         .'         '.         - -- --   ",
    "                  /             \\                  ",
    "                 |               |                 ",
)
TALL_LAND = (
    "              _______________________              ",
    "~~~ ~~~~ ~~~~/                       \\_____________",
    "~~~~~ ~~~~ ~/                         \\            ",
)
SHORE = {LOW_LAND: 8, TALL_LAND: 12}
"""Columns of water."""


def sunrise(*, tall: bool = True) -> list[Content]:
    """Frames, from before dawn to full sun; all of the same height. Not `tall`: for a low screen."""
    sky, land = (TALL_SKY, TALL_LAND) if tall else (LOW_SKY, LOW_LAND)
    ground = [
        Content.assemble((line[: SHORE[land]], "$accent-tekst"), (line[SHORE[land] :], "$groen")) for line in land
    ]
    found = []
    for up in range(len(sky) + 1):
        risen = [" " * len(sky[0])] * (len(sky) - up) + list(sky[:up])
        found.append(Content("\n").join([*(Content.styled(line, "bold $warm") for line in risen), *ground]))
    return found
