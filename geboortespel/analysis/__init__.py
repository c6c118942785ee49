"""Many games from a compiled game: simulation and measures."""
