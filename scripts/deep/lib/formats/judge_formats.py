"""Reads every exported file as the tools of its format do, and prints one JSON line a file: what was found in it and every fault.

Usage: judge_formats.py FOLDER GRAPHML_XSD GEXF_XSD
FOLDER holds a folder for each case with `expected.json`, and in it a folder for each format.
"""

import csv
import json
import re
import sys
from pathlib import Path

csv.field_size_limit(10**9)
# The characters that a spreadsheet takes as the beginning of a formula.
FORMULA = re.compile(r"^[\s\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@]|^[\t\r]")


def only_file(folder, ending):
    found = [path for path in folder.iterdir() if path.name.endswith(ending)]
    assert len(found) == 1, f"{folder} holds {len(found)} files that end in {ending}"
    return found[0]


def xml_tree(path, xsd, faults):
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    tree = etree.parse(str(path), parser)
    schema = etree.XMLSchema(etree.parse(str(xsd)))
    if not schema.validate(tree):
        faults.extend(f"XSD: {error.message[:200]}" for error in list(schema.error_log)[:5])
    return tree


def ids_hold(nodes, edges, ends, faults):
    if len(set(nodes)) != len(nodes):
        faults.append("an id of a node stands twice")
    if len(set(edges)) != len(edges):
        faults.append("an id of an edge stands twice")
    known = set(nodes)
    dangling = [end for end in ends if end not in known]
    if dangling:
        faults.append(f"{len(dangling)} ends without a node, the first {dangling[0]}")


def drawn_in(tree, space, faults):
    """The edges of a graph in XML, with the ids of nodes and edges checked."""
    nodes = [one.get("id") for one in tree.iter(f"{space}node")]
    edges = list(tree.iter(f"{space}edge"))
    ids_hold(nodes, [one.get("id") for one in edges], [one.get(end) for one in edges for end in ("source", "target")], faults)
    return edges


def graphml(folder, expected, xsds, faults):
    import networkx

    path = only_file(folder, ".graphml")
    tree = xml_tree(path, xsds["graphml"], faults)
    drawn_in(tree, "{http://graphml.graphdrawing.org/xmlns}", faults)
    graph = networkx.read_graphml(str(path), force_multigraph=True)
    claims = sum(1 for *_, data in graph.edges(data=True) if json.loads(data["citations"]) is not None and data["claim"])
    entities = sum(1 for _, data in graph.nodes(data=True) if "open_end" not in data)
    return {"entities": entities, "claims": claims}


def gexf(folder, expected, xsds, faults):
    import networkx

    path = only_file(folder, ".gexf")
    tree = xml_tree(path, xsds["gexf"], faults)
    space = "{http://gexf.net/1.3}"
    edges = drawn_in(tree, space, faults)
    for one in [*edges, *tree.iter(f"{space}spell")]:
        start, end = one.get("start"), one.get("end")
        if start and end and start > end:
            faults.append(f"{one.get('id')} ends before it starts")
    graph = networkx.read_gexf(str(path), version="1.3")
    entities = sum(1 for _, data in graph.nodes(data=True) if "open_end" not in data)
    return {"entities": entities, "claims": graph.number_of_edges()}


def ftm_proxies(folder):
    path = only_file(folder, ".ftm.json")
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def ftm_entities(folder, expected, xsds, faults):
    from followthemoney import model

    raws = ftm_proxies(folder)
    schemata = {raw["id"]: raw["schema"] for raw in raws}
    if len(schemata) != len(raws):
        faults.append("an id stands twice")
    for raw in raws:
        schema = model.get(raw["schema"])
        proxy = model.get_proxy(raw, cleaned=False)
        cleaned = model.get_proxy(raw, cleaned=True)
        for name, values in raw["properties"].items():
            if name not in schema.properties:
                faults.append(f"{raw['schema']} has no property {name}")
                continue
            prop = schema.properties[name]
            if sorted(values) != sorted(cleaned.get(name)):
                faults.append(f"cleaning changes {name} of {raw['id']}: {values} becomes {cleaned.get(name)}")
            if prop.range is not None:
                for value in values:
                    if value not in schemata:
                        faults.append(f"{name} of {raw['id']} leads to {value}, which is not there")
                    elif not model.get(schemata[value]).is_a(prop.range):
                        faults.append(f"{name} of {raw['id']} leads to a {schemata[value]}, not to a {prop.range.name}")
        for name in schema.required:
            if not raw["properties"].get(name):
                faults.append(f"{raw['id']}, a {raw['schema']}, has no {name}")
        try:
            schema.validate(proxy.to_dict())
        except Exception as error:  # the judge says why
            faults.append(f"{raw['id']}: {error}")
    links = {value for raw in raws for value in raw["properties"].get("recordId", [])}
    notes = expected["unlinked"]
    return {
        "entities": sum(1 for raw in raws if raw["id"].startswith("entity-")),
        "claims": len(links) + notes,
        "sources": sum(1 for raw in raws if raw["id"].startswith("source-")),
    }


def ftm_statements(folder, expected, xsds, faults):
    from followthemoney.dataset import Dataset
    from followthemoney.statement import StatementEntity
    from followthemoney.statement.serialize import read_path_statements

    by_entity = {}
    for statement in read_path_statements(only_file(folder, "statements.csv"), "csv"):
        if statement.id != statement.generate_key():
            faults.append(f"the id of {statement.entity_id} {statement.prop} is not its hash")
        Dataset.make({"name": statement.dataset, "title": statement.dataset})
        by_entity.setdefault(statement.entity_id, []).append(statement)
    dataset = Dataset.make({"name": "attest", "title": "Attest"})
    whole = {id: StatementEntity.from_statements(dataset, own) for id, own in by_entity.items()}
    for raw in ftm_proxies(folder.parent / "ftm-entities"):
        entity = whole.get(raw["id"])
        if entity is None:
            faults.append(f"{raw['id']} has no statement")
        elif {name: sorted(values) for name, values in raw["properties"].items()} != {name: sorted(values) for name, values in entity.properties.items()}:
            faults.append(f"{raw['id']} is not what the file of entities says")
    links = {value for entity in whole.values() for value in entity.get("recordId", quiet=True)}
    return {"entities": sum(1 for id in whole if id.startswith("entity-")), "claims": len(links) + expected["unlinked"]}


def stix(folder, expected, xsds, faults):
    import stix2
    from stix2validator import ValidationOptions, validate_instance

    with open(only_file(folder, ".stix.json"), encoding="utf-8") as file:
        bundle = json.load(file)
    options = ValidationOptions(
        strict=True, strict_types=True, strict_properties=True, enforce_refs=True, disabled="103,302", version="2.1"
    )
    result = validate_instance(bundle, options)
    faults.extend(f"stix2-validator: {str(error)[:300]}" for error in [*(result.errors or []), *(result.warnings or [])][:10])
    stix2.parse(bundle, allow_custom=False, version="2.1")
    ids = [one["id"] for one in bundle["objects"]]
    if len(set(ids)) != len(ids):
        faults.append("an id stands twice")
    held = [
        extension
        for one in bundle["objects"]
        for extension in one.get("extensions", {}).values()
        if extension["extension_type"] == "property-extension"
    ]
    kinds = [one.get("kind") for one in held]
    return {"entities": kinds.count("entity"), "claims": kinds.count("claim"), "sources": kinds.count("source")}


def table(path, faults):
    with open(path, encoding="utf-8-sig", newline="") as file:
        head, *rows = list(csv.reader(file, strict=True))
    for row in rows:
        if len(row) != len(head):
            faults.append(f"{path.name}: a row has {len(row)} cells, the head {len(head)}")
        for cell in row:
            if FORMULA.match(cell) and not re.fullmatch(r"-?\d+(\.\d+)?", cell):
                faults.append(f"{path.name}: {cell[:40]!r} is a formula to a spreadsheet")
    return [dict(zip(head, row)) for row in rows]


def csv_set(names):
    def judge(folder, expected, xsds, faults):
        nodes, edges, citations, sources = (table(folder / f"{name}.csv", faults) for name in ("nodes", "edges", "citations", "sources"))
        ids_hold(
            [one[names["id"]] for one in nodes],
            [one[names["edge"]] for one in edges],
            [end for one in edges for end in (one[names["source"]], one[names["target"]]) if end or names["whole"]],
            faults,
        )
        known = {one[names["source_id"]] for one in sources}
        if any(one["source"] not in known for one in citations):
            faults.append("a citation reads a source that is not there")
        claims = {one["claim"] for one in edges}
        if any(one["claim"] not in claims for one in citations):
            faults.append("a citation is of a claim that is not there")
        return {"entities": sum(1 for one in nodes if one[names["type"]] != ""), "claims": len(claims), "sources": len(sources)}

    return judge


def own_json(folder, expected, xsds, faults):
    files = [json.loads(path.read_text(encoding="utf-8")) for path in folder.iterdir() if path.suffix == ".json"]
    count = lambda kind: sum(len(one.get(kind, [])) for one in files)
    return {"entities": count("entities"), "claims": len({claim["id"] for one in files for claim in one.get("claims", [])}), "sources": count("sources")}


PLAIN = {"id": "id", "edge": "id", "source": "source", "target": "target", "type": "type", "source_id": "id", "whole": False}
JUDGES = {
    "own-json": own_json,
    "csv-set": csv_set(PLAIN),
    "csv-neo4j": csv_set(
        {**PLAIN, "id": "id:ID(entity)", "source": ":START_ID(entity)", "target": ":END_ID(entity)", "source_id": "id:ID(source)", "whole": True}
    ),
    "csv-gephi": csv_set({**PLAIN, "id": "Id", "edge": "Id", "source": "Source", "target": "Target", "type": "entity_type", "whole": True}),
    "graphml": graphml,
    "gexf": gexf,
    "ftm-entities": ftm_entities,
    "ftm-statements": ftm_statements,
    "stix": stix,
}

TOOLS = {
    "own-json": "json of Python",
    **{name: "csv of Python, formulas" for name in ("csv-set", "csv-neo4j", "csv-gephi")},
    "graphml": "XSD in lxml, networkx",
    "gexf": "XSD in lxml, networkx",
    "ftm-entities": "followthemoney",
    "ftm-statements": "followthemoney",
    "stix": "stix2-validator, stix2",
}


def main(folder, graphml_xsd, gexf_xsd):
    xsds = {"graphml": graphml_xsd, "gexf": gexf_xsd}
    for case in sorted(path for path in Path(folder).iterdir() if path.is_dir()):
        expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
        for name, judge in JUDGES.items():
            faults = []
            found = {}
            try:
                found = judge(case / name, expected, xsds, faults)
                faults.extend(f"{what}: {n}, but the case has {expected[what]}" for what, n in found.items() if expected[what] != n)
            except Exception as error:
                faults.append(f"{type(error).__name__}: {error}")
            print(json.dumps({"case": case.name, "format": name, "judge": TOOLS[name], **found, "faults": len(faults), "first": faults[:5]}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
