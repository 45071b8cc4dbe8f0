"""The format of exchange files as a JSON Schema, made from the records themselves.

msgspec writes the schema; here alternatives are put so that a validator can say which field is
wrong and not only that none of several forms fits, and the words of the docstrings become
descriptions.
"""

import inspect
import re
from typing import Any

import msgspec

from bmahr_desktop.domain.exchange import FORMAT, VERSION, Exchange

Schema = dict[str, Any]
_ATTRIBUTE = re.compile(r"^    ((?:\w+, )*\w+): (.*(?:\n     .*)*)", re.MULTILINE)


def exchange_schema() -> Schema:
    """Return the schema of this version."""
    made = msgspec.json.schema(Exchange)
    definitions = {name: _described(one) for name, one in made["$defs"].items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{FORMAT}, version {VERSION}",
        "$ref": made["$ref"],
        "$defs": {name: _plain(one) for name, one in definitions.items()},
    }


def _described(definition: Schema) -> Schema:
    """Turn a docstring into the description of the record and of its fields."""
    if "description" not in definition:
        return definition
    words, _, attributes = inspect.cleandoc(definition["description"]).partition("\nAttributes:\n")
    described = definition | {"description": " ".join(words.split())}
    for names, text in _ATTRIBUTE.findall(attributes):
        for name in names.split(", "):
            field = described["properties"].get(name)
            if field is not None and "description" not in field:
                field["description"] = " ".join(text.split())
    return described


def _plain(node: Any) -> Any:
    """Replace "any of these" by conditions that lead a validator to the field at fault."""
    if isinstance(node, list):
        return [_plain(one) for one in node]
    if not isinstance(node, dict):
        return node
    rest = {key: _plain(value) for key, value in node.items() if key != "anyOf"}
    if "anyOf" not in node:
        return rest
    if "discriminator" in node:
        return _one_of_kind(rest, node["discriminator"])
    other = next(one for one in node["anyOf"] if one != {"type": "null"})
    if isinstance(other.get("type"), str):
        return _plain(other) | rest | {"type": [other["type"], "null"]}
    return rest | {"if": {"type": "null"}, "else": _plain(other)}


def _one_of_kind(rest: Schema, discriminator: Schema) -> Schema:
    field, mapping = discriminator["propertyName"], discriminator["mapping"]
    kept = {key: value for key, value in rest.items() if key != "discriminator"}
    return kept | {
        "type": "object",
        "required": [field],
        "properties": {field: {"enum": list(mapping)}},
        "allOf": [
            {
                "if": {"required": [field], "properties": {field: {"const": kind}}},
                "then": {"$ref": target},
            }
            for kind, target in mapping.items()
        ],
    }
