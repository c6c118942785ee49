"""A game being played: driver, journal on disk, undo, replay, resume."""
