"""Phrases views, causes, refusals and faults in Dutch and English."""
