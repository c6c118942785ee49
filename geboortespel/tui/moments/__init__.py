"""Moments of play: what is told and asked around an action, as scenes people remember (design 5).

`Course` runs them for one table. Each moment is a module: from the session and its notes it makes stages (pure), shows
them through a `Teller`, and does what was answered. Nothing here holds anything of the game: after a kill the session
says again what to ask.
"""

from geboortespel.tui.moments.course import Course
from geboortespel.tui.moments.teller import deltas_of

__all__ = ["Course", "deltas_of"]
