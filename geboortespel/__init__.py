"""Geboortespel: a serious game about how an alliance is born."""

__version__ = "0.1.0"
