"""The family tree drawn and told: a timeline, a map, a card of each alliance; as text and as SVG."""
