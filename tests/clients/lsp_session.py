"""Talks to `lint lsp` as an editor does, by the types of lsprotocol: a message that does not fit them ends this with an error.

Usage: lsp_session.py LINT PLAN
"""

import asyncio
import pathlib
import sys

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

BROKEN = "  - arbeitgeber: Diakonie\n    vz"
SLIP = "ea: 1\n"


class Editor(LanguageClient):
    def __init__(self):
        super().__init__("paktlint-tests", "1")
        self.published = asyncio.Queue()
        self.errors = []

        @self.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: lsp.PublishDiagnosticsParams):
            self.published.put_nowait(params)

        @self.feature(lsp.CLIENT_REGISTER_CAPABILITY)
        def registered(params: lsp.RegistrationParams):
            assert params.registrations[0].method == lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES

    def report_server_error(self, error, source):
        self.errors.append((error, source))

    async def next(self, version):
        while True:
            params = await asyncio.wait_for(self.published.get(), 60)
            if params.version == version:
                return params.diagnostics

    def change(self, uri, version, line, character, text):
        place = lsp.Position(line, character)
        edit = lsp.TextDocumentContentChangePartial(range=lsp.Range(place, place), text=text)
        document = lsp.VersionedTextDocumentIdentifier(version=version, uri=uri)
        self.text_document_did_change(lsp.DidChangeTextDocumentParams(text_document=document, content_changes=[edit]))


def capabilities():
    return lsp.ClientCapabilities(
        workspace=lsp.WorkspaceClientCapabilities(
            workspace_edit=lsp.WorkspaceEditClientCapabilities(document_changes=True),
            did_change_watched_files=lsp.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
        ),
        text_document=lsp.TextDocumentClientCapabilities(
            publish_diagnostics=lsp.PublishDiagnosticsClientCapabilities(
                related_information=True, code_description_support=True, version_support=True
            ),
        ),
        general=lsp.GeneralClientCapabilities(position_encodings=[lsp.PositionEncodingKind.Utf8, lsp.PositionEncodingKind.Utf16]),
    )


async def session(lint, plan):
    path = pathlib.Path(plan).resolve()
    uri, text = path.as_uri(), path.read_text(encoding="utf-8")
    lines = text.count("\n")
    identifier = lsp.TextDocumentIdentifier(uri=uri)
    editor = Editor()
    await editor.start_io(lint, "--today", "2026-01-15", "--no-config", "lsp", "--stdio")
    greeting = await editor.initialize_async(lsp.InitializeParams(capabilities=capabilities(), locale="de", process_id=None, root_uri=None))
    assert greeting.capabilities.position_encoding == lsp.PositionEncodingKind.Utf16, greeting
    assert greeting.server_info.name == "paktlint", greeting
    editor.initialized(lsp.InitializedParams())

    item = lsp.TextDocumentItem(uri=uri, language_id="yaml", version=1, text=text)
    editor.text_document_did_open(lsp.DidOpenTextDocumentParams(text_document=item))
    found = await editor.next(1)
    independence = [one for one in found if one.code == "carrier-independence"]
    assert len(independence) == 1 and independence[0].severity == lsp.DiagnosticSeverity.Error, found
    assert independence[0].related_information, independence
    assert any(one.severity == lsp.DiagnosticSeverity.Information for one in found), found

    place = lsp.Position(lines + 1, 6)
    editor.change(uri, 2, lines, 0, BROKEN)
    assert [one.severity for one in await editor.next(2)] == [lsp.DiagnosticSeverity.Error]
    offered = await editor.text_document_completion_async(lsp.CompletionParams(text_document=identifier, position=place))
    fte = [item for item in offered if item.label == "vzae"]
    assert len(fte) == 1 and fte[0].text_edit.new_text == "vzae: ", offered
    assert "full-time equivalents" in fte[0].documentation.value, fte
    symbols = await editor.text_document_document_symbol_async(lsp.DocumentSymbolParams(text_document=identifier))
    assert "stellen" in [symbol.name for symbol in symbols], symbols
    shown = await editor.text_document_hover_async(lsp.HoverParams(text_document=identifier, position=lsp.Position(lines, 8)))
    assert "employer" in shown.contents.value and "arbeitgeber" in shown.contents.value, shown

    editor.change(uri, 3, place.line, place.character, SLIP)
    slip = (await editor.next(3))[0]
    params = lsp.CodeActionParams(text_document=identifier, range=slip.range, context=lsp.CodeActionContext(diagnostics=[slip]))
    actions = await editor.text_document_code_action_async(params)
    assert not actions[0].is_preferred and actions[0].kind == lsp.CodeActionKind.QuickFix, actions
    change = actions[0].edit.document_changes[0]
    assert change.text_document.version == 3 and change.edits[0].new_text == "vzae", change

    editor.text_document_did_close(lsp.DidCloseTextDocumentParams(text_document=identifier))
    assert not await editor.next(None)
    await editor.shutdown_async(None)
    editor.exit(None)
    await asyncio.wait_for(editor._server.wait(), 60)
    assert editor._server.returncode == 0, editor._server.returncode
    assert not editor.errors, editor.errors
    await editor.stop()


if __name__ == "__main__":
    asyncio.run(session(sys.argv[1], sys.argv[2]))
    print("ok")
