"""Birth card and exports, from a finished game."""
