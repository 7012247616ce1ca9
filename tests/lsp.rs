//! `lint lsp` over its pipes: a whole session as a transcript, and editors that do not keep to the rules.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::too_many_lines, clippy::type_complexity, reason = "a test may fail, and is partly a table")]

#[path = "lsp/client.rs"]
mod client;

use std::fs;
use std::path::Path;

use client::{Client, apply, framed, serve_raw};
use serde_json::{Value, json};

const PLAN: &str = "gemeinde: Bücherdörf 😀
kreis: Lörrach
stand: 2019-10
entscheidet_ueber_mittel: gemeinde
stellen:
  - arbeitgeber: Caritas
    vzae: \"1,25\"
  - arbeitgeber: Stadt Lörrach
    vzae: 0,5
";

const ONLY: [&str; 2] = ["--only", "fluechtlingsrat-bw"];

/// The place right behind the first occurrence of a text.
fn behind(text: &str, what: &str) -> Value {
    let end = text.find(what).unwrap() + what.len();
    let line = text[..end].matches('\n').count();
    let start = text[..end].rfind('\n').map_or(0, |at| at + 1);
    json!({ "line": line, "character": text[start..end].encode_utf16().count() })
}

fn position_in(uri: &str, position: &Value) -> Value {
    json!({ "textDocument": { "uri": uri }, "position": position })
}

fn everywhere(uri: &str) -> Value {
    json!({
        "textDocument": { "uri": uri },
        "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 999, "character": 0 } },
        "context": { "diagnostics": [] },
    })
}

#[test]
fn a_whole_session() {
    let mut client = Client::start(&ONLY);
    let uri = "untitled:plan.yaml";
    let capabilities = json!({
        "textDocument": { "publishDiagnostics": { "relatedInformation": true, "codeDescriptionSupport": true } },
        "workspace": { "workspaceEdit": { "documentChanges": true } },
    });
    client.ask("initialize", json!({ "processId": null, "rootUri": null, "locale": "de-DE", "capabilities": capabilities }));
    client.tell("initialized", json!({}));
    client.tell("textDocument/didOpen", json!({ "textDocument": { "uri": uri, "languageId": "yaml", "version": 1, "text": PLAN } }));
    client.published();

    client.note("A post is added. While its second key is being written, the text is no YAML.");
    let end = json!({ "line": 9, "character": 0 });
    client.change(uri, 2, &[(json!({ "start": end, "end": end }), "  - arbeitgeber: Diakonie\n    vz")]);
    client.published();
    client.ask("textDocument/completion", position_in(uri, &json!({ "line": 10, "character": 6 })));
    client.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": uri } }));
    client.ask("textDocument/hover", position_in(uri, &behind(PLAN, "entscheidet_ueber")));

    client.note("The key is completed, with a slip.");
    let word = json!({ "start": { "line": 10, "character": 4 }, "end": { "line": 10, "character": 6 } });
    client.change(uri, 3, &[(word, "vzea: 1\n")]);
    client.published();
    let slip = json!({ "start": { "line": 10, "character": 6 }, "end": { "line": 10, "character": 6 } });
    client.ask("textDocument/codeAction", json!({ "textDocument": { "uri": uri }, "range": slip, "context": { "diagnostics": [] } }));

    client.note("The quick fix is taken: the file can be read again.");
    let word = json!({ "start": { "line": 10, "character": 4 }, "end": { "line": 10, "character": 8 } });
    client.change(uri, 4, &[(word, "vzae")]);
    client.published();
    let town = json!({ "start": { "line": 7, "character": 20 }, "end": { "line": 7, "character": 20 } });
    client.ask("textDocument/codeAction", json!({ "textDocument": { "uri": uri }, "range": town, "context": { "diagnostics": [] } }));
    client.ask("textDocument/hover", position_in(uri, &json!({ "line": 1, "character": 9 })));
    client.tell("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    client.published();
    client.ask("shutdown", Value::Null);
    client.tell("exit", Value::Null);
    let (transcript, status) = client.end();
    assert_eq!(status, Some(0));
    insta::with_settings!({ snapshot_path => "lsp", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("session", transcript);
    });
}

/// A client that is past the greeting, with the plan open in a file.
fn opened(flags: &[&str], options: &Value, folder: &Path, text: &str) -> (Client, String) {
    let mut client = Client::start(flags);
    client.ask("initialize", json!({ "capabilities": {}, "initializationOptions": options }));
    client.tell("initialized", json!({}));
    let uri = format!("file://{}/plan.yaml", folder.display());
    client.tell("textDocument/didOpen", json!({ "textDocument": { "uri": uri, "languageId": "yaml", "version": 1, "text": text } }));
    (client, uri)
}

fn codes(published: &Value) -> Vec<String> {
    let found = published["diagnostics"].as_array().unwrap();
    found.iter().map(|one| format!("{} {}", one["severity"], one["code"].as_str().unwrap())).collect()
}

#[test]
fn places_count_utf_16_units() {
    let folder = tempfile::tempdir().unwrap();
    let text = "notiz: \"😀ä\" \r\ngemeinde: A\rx: 😀\n";
    let (mut client, uri) = opened(&["--no-config"], &json!({ "questions": false }), folder.path(), text);
    let published = client.published();
    assert_eq!(published["version"], 1);
    let unknown = &published["diagnostics"][0];
    assert_eq!(unknown["range"], json!({ "start": { "line": 2, "character": 0 }, "end": { "line": 2, "character": 1 } }));
    // Behind the smiley, which is two units, stands one letter; past the end of a line is its end.
    client.change(&uri, 2, &[(json!({ "start": { "line": 0, "character": 10 }, "end": { "line": 0, "character": 11 } }), "b")]);
    client.change(&uri, 3, &[(json!({ "start": { "line": 2, "character": 0 }, "end": { "line": 2, "character": 99 } }), "kreis: Lörrach")]);
    while client.published()["version"] != 3 {}
    let hover = client.ask("textDocument/hover", position_in(&uri, &json!({ "line": 0, "character": 10 })));
    assert_eq!(hover["result"]["range"], json!({ "start": { "line": 0, "character": 7 }, "end": { "line": 0, "character": 12 } }));
    let hover = client.ask("textDocument/hover", position_in(&uri, &json!({ "line": 2, "character": 14 })));
    assert_eq!(hover["result"]["range"]["end"], json!({ "line": 2, "character": 14 }));
}

#[test]
fn a_fix_mends_and_a_comment_accepts() {
    let folder = tempfile::tempdir().unwrap();
    let text = "gemeinde: Lörrach\nstand: 2019-10\nags: 08336050\nstellen:\n  - arbeitgeber: Stadt Lörrach\n    vzae: 1\n";
    let (mut client, uri) = opened(&["--no-config", ONLY[0], ONLY[1]], &json!({ "lang": "en", "questions": false }), folder.path(), text);
    assert_eq!(codes(&client.published()), ["1 value-ags-unquoted"]);
    let actions = client.ask("textDocument/codeAction", everywhere(&uri));
    let fix = &actions["result"][0];
    assert_eq!(fix["title"], "Replace with “\"08336050\"”");
    assert_eq!(fix["isPreferred"], true);
    let text = apply(text, &fix["edit"]["changes"][&uri]);
    client.replace(&uri, 2, &text);
    assert_eq!(codes(&client.published()), ["1 carrier-independence"]);

    let actions = client.ask("textDocument/codeAction", everywhere(&uri));
    let accept = &actions["result"][0];
    assert_eq!(accept["title"], "Accept until 2027-01-15: insert a comment, and add the reason");
    let text = apply(&text, &accept["edit"]["changes"][&uri]);
    assert!(text.contains("Stadt Lörrach # lint: allow carrier-independence until 2027-01-15 – \n"), "{text}");
    client.replace(&uri, 3, &text);
    // Without a reason nothing is accepted.
    assert_eq!(codes(&client.published()), ["1 carrier-independence", "2 exception-incomplete"]);
    let text = text.replace("– \n", "– until the council has decided\n");
    client.replace(&uri, 4, &text);
    let published = client.published();
    assert_eq!(codes(&published), ["4 carrier-independence"]);
    assert!(published["diagnostics"][0]["message"].as_str().unwrap().ends_with("(accepted: until the council has decided)"));
    // Only what was asked for is offered.
    let mut only = everywhere(&uri);
    only["context"]["only"] = json!(["source.organizeImports"]);
    assert_eq!(client.ask("textDocument/codeAction", only)["result"], json!([]));
}

#[test]
fn all_that_is_sure_is_mended_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let text = "gemeinde: Weil # ü𝄞\nags: 8336091\nStand: 2019-10\nstellen:\n\t- arbeitgeber: Caritas\n\t  vzae: 1\n";
    let (mut client, uri) = opened(&["--no-config", ONLY[0], ONLY[1]], &json!({ "lang": "en", "questions": false }), folder.path(), text);
    assert!(!codes(&client.published()).is_empty());
    let mut only = everywhere(&uri);
    only["context"]["only"] = json!(["source.fixAll"]);
    let actions = client.ask("textDocument/codeAction", only.clone());
    assert_eq!(actions["result"].as_array().unwrap().len(), 1, "{actions}");
    assert_eq!(actions["result"][0]["title"], "Mend all that can be meant in one way only");
    let text = apply(text, &actions["result"][0]["edit"]["changes"][&uri]);
    assert!(text.starts_with("gemeinde: Weil # ü𝄞\nags: \"08336091\"\nstand: 2019-10\n"), "{text}");
    assert!(!text.contains('\t'), "{text}");
    client.replace(&uri, 2, &text);
    assert_eq!(codes(&client.published()), [""; 0]);
    assert_eq!(client.ask("textDocument/codeAction", only)["result"], json!([]));
}

#[test]
fn of_many_changes_the_last_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (mut client, uri) = opened(&["--no-config"], &json!({}), folder.path(), PLAN);
    client.published();
    let all: Vec<u8> = (2..=300)
        .flat_map(|version| {
            let text = format!("{PLAN}notiz: {version}\n");
            framed(&json!({
                "jsonrpc": "2.0",
                "method": "textDocument/didChange",
                "params": { "textDocument": { "uri": uri, "version": version }, "contentChanges": [{ "text": text }] },
            }))
        })
        .collect();
    client.raw(&all);
    let mut told = 0;
    loop {
        told += 1;
        if client.published()["version"] == 300 {
            break;
        }
    }
    assert!(told < 150, "{told} times");
}

#[test]
fn configurations_apply_and_are_told_of() {
    let folder = tempfile::tempdir().unwrap();
    let toml = folder.path().join("paktlint.toml");
    let text = "gemeinde: A\nstand: 2019-10\nstellen:\n  - {arbeitgeber: Stadt A, vzae: 1}\n";
    fs::write(&toml, "only = [\"carrier-independence\"]\nlanguage = \"en\"\n").unwrap();
    let (mut client, uri) = opened(&[], &json!({ "questions": false }), folder.path(), text);
    let published = client.published();
    assert_eq!(codes(&published), ["1 carrier-independence"]);
    assert!(published["diagnostics"][0]["message"].as_str().unwrap().contains("conflict of interest"));

    // A wrong one is told at its place; the settings that were right go on.
    fs::write(&toml, "only = [\"carrier-independance\"]\n").unwrap();
    client.tell("workspace/didChangeWatchedFiles", json!({ "changes": [] }));
    assert_eq!(codes(&client.published()), ["1 carrier-independence"]);
    let of_config = client.published();
    assert!(of_config["uri"].as_str().unwrap().ends_with("/paktlint.toml"), "{of_config}");
    assert_eq!(of_config["diagnostics"][0]["range"]["start"], json!({ "line": 0, "character": 8 }));
    assert_eq!(client.next()["method"], "window/showMessage");

    // Mended, it applies at once, and what was said of it is taken back.
    fs::write(&toml, "skip = [\"carrier-independence\"]\nonly = [\"fluechtlingsrat-bw\"]\n").unwrap();
    client.tell("textDocument/didSave", json!({ "textDocument": { "uri": uri } }));
    assert_eq!(codes(&client.published()), Vec::<String>::new());
    let of_config = client.published();
    assert!(of_config["uri"].as_str().unwrap().ends_with("/paktlint.toml") && of_config["diagnostics"] == json!([]));

    // What it excludes is not judged, and neither is a file of a rule pack.
    fs::write(&toml, "exclude = [\"plan.yaml\"]\n").unwrap();
    client.tell("textDocument/didSave", json!({ "textDocument": { "uri": uri } }));
    assert_eq!(codes(&client.published()), Vec::<String>::new());
    assert_eq!(client.ask("textDocument/hover", position_in(&uri, &json!({ "line": 0, "character": 1 })))["result"], Value::Null);
    let rule = format!("file://{}/examples/packs/kim-nrw/kim-social-work.yaml", env!("CARGO_MANIFEST_DIR"));
    client.tell("textDocument/didOpen", json!({ "textDocument": { "uri": rule, "languageId": "yaml", "version": 1, "text": "id: a\n" } }));
    assert_eq!(codes(&client.published()), Vec::<String>::new());
}

#[test]
fn the_language_is_that_of_the_reader() {
    let folder = tempfile::tempdir().unwrap();
    let table = [
        (&["--lang", "en"][..], json!({ "initializationOptions": { "lang": "de" } }), "This"),
        (&[], json!({ "initializationOptions": { "lang": "en" }, "locale": "de" }), "This"),
        (&[], json!({ "locale": "en-GB" }), "This"),
        (&[], json!({ "locale": "de" }), "Diese"),
    ];
    for (flags, params, expected) in table {
        let mut flags = flags.to_vec();
        flags.push("--no-config");
        let mut client = Client::start(&flags);
        let mut params = params;
        params["capabilities"] = json!({});
        client.ask("initialize", params);
        let uri = format!("file://{}/plan.yaml", folder.path().display());
        client.tell(
            "textDocument/didOpen",
            json!({ "textDocument": { "uri": uri, "languageId": "yaml", "version": 1, "text": "x-a: b\n" } }),
        );
        client.published();
        let hover = client.ask("textDocument/completion", position_in(&uri, &json!({ "line": 1, "character": 0 })));
        let required =
            hover["result"].as_array().unwrap().iter().find(|item| item["label"] == "gemeinde" || item["label"] == "municipality").unwrap();
        let documentation = required["documentation"]["value"].as_str().unwrap();
        let last = documentation.split("\n\n---\n\n").next().unwrap().lines().last().unwrap();
        assert!(last.starts_with(expected), "{last}");
    }
}

#[test]
fn messages_that_break_the_rules() {
    let request = |id: i32, method: &str, params: Value| framed(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
    let notice = |method: &str, params: Value| framed(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    let hello = || request(1, "initialize", json!({ "capabilities": {} }));
    let open = |text: &str| {
        notice("textDocument/didOpen", json!({ "textDocument": { "uri": "untitled:a", "languageId": "yaml", "version": 1, "text": text } }))
    };
    let body = |text: &str| format!("Content-Length: {}\r\n\r\n{text}", text.len()).into_bytes();
    let at = |line: u32, character: u32| position_in("untitled:a", &json!({ "line": line, "character": character }));
    let far = json!({ "start": { "line": 4_000_000_000_u32, "character": 7 }, "end": { "line": 0, "character": 4_000_000_000_u32 } });
    let change = json!({ "textDocument": { "uri": "untitled:a", "version": 2 }, "contentChanges": [{ "range": far, "text": "ü" }] });
    let end = || [request(90, "shutdown", Value::Null), notice("exit", Value::Null)].concat();
    // What is sent, the codes of the errors that come back in their order, and the status at the end.
    let table: Vec<(&str, Vec<Vec<u8>>, Vec<i32>, i32)> = vec![
        ("nothing", vec![], vec![], 1),
        ("before initialize", vec![request(1, "textDocument/hover", at(0, 0)), hello(), end()], vec![-32002], 0),
        ("exit at once", vec![notice("exit", Value::Null)], vec![], 1),
        ("exit without shutdown", vec![hello(), notice("exit", Value::Null)], vec![], 1),
        ("the end of the input", vec![hello(), open("a")], vec![], 1),
        ("the end after shutdown", vec![hello(), request(2, "shutdown", Value::Null)], vec![], 0),
        ("initialize twice", vec![hello(), hello(), end()], vec![-32600], 0),
        (
            "after shutdown",
            vec![hello(), request(2, "shutdown", Value::Null), request(3, "textDocument/hover", at(0, 0)), notice("exit", Value::Null)],
            vec![-32600],
            0,
        ),
        ("an unknown method", vec![hello(), request(2, "textDocument/fly", json!({})), notice("$/fly", json!({})), end()], vec![-32601], 0),
        (
            "wrong parameters",
            vec![hello(), request(2, "textDocument/hover", json!([1])), notice("textDocument/didOpen", json!(7)), end()],
            vec![-32602],
            0,
        ),
        ("no JSON", vec![hello(), body("{\"jsonrpc\":"), end()], vec![-32700], 0),
        (
            "no message",
            vec![hello(), body("[1, 2]"), body("{\"id\":1.5}"), body(&"[".repeat(10_000)), end()],
            vec![-32600, -32600, -32700],
            0,
        ),
        ("no header", vec![hello(), b"hello\r\n\r\n".to_vec(), end()], vec![-32600], 1),
        ("a length that cannot be", vec![hello(), b"Content-Length: 99999999999999\r\n\r\n".to_vec(), end()], vec![-32600], 1),
        (
            "places far away",
            vec![
                hello(),
                open("gemeinde: A"),
                notice("textDocument/didChange", change),
                request(2, "textDocument/completion", at(u32::MAX, u32::MAX)),
                end(),
            ],
            vec![],
            0,
        ),
        (
            "not open",
            vec![hello(), request(2, "textDocument/documentSymbol", json!({ "textDocument": { "uri": "untitled:b" } })), end()],
            vec![],
            0,
        ),
        (
            "closed twice",
            vec![
                hello(),
                open("a"),
                notice("textDocument/didClose", json!({ "textDocument": { "uri": "untitled:a" } })),
                notice("textDocument/didClose", json!({ "textDocument": { "uri": "untitled:a" } })),
                end(),
            ],
            vec![],
            0,
        ),
        (
            "cancelled",
            vec![hello(), notice("$/cancelRequest", json!({ "id": "x" })), notice("$/cancelRequest", json!({ "id": 77 })), end()],
            vec![],
            0,
        ),
        (
            "hostile texts",
            vec![hello(), open(&"[".repeat(200_000)), open("\0\u{202e}\u{1b}[31m: |"), request(2, "textDocument/hover", at(0, 1)), end()],
            vec![],
            0,
        ),
        (
            "a text that is too large",
            vec![
                hello(),
                open(&"a: b\n".repeat(2_000_000)),
                request(2, "textDocument/completion", at(5, 1)),
                request(3, "textDocument/documentSymbol", json!({ "textDocument": { "uri": "untitled:a" } })),
                end(),
            ],
            vec![],
            0,
        ),
    ];
    for (name, sent, errors, status) in table {
        let (answers, ended) = serve_raw(&["--no-config"], &sent.concat());
        let codes: Vec<i64> = answers.iter().filter_map(|answer| answer["error"]["code"].as_i64()).collect();
        assert_eq!(codes, errors.iter().map(|code| i64::from(*code)).collect::<Vec<_>>(), "{name}: {answers:?}");
        assert_eq!(ended, Some(status), "{name}");
    }
}

#[test]
fn a_request_that_was_cancelled_before_its_turn_is_not_answered() {
    let mut client = Client::start(&["--no-config"]);
    client.ask("initialize", json!({ "capabilities": {} }));
    // Both come in one piece, so that the cancellation waits behind the request.
    let hover = json!({ "jsonrpc": "2.0", "id": 50, "method": "textDocument/hover", "params": position_in("untitled:a", &json!({ "line": 0, "character": 0 })) });
    let cancel = json!({ "jsonrpc": "2.0", "method": "$/cancelRequest", "params": { "id": 50 } });
    let busy = json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": { "uri": "untitled:b", "languageId": "yaml", "version": 1, "text": PLAN.repeat(50) } } });
    client.raw(&[framed(&busy), framed(&busy), framed(&hover), framed(&cancel)].concat());
    let answer = loop {
        let next = client.next();
        if next["id"] == 50 {
            break next;
        }
    };
    // Whether it was in time is up to the machine; an answer there is, once.
    assert!(answer["error"]["code"] == -32800 || answer["result"].is_null());
}
