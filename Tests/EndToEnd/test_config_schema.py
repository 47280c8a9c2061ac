"""The JSON Schemas that an operator's editor uses say the same as `hailong config check`."""

import copy
import json

import jsonschema
import pytest
import yaml

from settings import CONFIG

pytestmark = pytest.mark.quick


class Strict(yaml.SafeLoader):
    """Days stay text, as in JSON."""


Strict.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if tag != "tag:yaml.org,2002:timestamp"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

FILES = sorted([*CONFIG.glob("*.yaml"), *CONFIG.glob("questionnaires/*.yaml")])


def named_schema(file):
    """The schema that the file's first line names for editors."""
    line = file.read_text(encoding="utf-8").splitlines()[0]
    prefix = "# yaml-language-server: $schema="
    assert line.startswith(prefix), f"{file}: {line}"
    return json.loads((file.parent / line.removeprefix(prefix)).read_text(encoding="utf-8"))


def content(name):
    return yaml.load((CONFIG / name).read_text(encoding="utf-8"), Strict)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(CONFIG)))
def test_every_shipped_file_is_valid(file):
    schema = named_schema(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(yaml.load(file.read_text(encoding="utf-8"), Strict))


def test_every_schema_is_named_by_a_file():
    named = {named_schema(file)["$id"] for file in FILES}
    assert named == {schema.name for schema in CONFIG.glob("schema/*.json")}


# What `config check` refuses in one file alone: where, and what is put there (REMOVED takes the key away).
REMOVED = object()
BROKEN = [
    ("organization.yaml", ["units", 0, "nmae"], "UBND"),
    ("organization.yaml", ["units", 0, "kind"], "tỉnh"),
    ("organization.yaml", ["units", 0, "name"], 12),
    ("organization.yaml", ["units", 0, "id"], "có dấu"),
    ("organization.yaml", ["desks", 1, "unit"], REMOVED),
    ("organization.yaml", ["desks", 1, "fields"], "dat-dai"),
    ("organization.yaml", ["postings", 0, "from"], "1/1/2024"),
    ("organization.yaml", ["postings", 0, "weekdays"], ["thứ Hai"]),
    ("organization.yaml", ["units", 3, "head", "email"], "khong-phai-thu"),
    ("organization.yaml", ["units", 3, "head", "email"], REMOVED),
    ("alerts.yaml", ["negativeLevel"], 5),
    ("alerts.yaml", ["categories", 0, "recipients"], []),
    ("alerts.yaml", ["categories", 0, "reasons"], ["bribe"]),
    ("alerts.yaml", ["workingHours", "spans"], ["7h30"]),
    ("alerts.yaml", ["digest", "after"], 0),
    ("targets.yaml", ["targets", 0, "percent"], 120),
    ("server.yaml", ["listen", "port"], 70000),
    ("server.yaml", ["baseURL"], "longkhanh.example.vn"),
    ("server.yaml", ["form", "phoneRequired"], "có"),
    ("server.yaml", ["secondFactorRequired"], ["quantri"]),
    ("questionnaires/lk.yaml", ["version"], 0),
    ("questionnaires/lk.yaml", ["scale"], ["một", "hai", "ba", "bốn"]),
    ("questionnaires/lk.yaml", ["factors", 0, "criteria"], []),
]


@pytest.mark.parametrize(("name", "path", "value"), BROKEN, ids=lambda part: str(part)[:40])
def test_what_the_reader_refuses_the_schema_refuses(name, path, value):
    document = copy.deepcopy(content(name))
    place = document
    for step in path[:-1]:
        place = place[step]
    if value is REMOVED:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(named_schema(CONFIG / name)).validate(document)
