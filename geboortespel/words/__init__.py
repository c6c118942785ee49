"""Texts: phrases views, causes, refusals and faults in Dutch and English; one voice for every front end."""
