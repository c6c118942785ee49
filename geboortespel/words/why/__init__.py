"""Waarom? What every number in the game is made of, in words and in parts that add up, for every front end."""

from __future__ import annotations

from geboortespel.words.why.account import Account, Asked, Group, Head, Ledger, Part, Parts, Reader

__all__ = ["Account", "Asked", "Group", "Head", "Ledger", "Part", "Parts", "Reader"]
