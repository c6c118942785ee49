"""Bargaining with the market as pure mathematics: outcome spaces, utilities, solutions, the staffel, styles.

Knows no scenario and no game. Everything is an int or an exact fraction: no rounding surprises (design 1, Negotiation;
domain notes §4).
"""
