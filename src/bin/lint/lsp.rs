//! `lint lsp`: the checks where plans are written, for every editor that speaks the Language Server Protocol.
//!
//! Here is the protocol alone: messages, places in UTF-16, which text is open in which version. What is wrong with a plan is said by
//! [`paktlint::report`], what is at a place by [`paktlint::editor`]. Messages that wait are taken in together, so that of a text
//! that changes quickly only the latest state is judged.

mod actions;
mod addresses;
mod answers;
mod diagnostics;
mod documents;
mod positions;
#[cfg(any(test, fuzzing))]
pub(crate) mod replay;
mod sentences;
mod settings;
mod wire;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::notification::{
    Cancel, DidChangeConfiguration, DidChangeTextDocument, DidChangeWatchedFiles, DidCloseTextDocument, DidOpenTextDocument,
    DidSaveTextDocument, Exit, Initialized, Notification as Notice, PublishDiagnostics, ShowMessage,
};
use lsp_types::request::{
    CodeActionRequest, Completion, DocumentSymbolRequest, HoverRequest, Initialize, RegisterCapability, Request as Asked, Shutdown,
};
use lsp_types::{
    CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CompletionOptions, DidChangeWatchedFilesRegistrationOptions,
    DocumentSymbolResponse, FileSystemWatcher, GlobPattern, HoverProviderCapability, InitializeParams, InitializeResult, MessageType,
    NumberOrString, OneOf, PositionEncodingKind, PublishDiagnosticsParams, Registration, RegistrationParams, SaveOptions,
    ServerCapabilities, ServerInfo, ShowMessageParams, TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions, Uri,
};
use paktlint::text::{Lang, Message as Said, Sentence};
use serde_json::Value;

use self::diagnostics::Ways;
use self::documents::Document;
use self::sentences as say;
use self::settings::{Applied, Settings, Wishes};
use self::wire::Received;
use crate::args::Args;
use crate::language;
use crate::status::Status;

/// No more messages are taken in before the editor is told what was found.
const AT_ONCE: usize = 1_000;

/// Serves an editor on standard input and output until it says good-bye or is gone.
pub(crate) fn serve(args: &Args) -> Status {
    let mut received = wire::receive();
    let mut server = Server::new(Settings::new(args), io::stdout().lock());
    while let Some(waiting) = received.next(AT_ONCE) {
        match server.take_in(waiting) {
            Ok(None) => {}
            Ok(Some(status)) => return status,
            // Nobody listens any more.
            Err(_) => break,
        }
    }
    server.farewell()
}

/// How far the talk with the editor has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Before,
    Running,
    After,
}

struct Server<W> {
    /// Where answers go.
    to: W,
    phase: Phase,
    settings: Settings,
    wishes: Wishes,
    ways: Ways,
    /// Whether the editor can be asked to tell when a configuration changes.
    can_watch: bool,
    /// By address.
    documents: BTreeMap<String, Document>,
    /// Files that are not open and that the editor was told something about.
    told_files: BTreeSet<String>,
}

type Answer = Result<Value, (ErrorCode, String)>;

impl<W: Write> Server<W> {
    fn new(settings: Settings, to: W) -> Self {
        Self {
            to,
            phase: Phase::Before,
            settings,
            wishes: Wishes::default(),
            ways: Ways { questions: true, ..Ways::default() },
            can_watch: false,
            documents: BTreeMap::new(),
            told_files: BTreeSet::new(),
        }
    }

    /// The status that the protocol asks for: 0 after a shutdown, else 1.
    fn farewell(&self) -> Status {
        if self.phase == Phase::After { Status::Fine } else { Status::Findings }
    }

    /// Takes in messages, then tells what was found. Gives the status with which to end.
    fn take_in(&mut self, waiting: Vec<Received>) -> io::Result<Option<Status>> {
        let cancelled: BTreeSet<String> = waiting.iter().filter_map(cancelled).collect();
        for received in waiting {
            match received {
                Received::Wrong(code, text) => wire::send_wrong(&mut self.to, code, &text)?,
                Received::End(why) => return self.break_off(why).map(Some),
                Received::Message(Message::Request(request)) if cancelled.contains(&request.id.to_string()) => {
                    let text = "the request was cancelled".to_owned();
                    wire::send(&mut self.to, Response::new_err(request.id, ErrorCode::RequestCanceled as i32, text))?;
                }
                Received::Message(Message::Request(Request { id, method, params })) => self.request(id, &method, params)?,
                Received::Message(Message::Notification(notice)) if notice.method == Exit::METHOD => return Ok(Some(self.farewell())),
                Received::Message(Message::Notification(notice)) if self.phase == Phase::Running => self.notice(notice)?,
                Received::Message(Message::Notification(_) | Message::Response(_)) => {}
            }
        }
        self.tell()?;
        Ok(None)
    }

    /// Says why nothing more is read.
    fn break_off(&mut self, why: &'static Sentence) -> io::Result<Status> {
        self.tell()?;
        let message = Said::new(why).with("limit", usize::try_from(wire::LONGEST / (1024 * 1024)).unwrap_or_default());
        wire::send_wrong(&mut self.to, ErrorCode::InvalidRequest, &message.text(Lang::En))?;
        self.show(&message)?;
        Ok(self.farewell())
    }

    /// Shows a message to whoever sits at the editor.
    fn show(&mut self, message: &Said) -> io::Result<()> {
        let lang = self.settings.lang(self.wishes, None);
        let params = ShowMessageParams { typ: MessageType::ERROR, message: diagnostics::line(message, lang) };
        wire::send(&mut self.to, Notification::new(ShowMessage::METHOD.to_owned(), params))
    }

    fn request(&mut self, id: RequestId, method: &str, params: Value) -> io::Result<()> {
        let answer = match (self.phase, method) {
            (Phase::Before, Initialize::METHOD) => self.initialize(params),
            (Phase::Before, _) => Err((ErrorCode::ServerNotInitialized, "initialize comes first".to_owned())),
            (Phase::After, _) => Err((ErrorCode::InvalidRequest, "the server was shut down".to_owned())),
            (Phase::Running, Initialize::METHOD) => Err((ErrorCode::InvalidRequest, "initialize comes once".to_owned())),
            (Phase::Running, Shutdown::METHOD) => {
                self.phase = Phase::After;
                Ok(Value::Null)
            }
            (Phase::Running, HoverRequest::METHOD) => self.hover(params),
            (Phase::Running, Completion::METHOD) => self.completion(params),
            (Phase::Running, DocumentSymbolRequest::METHOD) => self.symbols(params),
            (Phase::Running, CodeActionRequest::METHOD) => self.actions(params),
            (Phase::Running, _) => Err((ErrorCode::MethodNotFound, format!("unknown method {method:.100}"))),
        };
        wire::send(
            &mut self.to,
            match answer {
                Ok(result) => Response::new_ok(id, result),
                Err((code, text)) => Response::new_err(id, code as i32, text),
            },
        )
    }

    fn initialize(&mut self, params: Value) -> Answer {
        let params: InitializeParams = read(params)?;
        let language = |value: Option<&Value>| value.and_then(Value::as_str).and_then(language::spoken);
        let options = params.initialization_options.as_ref();
        let option = language(options.and_then(|options| options.get("lang")));
        let locale = params.locale.as_deref().and_then(language::spoken);
        self.wishes = Wishes { option, locale };
        let shown = params.capabilities.text_document.as_ref().and_then(|text| text.publish_diagnostics.as_ref());
        let edits = params.capabilities.workspace.as_ref().and_then(|workspace| workspace.workspace_edit.as_ref());
        self.ways = Ways {
            versioned: edits.and_then(|edits| edits.document_changes) == Some(true),
            related: shown.and_then(|shown| shown.related_information) == Some(true),
            described: shown.and_then(|shown| shown.code_description_support) == Some(true),
            questions: options.and_then(|options| options.get("questions")) != Some(&Value::Bool(false)),
        };
        let files = params.capabilities.workspace.as_ref().and_then(|workspace| workspace.did_change_watched_files.as_ref());
        self.can_watch = files.and_then(|files| files.dynamic_registration) == Some(true);
        self.phase = Phase::Running;
        answered(InitializeResult {
            capabilities: capabilities(),
            server_info: Some(ServerInfo { name: env!("CARGO_PKG_NAME").to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) }),
        })
    }

    /// A notification has no answer: one that makes no sense is passed over.
    fn notice(&mut self, notice: Notification) -> io::Result<()> {
        match notice.method.as_str() {
            Initialized::METHOD if self.can_watch => watch(&mut self.to)?,
            DidOpenTextDocument::METHOD => {
                let Some(opened) = noticed::<DidOpenTextDocument>(notice) else { return Ok(()) };
                let document = Document::new(opened.text_document.uri, opened.text_document.version, opened.text_document.text);
                self.documents.insert(document.uri.as_str().to_owned(), document);
            }
            DidChangeTextDocument::METHOD => {
                let Some(changed) = noticed::<DidChangeTextDocument>(notice) else { return Ok(()) };
                if let Some(document) = self.documents.get_mut(changed.text_document.uri.as_str()) {
                    document.change(changed.text_document.version, changed.content_changes);
                }
            }
            DidCloseTextDocument::METHOD => {
                let Some(closed) = noticed::<DidCloseTextDocument>(notice) else { return Ok(()) };
                if let Some(document) = self.documents.remove(closed.text_document.uri.as_str()) {
                    publish(&mut self.to, document.uri, Vec::new(), None)?;
                }
            }
            DidSaveTextDocument::METHOD | DidChangeWatchedFiles::METHOD | DidChangeConfiguration::METHOD => self.renew(),
            _ => {}
        }
        Ok(())
    }

    /// Reads every configuration and rule again, for something may have changed.
    fn renew(&mut self) {
        self.settings.renew();
        self.documents.values_mut().for_each(Document::forget);
    }

    /// Tells what was found in every text that changed, and what is wrong with the settings.
    fn tell(&mut self) -> io::Result<()> {
        let dates = self.settings.dates();
        let mut asked = false;
        for document in self.documents.values_mut().filter(|document| !document.is_told) {
            asked = true;
            document.is_told = true;
            let applied = self.settings.of(document.path.as_ref());
            let lang = self.settings.lang(self.wishes, applied.lang);
            let found = if applied.is_excluded || !document.is_plan() {
                Vec::new()
            } else {
                document.judge(&applied, dates);
                document.report().map(|report| diagnostics::of(document, report, lang, self.ways)).unwrap_or_default()
            };
            publish(&mut self.to, document.uri.clone(), found, Some(document.version))?;
        }
        if asked { self.tell_of_settings() } else { Ok(()) }
    }

    fn tell_of_settings(&mut self) -> io::Result<()> {
        let lang = self.settings.lang(self.wishes, None);
        let wrong = self.settings.take_wrong();
        let mut reasons: Vec<String> = wrong.said.iter().map(|failure| failure.text(lang, None)).collect();
        let mut told = BTreeSet::new();
        for (file, problems) in wrong.files {
            let Some(uri) = addresses::uri(std::path::Path::new(file.name())) else { continue };
            reasons.push(file.name().to_owned());
            told.insert(uri.as_str().to_owned());
            publish(&mut self.to, uri, diagnostics::of_file(&file, &problems, lang), None)?;
        }
        if !reasons.is_empty() {
            self.show(&Said::new(&say::NOT_JUDGED).with("reason", reasons.join(" ").as_str()))?;
        }
        for mended in self.told_files.difference(&told) {
            if let (false, Ok(uri)) = (self.documents.contains_key(mended), mended.parse()) {
                publish(&mut self.to, uri, Vec::new(), None)?;
            }
        }
        self.told_files = told;
        Ok(())
    }

    /// The text that is meant, what applies to it, and the language in which to speak of it; none where it is not open.
    fn about(&mut self, uri: &Uri) -> Option<(&mut Document, Applied, Lang)> {
        let document = self.documents.get_mut(uri.as_str())?;
        let applied = self.settings.of(document.path.as_ref());
        let lang = self.settings.lang(self.wishes, applied.lang);
        (!applied.is_excluded && document.is_plan()).then_some((document, applied, lang))
    }

    fn hover(&mut self, params: Value) -> Answer {
        let lsp_types::TextDocumentPositionParams { text_document, position } =
            read::<lsp_types::HoverParams>(params)?.text_document_position_params;
        let Some((document, applied, lang)) = self.about(&text_document.uri) else { return Ok(Value::Null) };
        answered(answers::hover(document, &applied, position, lang))
    }

    fn completion(&mut self, params: Value) -> Answer {
        let lsp_types::TextDocumentPositionParams { text_document, position } =
            read::<lsp_types::CompletionParams>(params)?.text_document_position;
        let Some((document, applied, lang)) = self.about(&text_document.uri) else { return Ok(Value::Null) };
        answered(answers::completions(document, &applied, position, lang))
    }

    fn symbols(&mut self, params: Value) -> Answer {
        let params: lsp_types::DocumentSymbolParams = read(params)?;
        let Some((document, applied, lang)) = self.about(&params.text_document.uri) else { return Ok(Value::Null) };
        let symbols = document.symbols(&applied, lang);
        answered(DocumentSymbolResponse::Nested(answers::symbols(document, symbols)))
    }

    fn actions(&mut self, params: Value) -> Answer {
        let params: lsp_types::CodeActionParams = read(params)?;
        let (dates, ways) = (self.settings.dates(), self.ways);
        let Some((document, applied, lang)) = self.about(&params.text_document.uri) else { return Ok(Value::Null) };
        document.judge(&applied, dates);
        let Some(report) = document.report() else { return Ok(Value::Null) };
        answered(actions::of(document, report, &applied, (params.range, &params.context), (lang, ways), dates))
    }
}

fn capabilities() -> ServerCapabilities {
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        save: Some(SaveOptions::default().into()),
        ..TextDocumentSyncOptions::default()
    };
    let triggers = [":", " ", "\"", "{", "["].map(str::to_owned).to_vec();
    ServerCapabilities {
        position_encoding: Some(PositionEncodingKind::UTF16),
        text_document_sync: Some(TextDocumentSyncCapability::Options(sync)),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        completion_provider: Some(CompletionOptions { trigger_characters: Some(triggers), ..CompletionOptions::default() }),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, CodeActionKind::new(actions::FIX_ALL)]),
            ..CodeActionOptions::default()
        })),
        document_symbol_provider: Some(OneOf::Left(true)),
        ..ServerCapabilities::default()
    }
}

/// Asks to be told when a configuration or a rule file changes.
fn watch(to: &mut impl Write) -> io::Result<()> {
    let watchers = ["**/paktlint.toml", "**/*.yaml", "**/*.yml"];
    let watchers = watchers.map(|glob| FileSystemWatcher { glob_pattern: GlobPattern::String(glob.to_owned()), kind: None }).to_vec();
    let options = serde_json::to_value(DidChangeWatchedFilesRegistrationOptions { watchers }).ok();
    let method = DidChangeWatchedFiles::METHOD.to_owned();
    let registrations = vec![Registration { id: method.clone(), method, register_options: options }];
    let id = RequestId::from("watch".to_owned());
    wire::send(to, Request::new(id, RegisterCapability::METHOD.to_owned(), RegistrationParams { registrations }))
}

fn publish(to: &mut impl Write, uri: Uri, diagnostics: Vec<lsp_types::Diagnostic>, version: Option<i32>) -> io::Result<()> {
    let params = PublishDiagnosticsParams { uri, diagnostics, version };
    wire::send(to, Notification::new(PublishDiagnostics::METHOD.to_owned(), params))
}

/// The id of the request that a message cancels.
fn cancelled(received: &Received) -> Option<String> {
    let Received::Message(Message::Notification(notice)) = received else { return None };
    if notice.method != Cancel::METHOD {
        return None;
    }
    let params: lsp_types::CancelParams = serde_json::from_value(notice.params.clone()).ok()?;
    let id = match params.id {
        NumberOrString::Number(id) => RequestId::from(id),
        NumberOrString::String(id) => RequestId::from(id),
    };
    Some(id.to_string())
}

fn read<P: serde::de::DeserializeOwned>(params: Value) -> Result<P, (ErrorCode, String)> {
    serde_json::from_value(params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))
}

fn noticed<N: Notice>(notice: Notification) -> Option<N::Params> {
    serde_json::from_value(notice.params).ok()
}

fn answered(answer: impl serde::Serialize) -> Answer {
    serde_json::to_value(answer).map_err(|error| (ErrorCode::InternalError, error.to_string()))
}
