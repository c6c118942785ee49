"""A negotiation as on a dike: issues of the document, what they are worth to a water board and to three contractors.

Test material, after the domain notes §4; the weights are made up.
"""

from geboortespel.market.sitting import Manners, Party
from geboortespel.market.space import Issue, Space
from geboortespel.market.styles import BOULWARE, CONCEDER, LINEAR, MICRO, TIT_FOR_TAT, Style
from geboortespel.market.utility import Consortium, Together, Utility

SPACE = Space([
    Issue("budget", ("krap", "p50", "ruim")),
    Issue("moment", ("voor", "tijdens", "na-gunning")),
    Issue("staffel", ("dubbel-begrensd", "verlies-begrensd", "onbegrensd")),
    Issue("ak", ("acht", "tien", "twaalf")),
    Issue("uitzonderingen", ("twee", "vijf", "veel")),
    Issue("boek", ("open", "steekproef", "dicht")),
    Issue("besluiten", ("samen", "opdrachtgever")),
    Issue("gunning", ("kwaliteit", "prijs")),
])  # fmt: skip

CLINGING = Together({"uitzonderingen": ["veel"], "staffel": ["onbegrensd"]}, -3000)


def utility(weights: list[int], values: list[list[int]], reservation: int, *together: Together) -> Utility:
    """Weights and values in the order of the space."""
    return Utility(
        SPACE,
        {issue.id: w for issue, w in zip(SPACE.issues, weights, strict=True)},
        {i.id: dict(zip(i.options, v, strict=True)) for i, v in zip(SPACE.issues, values, strict=True)},
        reservation,
        together,
    )


CLIENT = utility(
    [22, 6, 14, 8, 16, 16, 10, 8],
    [[100, 75, 0], [60, 80, 100], [100, 60, 0], [100, 50, 0], [40, 80, 100], [100, 60, 0], [60, 100], [100, 40]],
    4200,
)
BUILDER = utility(
    [20, 10, 14, 14, 20, 6, 8, 8],
    [[0, 70, 100], [0, 60, 100], [50, 100, 40], [0, 60, 100], [100, 50, 0], [50, 80, 100], [100, 0], [100, 30]],
    3800, CLINGING,
)  # fmt: skip
DESIGNER = utility(
    [8, 16, 10, 10, 22, 4, 14, 16],
    [[20, 80, 100], [0, 60, 100], [70, 100, 0], [20, 70, 100], [100, 40, 0], [80, 90, 100], [100, 0], [100, 0]],
    3600, CLINGING,
)  # fmt: skip
PREFERENCES = {"bouwer": BUILDER, "ontwerper": DESIGNER, "combinatie": Consortium((BUILDER, DESIGNER))}
PARTY_STYLES: tuple[Style, ...] = (BOULWARE, LINEAR, CONCEDER, TIT_FOR_TAT, MICRO)
WALKS = {"uitzonderingen": frozenset({"veel"})}


def party(who: str, style: Style, **manners: int) -> Party:
    """A market party with this style."""
    return Party(PREFERENCES[who], style, Manners(**manners), WALKS)
