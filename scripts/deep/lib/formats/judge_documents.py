"""Reads bundles and Word documents as their own tools do, and prints one JSON line for each.

Usage: judge_documents.py FOLDER
FOLDER holds a folder for each case with `bag` (a bag) and `dossier.docx`, and `footnotes` with their number.
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
    return faults


def main(folder):
    serve_context()
    for case in sorted(path for path in Path(folder).iterdir() if path.is_dir()):
        judged = {
            ("bundle", "bagit"): lambda: bag_faults(case / "bag"),
            ("bundle", "roc-validator"): lambda: crate_faults(case / "bag" / "data"),
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
