"""Reads bundles, pictures and Word documents as their own tools do, and prints one JSON line for each.

Usage: judge_documents.py FOLDER
FOLDER holds a folder for each case with `bag` (a bag), `picture.svg`, `picture.png`, `names.json` with the names in them, `dossier.docx`, and `footnotes` with their number.
"""

import io
import json
import sys
from pathlib import Path


def serve_context():
    """The validator of crates fetches the terms from the network; the package rocrate has them."""
    import requests
    import rocrate

    terms = (Path(rocrate.__file__).parent / "data/ro-crate.jsonld").read_bytes()

    def send(self, request, **_):
        answer = requests.Response()
        is_terms = request.url.endswith("/context")
        answer.status_code = 200 if is_terms else 404
        answer._content = terms if is_terms else b""
        answer.url, answer.request, answer.encoding, answer.raw = request.url, request, "utf-8", io.BytesIO(answer._content)
        answer.headers["Content-Type"] = "application/ld+json"
        return answer

    requests.Session.send = send


def bag_faults(folder):
    import bagit

    try:
        bagit.Bag(str(folder)).validate()
        return []
    except bagit.BagError as error:
        return [str(error)]


def crate_faults(folder):
    from rocrate_validator import models, services

    settings = services.ValidationSettings(
        rocrate_uri=models.URI(str(folder)), profile_identifier="ro-crate-1.1", requirement_severity=models.Severity.REQUIRED, no_cache=True
    )
    return [f"{issue.severity.name}: {issue.message}" for issue in services.validate(settings).get_issues()]


def word_faults(path, footnotes):
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE

    document = docx.Document(str(path))
    faults = [] if document.paragraphs[0].style.name == "Title" else ["the first paragraph is no title"]
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    found = part.blob.count(b"<w:footnote ") - 2  # two are the lines above the notes
    if found != footnotes:
        faults.append(f"{found} footnotes, but the dossier has {footnotes}")
    # Word numbers each reference anew: the numbers are those of the notes only where each note is referred to once, in order.
    key = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    referred = [int(one.get(key + "id")) for one in document.element.iter(key + "footnoteReference")]
    if referred != list(range(1, footnotes + 1)):
        faults.append(f"notes are referred to as {referred}")
    for field in document.element.iter(key + "fldSimple"):
        code, shown = field.get(key + "instr").split(), "".join(one.text or "" for one in field.iter(key + "t"))
        if code[:2] != ["NOTEREF", f"_RefNote{shown}"]:
            faults.append(f"a reference {code} is shown as {shown!r}")
    return faults


SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {"svg", "title", "desc", "metadata", "style", "g", "path", "rect", "circle", "text", "tspan"}


def svg_faults(path, names):
    from lxml import etree

    root = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    faults = [] if root.tag == SVG + "svg" else [f"the root is {root.tag}"]
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    faults += [f"an element {one.tag}" for one in elements if one.tag.removeprefix(SVG) not in DRAWN]
    faults += [f"an attribute {key}" for one in elements for key in one.attrib if key.startswith("on") or key.endswith("href")]
    # What is folded is named in the lines below the picture.
    said = " ".join(" ".join("".join(one.itertext()).split()) for one in elements if one.tag in (SVG + "text", SVG + "title", SVG + "desc"))
    missing = [name for name in names if " ".join(name.split()) not in said]
    return faults + [f"no name {name!r}" for name in missing]


def png_faults(path):
    import struct
    import zlib

    data = path.read_bytes()
    faults = [] if data[:8] == b"\x89PNG\r\n\x1a\n" else ["no signature"]
    at, packed, size, keywords = 8, b"", (0, 0), []
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        if struct.unpack(">I", data[at + 8 + length : at + 12 + length])[0] != zlib.crc32(kind + body):
            faults.append(f"{kind} is damaged")
        if kind == b"IHDR":
            size = struct.unpack(">II", body[:8])
        packed += body if kind == b"IDAT" else b""
        keywords += [body.split(b"\0")[0].decode()] if kind == b"iTXt" else []
        at += 12 + length
    rows = zlib.decompress(packed)
    if len(rows) != size[1] * (size[0] * 4 + 1):
        faults.append(f"{len(rows)} bytes for {size}")
    if size[0] < 3508 or len(set(rows[:: 4 * 997 + 1])) < 2:
        faults.append(f"{size} is no picture for print")
    if keywords != ["Title", "Description", "own-json-sha256", "attest-manifest"]:
        faults.append(f"texts {keywords}")
    return faults


def main(folder):
    serve_context()
    for case in sorted(path for path in Path(folder).iterdir() if path.is_dir()):
        judged = {
            ("bundle", "bagit"): lambda: bag_faults(case / "bag"),
            ("bundle", "roc-validator"): lambda: crate_faults(case / "bag" / "data"),
            ("svg", "lxml"): lambda: svg_faults(case / "picture.svg", json.loads((case / "names.json").read_text())),
            ("png", "own reader"): lambda: png_faults(case / "picture.png"),
            ("docx-dossier", "python-docx"): lambda: word_faults(case / "dossier.docx", int((case / "footnotes").read_text())),
        }
        for (name, judge), run in judged.items():
            try:
                faults = run()
            except Exception as error:
                faults = [f"{type(error).__name__}: {error}"]
            print(json.dumps({"case": case.name, "format": name, "judge": judge, "faults": faults[:5]}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
