"""The model as the builder sees it: per class its YAML keys with their attribute and kind, from the attrs metadata."""

from __future__ import annotations

from functools import cache

from attrs import Attribute, frozen

from geboortespel.scenario import model
from geboortespel.scenario.kinds import Kind


@frozen
class KeyPlan:
    """One YAML key of a class."""

    attr: str
    kind: Kind
    required: bool


@frozen
class ClassPlan:
    """All keys of a model class. `id_attr`: whether its things carry an id."""

    cls: type
    keys: dict[str, KeyPlan]
    has_id: bool


@cache
def plan(name: str) -> ClassPlan:
    """The plan of model class `name`."""
    cls: type = getattr(model, name)
    fields: tuple[Attribute[object], ...] = cls.__attrs_attrs__  # type: ignore[attr-defined]
    keys = {
        f.metadata["key"]: KeyPlan(f.name, f.metadata["kind"], f.metadata["required"])
        for f in fields
        if "key" in f.metadata
    }
    return ClassPlan(cls, keys, "id" in keys)
