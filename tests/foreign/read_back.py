"""Reads what gainsay exports with the readers of another language, and holds the formats against each other.

    read_back.py FOLDER SCHEMAS    with all.json, all.jsonl, all.csv, marked.csv, all.claimreview.json, all.sarif

JSON Schema is checked where the package jsonschema is installed (its own SARIF schema is in tests/gate).
"""
import csv
import json
import pathlib
import sys

folder, schemas = map(pathlib.Path, sys.argv[1:])
whole = json.loads((folder / "all.json").read_text(encoding="utf8"))
lines = [json.loads(line) for line in (folder / "all.jsonl").read_text(encoding="utf8").splitlines()]
with open(folder / "all.csv", newline="", encoding="utf8") as file:
    rows = list(csv.DictReader(file))
with open(folder / "marked.csv", newline="", encoding="utf-8-sig") as file:
    assert list(csv.DictReader(file)) == rows, "the byte order mark changes more than itself"

sides = [(finding, side) for finding in whole["findings"] for side in finding["sides"]]
assert len(rows) == len(sides), f"{len(rows)} rows for {len(sides)} sides"


def bare(cell):
    return cell[1:] if cell.startswith("'") else cell


for row, (finding, side) in zip(rows, sides):
    for name in ("fingerprint", "verdict", "slot", "rule", "question", "explanation"):
        assert bare(row[name]) == finding[name], (name, row[name], finding[name])
    for name in ("quote", "said", "value"):
        assert bare(row[name]) == side[name], (name, row[name], side[name])
    for name in ("line", "column", "start", "end"):
        assert int(row[name]) == side[name], (name, row[name], side[name])
    assert all(not cell.startswith(("=", "+", "-", "@")) for cell in row.values()), row

assert [line["fingerprint"] for line in lines] == [f["fingerprint"] for f in whole["findings"]]
for line, finding in zip(lines, whole["findings"]):
    assert {k: v for k, v in line.items() if k in finding and k != "sides"} == {
        k: v for k, v in finding.items() if k != "sides"
    }
    assert all(side["path"] for side in line["sides"])

reviews = json.loads((folder / "all.claimreview.json").read_text(encoding="utf8"))["@graph"]
assert len(reviews) == len(sides)
assert all(review["@type"] == "ClaimReview" and "ratingValue" not in review["reviewRating"] for review in reviews)
log = json.loads((folder / "all.sarif").read_text(encoding="utf8"))
results = log["runs"][0]["results"]
assert {r["partialFingerprints"]["primaryLocationLineHash"] for r in results} == {f["fingerprint"] for f in whole["findings"]}
for result in results:
    assert result["level"] in ("error", "warning", "note", "none")
    assert result["locations"] and all(p["physicalLocation"]["region"]["startLine"] >= 1 for p in result["locations"])


def hold_against(schema, instances):
    schema = json.loads(schema.read_text(encoding="utf8"))
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    for instance in instances:
        validator(schema).validate(instance)


try:
    import jsonschema
except ImportError:
    print("left out: no Python package jsonschema", file=sys.stderr)
else:
    hold_against(schemas / "comparison.v1.json", [whole])
    hold_against(schemas / "finding.v1.json", lines)
    hold_against(schemas.parent / "tests/gate/sarif-2.1.0.schema.json", [log])

print(f"{len(rows)} sides read back from four formats")
