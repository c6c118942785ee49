"""How wide text is, without a font at hand: widths that are never too small, for a serif face.

Each character has the width it has in DejaVu Serif, the widest of the serif faces that systems fall back on (upright
and italic: the wider of the two), in thousandths of the type size, rounded up to 20. Georgia, Times and Liberation are
narrower. What the table does not know counts as a full square, and outside the basic plane (emoji) as one and a third.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_PLAIN = """
280 '
320 ,.ijl·ìíîï‘’‚
340 -/:;\\|¦
380 f
400 ()I[]ÌÍÎÏ
420 !Jt¡²³¹
460 "
480 rªº
500 *_`§¨¯°´¸–
520 sš“”„
540 ?z¿žĳ
580 cvxyçýÿ
600 aeàáâãäåèéêë•
620 ko«»ðòóôõöø
640 $0123456789{}¢£¤¥¶€
660 bdghnpquµñùúûüþ
680 LPTYÝÞßŸ
700 FSZŠŽ
720 X
740 ABEVÀÁÂÃÄÅÈÉÊË
760 KR
780 CÇ
800 G
820 DOQÐÒÓÔÕÖØĲ
840 #+<=>^~¬±×÷−
860 UwÙÚÛÜ
880 HNÑ
900 &
940 æ
960 %m
980 ¼½¾
1000 @©®œ—…
1020 Æ
1040 MW
1140 Œ
"""
_BOLD = """
320 '
360 ,.·‘’‚
380 /:;\\ijl|¦ìíîï
420 -
440 !f¡²³¹
480 ()IJ[]tÌÍÎÏ
500 _`¨ª¯°´¸º–
540 "*r§
580 szšž“”„
600 ?vxy¿ýÿ
620 cç
640 e¤«¶»èéêë•
660 a{}àáâãäå
680 oðòóôõöø
700 $0123456789bdgkpq¢£¥þ€
720 FLYÝŸ
740 SZhnuµñùúûüŠŽ
760 PTÞßĳ
780 AEVXÀÁÂÃÄÅÈÉÊË
800 CÇ
840 #+<=>R^~¬±×÷−
860 BG
880 DKOQUwÐÒÓÔÕÖØÙÚÛÜ
920 &NÑ
960 %HĲ
980 æ
1000 @©®—…
1040 Æœ
1060 m¼½¾
1120 M
1140 W
1200 Œ
"""
SPACE = 360
SQUARE = 1000
PICTURE = 1340


@cache
def _table(bold: bool) -> dict[str, int]:
    found = {" ": SPACE, "\u00a0": SPACE}
    for line in (_BOLD if bold else _PLAIN).strip().split("\n"):
        width, _, chars = line.partition(" ")
        found.update(dict.fromkeys(chars, int(width)))
    return found


def width(text: str, size: float, *, bold: bool = False, spacing: float = 0) -> float:
    """At most how wide `text` is in type of `size`, in the units of `size`; `spacing` is added after every letter."""
    table = _table(bold)
    total = sum(table.get(char) or _unknown(char) for char in text)
    return total * size / 1000 + spacing * len(text)


def _unknown(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return SQUARE if ord(char) < 0x10000 else PICTURE
