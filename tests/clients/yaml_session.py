"""Asks yaml-language-server, as an editor does, what it makes of plans by the schema of `lint schema`.

Usage: yaml_session.py SERVER SCHEMA < TEXTS

TEXTS is a JSON object of texts by name, in which `§` marks a place to ask about, if there is one. Printed is a JSON object: by
name, what is wrong with each text (`line` from 1), what is shown at the place, and what may be written there.
"""

import asyncio
import json
import pathlib
import sys
import tempfile

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient


class Editor(LanguageClient):
    def __init__(self, settings):
        super().__init__("paktlint-tests", "1")
        self.published = asyncio.Queue()

        @self.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: lsp.PublishDiagnosticsParams):
            self.published.put_nowait(params)

        @self.feature(lsp.WORKSPACE_CONFIGURATION)
        def configuration(params: lsp.ConfigurationParams):
            return [settings.get(item.section) for item in params.items]

        @self.feature(lsp.CLIENT_REGISTER_CAPABILITY)
        def registered(params: lsp.RegistrationParams):
            return None

    def report_server_error(self, error, source):
        print(error, source, file=sys.stderr)

    async def of(self, uri):
        while True:
            params = await asyncio.wait_for(self.published.get(), 60)
            if params.uri == uri:
                return params.diagnostics


def text_of(contents):
    if isinstance(contents, lsp.MarkupContent):
        return contents.value
    return "\n".join(part if isinstance(part, str) else part.value for part in contents)


async def session(server, schema, texts):
    schema = pathlib.Path(schema).resolve().as_uri()
    yaml = {
        "schemas": {schema: "*.yaml"},
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
    }
    editor = Editor({"yaml": yaml, "http": {}, "[yaml]": {}, "editor": {}, "files": {}})
    await editor.start_io(server, "--stdio")
    capabilities = lsp.ClientCapabilities(
        workspace=lsp.WorkspaceClientCapabilities(configuration=True),
        text_document=lsp.TextDocumentClientCapabilities(
            completion=lsp.CompletionClientCapabilities(
                completion_item=lsp.ClientCompletionItemOptions(snippet_support=True, documentation_format=[lsp.MarkupKind.Markdown])
            ),
            hover=lsp.HoverClientCapabilities(content_format=[lsp.MarkupKind.Markdown]),
        ),
    )
    folder = pathlib.Path(tempfile.mkdtemp()).resolve()
    await editor.initialize_async(lsp.InitializeParams(capabilities=capabilities, root_uri=folder.as_uri(), process_id=None))
    editor.initialized(lsp.InitializedParams())
    editor.workspace_did_change_configuration(lsp.DidChangeConfigurationParams(settings={"yaml": yaml}))
    answers = {}
    for number, (name, marked) in enumerate(texts.items()):
        before, mark, _ = marked.partition("§")
        text = marked.replace("§", "", 1)
        # Opened only once it is settled which schema applies.
        uri = (folder / f"{number}.yaml").as_uri()
        identifier = lsp.TextDocumentIdentifier(uri=uri)
        item = lsp.TextDocumentItem(uri=uri, language_id="yaml", version=1, text=text)
        editor.text_document_did_open(lsp.DidOpenTextDocumentParams(text_document=item))
        answer = {"wrong": [{"line": one.range.start.line + 1, "message": one.message} for one in await editor.of(uri)]}
        if mark:
            line = before.count("\n")
            place = lsp.Position(line, len(before.split("\n")[-1].encode("utf-16-le")) // 2)
            shown = await editor.text_document_hover_async(lsp.HoverParams(text_document=identifier, position=place))
            answer["shown"] = text_of(shown.contents) if shown else ""
            offered = await editor.text_document_completion_async(lsp.CompletionParams(text_document=identifier, position=place))
            items = offered.items if isinstance(offered, lsp.CompletionList) else offered or []
            documentation = lambda item: getattr(item.documentation, "value", item.documentation) or ""
            answer["offered"] = {item.label: documentation(item) for item in items}
        answers[name] = answer
    await editor.shutdown_async(None)
    editor.exit(None)
    return answers


if __name__ == "__main__":
    print(json.dumps(asyncio.run(session(sys.argv[1], sys.argv[2], json.load(sys.stdin)))))
    # The server may go on waiting for its editor.
    sys.stdout.flush()
    sys.exit(0)
