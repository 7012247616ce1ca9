//! How the runner of GitHub Actions takes commands from what a step prints, modelled after what is known of it: in the newer form a
//! line begins with two colons after spaces, in the older one `##[` may stand anywhere; only names that the runner knows count.

use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Command {
    pub(crate) name: String,
    pub(crate) properties: BTreeMap<String, String>,
    pub(crate) value: String,
}

/// The commands that the runner knows.
const KNOWN: [&str; 17] = [
    "add-mask",
    "add-matcher",
    "add-path",
    "debug",
    "echo",
    "endgroup",
    "error",
    "group",
    "internal-set-repo-path",
    "notice",
    "remove-matcher",
    "save-state",
    "set-env",
    "set-output",
    "stop-commands",
    "warning",
    "endgroups",
];

/// The commands of a log.
pub(crate) fn commands(log: &str) -> Vec<Command> {
    log.split(['\n', '\r']).filter_map(command).collect()
}

/// The command that a line is.
pub(crate) fn command(line: &str) -> Option<Command> {
    newer(line).or_else(|| older(line))
}

fn newer(line: &str) -> Option<Command> {
    let (head, value) = line.trim_start().strip_prefix("::")?.split_once("::")?;
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    parse(name, properties.trim(), ',', value, &[(":", "%3A"), (",", "%2C")])
}

fn older(line: &str) -> Option<Command> {
    let (head, value) = line[line.find("##[")? + 3..].split_once(']')?;
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    parse(name, properties.trim(), ';', value, &[(";", "%3B"), ("]", "%5D")])
}

fn parse(name: &str, properties: &str, between: char, value: &str, more: &[(&str, &str)]) -> Option<Command> {
    let unescaped = |text: &str, more: &[(&str, &str)]| {
        let all = [("\r", "%0D"), ("\n", "%0A")].iter().chain(more);
        let text = all.fold(text.to_owned(), |text, (character, escape)| text.replace(escape, character));
        text.replace("%25", "%")
    };
    let value_more = if between == ';' { more } else { &[] };
    let pairs = properties.split(between).filter_map(|pair| pair.split_once('='));
    KNOWN.contains(&name).then(|| Command {
        name: name.to_owned(),
        properties: pairs.map(|(key, value)| (key.to_owned(), unescaped(value, more))).collect(),
        value: unescaped(value, value_more),
    })
}
