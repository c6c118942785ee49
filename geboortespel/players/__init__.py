"""Policies: they see a view and weigh its legal actions."""
