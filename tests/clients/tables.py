"""What programs of others read in a report: the format, the file, and a schema or separator. The answer is JSON."""

import csv
import json
import re
import sys
from html.parser import HTMLParser

import cmarkgfm
import jsonlines
import junitparser
from cmarkgfm.cmark import Options
from lxml import etree


def valid(path, schema):
    """What the schema has against the file."""
    schema = etree.XMLSchema(etree.parse(schema))
    try:
        document = etree.parse(path, etree.XMLParser(huge_tree=True))
    except etree.XMLSyntaxError as error:
        return [str(error)]
    schema.validate(document)
    return [f"{error.line}: {error.message}" for error in schema.error_log]


def junit(path):
    suites = []
    for suite in junitparser.JUnitXml.fromfile(path):
        kinds = [type(result).__name__ for case in suite for result in case.result]
        counted = [len(list(suite))] + [kinds.count(kind) for kind in ("Failure", "Error", "Skipped")]
        messages = [result.message for case in suite for result in case.result if result.message]
        told = [suite.tests, suite.failures, suite.errors, suite.skipped]
        suites.append({"name": suite.name, "counted": counted, "told": told, "messages": messages})
    return suites


class Page(HTMLParser):
    """The elements of a page, its rows of cells, and its texts; those in code by themselves."""

    def __init__(self):
        super().__init__()
        self.tags, self.cells, self.texts, self.code, self.open = {}, [], [], [], []

    def handle_starttag(self, tag, attrs):
        key = tag if not attrs else f"{tag} {attrs}"
        self.tags[key] = self.tags.get(key, 0) + 1
        if tag == "tr":
            self.cells.append(0)
        if tag in ("td", "th"):
            self.cells[-1] += 1
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_comment(self, data):
        self.tags["!--"] = self.tags.get("!--", 0) + 1

    def handle_data(self, data):
        (self.code if "code" in self.open else self.texts).append(data)


def markdown(path):
    text = open(path, encoding="utf-8").read()
    page = Page()
    # As GitHub does: HTML stays, and is cleaned afterwards.
    page.feed(cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE))
    page.close()
    # What GitHub looks for in texts when the page is made.
    sought = re.compile(r"@\w|#\d|GH-\d|https?://|ftp://|www\.|:[\w+-]+:|\$.+\$", re.IGNORECASE)
    linked = [text for text in page.texts if sought.search(text)]
    return {"tags": page.tags, "cells": sorted(set(page.cells)), "rows": len(page.cells), "linked": linked,
            "text": "".join(page.texts), "open": page.open}


def table(path, separator):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=separator, strict=True))


def ndjson(path):
    with jsonlines.open(path) as lines:
        return [[line["type"], line.get("file"), len(line.get("findings", []))] for line in lines.iter(type=dict)]


KINDS = {"valid": valid, "junit": junit, "markdown": markdown, "csv": table, "ndjson": ndjson}
csv.field_size_limit(1 << 24)
json.dump(KINDS[sys.argv[1]](*sys.argv[2:]), sys.stdout)
