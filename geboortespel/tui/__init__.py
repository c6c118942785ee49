"""The table: the Textual front end."""
