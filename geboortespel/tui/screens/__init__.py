"""Screens of the table, each with its styles in `styles/`."""
