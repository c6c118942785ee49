"""From YAML to a typed scenario. Knows nothing of playing."""
