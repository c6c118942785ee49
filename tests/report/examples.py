"""Cards to try: an ordinary one, a full one, the longest, a hostile one, and a letter."""

from __future__ import annotations

import attrs

from geboortespel.report.card import Light, Sheet
from geboortespel.words.plain import one_line

LIGHTS = tuple(
    Light(title, points, word)
    for title, points, word in (
        ("Akkoord", 2, "goed"),
        ("Partnerschap", 1, "bijna"),
        ("Gereedheid", 2, "goed"),
        ("Afspraken", 0, "nog niet"),
        ("Realisme", 2, "goed"),
    )
)
ORDINARY = Sheet(
    born=True,
    drawing="dijk",
    heading="GEBOORTEKAARTJE",
    event="Geboren",
    name="De Lange Adem",
    fields=(
        ("Ouders", "Waterschap De Wetering en de aannemer"),
        ("Kind", "twaalf kilometer dijk"),
        ("Geboren in", "Maand 6"),
        ("Gewicht", "140 miljoen euro"),
        ("Lengte", "12 kilometer"),
        ("Type", "Volledige alliantie"),
    ),
    score="Apgar: 7 van 10",
    lights=LIGHTS,
    paragraphs=(),
    kept=(),
    sentences=("We hebben vooral geluisterd.",),
    fingers_label="vingers bij het begin",
    fingers=(2, 4),
    history="",
)
FULL = attrs.evolve(
    ORDINARY,
    name="Waalkanters",
    event="Geboren als ontwerpalliantie",
    fields=(
        (
            "Ouders",
            "Waterschap Rivierenland en Waalensemble (Heijmans, GMB en DEME Environmental NL, met Royal HaskoningDHV)",
        ),
        ("Kind", "dijkversterking Gorinchem-Waardenburg"),
        ("Geboren in", "Najaar 2017"),
        ("Gewicht", "200 miljoen euro verwacht, budget vastgesteld na de gunning"),
        ("Lengte", "23 kilometer"),
        ("Type", "Volledige alliantie, vanaf de verkenning"),
    ),
    sentences=(
        "Een dijk maak je samen, en dat was eerst een zin in een notitie.",
        "Ik heb geleerd dat je pas mag praten als je geluisterd hebt.",
        "De controller heeft gelijk gekregen en wij ook.",
        "Bij hoogwater bel ik jullie allemaal.",
    ),
    fingers=(0, 1, 3, 5),
    history="In het echt heette ze Graaf Reinaldalliantie.",
)
WORDY = "Wij dachten dat het over geld zou gaan, maar het ging over een avond in een keuken en een lijst met zorgen. "
LONGEST = attrs.evolve(FULL, name=(WORDY * 2)[:200].strip(), sentences=((WORDY * 2)[:200].strip(),) * 4)
UNBROKEN = attrs.evolve(LONGEST, name="W" * 200, sentences=("M" * 200,) * 4, event="Æ" * 120, score="W" * 90)
HOSTILE = attrs.evolve(
    ORDINARY,
    name="</text><script>alert(1)</script> & \"'\x1b[31m\u202e",
    sentences=("]]>&lt;\x00\ufffe\ud800 <b>", "日本語のとても長い文 👶"),
)
LETTER = attrs.evolve(
    ORDINARY,
    born=False,
    drawing="alliantie",
    heading="EEN BRIEF",
    event="Niet geboren",
    name="Graaf Reinald",
    fields=(),
    score="",
    lights=(),
    paragraphs=(WORDY * 3,),
    kept=("Nog op groen: urgentie en vertrouwen.", "Zagen er iets in: de dijkgraaf."),
)
SAFE = attrs.evolve(HOSTILE, name=one_line(HOSTILE.name), sentences=tuple(map(one_line, HOSTILE.sentences)))
"""The hostile one as a sheet holds it: its texts are safe already."""
EVERY = {
    "ordinary": ORDINARY,
    "full": FULL,
    "longest": LONGEST,
    "unbroken": UNBROKEN,
    "hostile": SAFE,
    "letter": LETTER,
}
