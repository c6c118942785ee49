"""From a scenario to a game: pure rules on flat integer state."""
