"""YAML as editors read it (version 1.2, core schema): what a JSON Schema is held against."""

from __future__ import annotations

import re
from typing import Any

import yaml


class _Loader(yaml.CSafeLoader):
    """Numbers, booleans and null as YAML 1.2 has them; everything else is text."""


_Loader.yaml_implicit_resolvers = {}
_PLAIN = {
    "bool": ("true|True|TRUE|false|False|FALSE", "tTfF"),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    "float": (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    "null": ("~|null|Null|NULL|", ["~", "n", "N", ""]),
}
for _kind, (_pattern, _first) in _PLAIN.items():
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_kind}", re.compile(f"^(?:{_pattern})$"), list(_first))
_Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))


def loaded(text: str) -> Any:
    """The document as plain values, with keys as text. yaml.YAMLError when an editor could not read it either."""
    try:
        return _keyed(yaml.load(text, Loader=_Loader))
    except RecursionError as endless:
        raise yaml.YAMLError("it holds itself") from endless


def _keyed(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _keyed(item) for name, item in value.items()}
    return [_keyed(item) for item in value] if isinstance(value, list) else value
