"""Widgets of the table: they show content and post what was chosen; they hold no game."""
