"""What openpyxl reads in a workbook. The answer is JSON."""

import json
import sys

import openpyxl


def cell(one):
    told = {"value": one.value, "kind": one.data_type}
    if one.hyperlink is not None:
        told["link"] = one.hyperlink.target
    return told


book = openpyxl.load_workbook(sys.argv[1])
sheets = [
    {
        "name": sheet.title,
        "freeze": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "rows": [[cell(one) for one in row] for row in sheet.iter_rows()],
    }
    for sheet in book.worksheets
]
print(json.dumps({"created": book.properties.created.isoformat(), "sheets": sheets}))
