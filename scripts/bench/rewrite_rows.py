"""The peer of an export: reads the rows of an exported file and writes them again, with nothing but the standard library. Usage: rewrite_rows.py <export> <into>"""
import csv
import io
import json
import sys
import xml.etree.ElementTree as xml
import zipfile


def rewritten(name: str, data: bytes) -> str:
    text = data.decode("utf-8-sig")
    if name.endswith(".csv"):
        into = io.StringIO()
        csv.writer(into).writerows(csv.reader(io.StringIO(text)))
        return into.getvalue()
    if name.endswith(".graphml"):
        return xml.tostring(xml.fromstring(data), encoding="unicode")
    if name.endswith((".jsonl", ".ndjson", ".ftm")):
        return "\n".join(json.dumps(json.loads(line), ensure_ascii=False) for line in text.splitlines() if line)
    if name.endswith(".json"):
        try:
            return json.dumps(json.loads(text), ensure_ascii=False)
        except json.JSONDecodeError:
            return "\n".join(json.dumps(json.loads(line), ensure_ascii=False) for line in text.splitlines() if line)
    return text


with zipfile.ZipFile(sys.argv[1]) as given, zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as into:
    for entry in given.infolist():
        into.writestr(entry.filename, rewritten(entry.filename, given.read(entry)))
