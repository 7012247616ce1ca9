//! `--baseline FILE`: the list of known findings, read before a run and written after it.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use paktlint::problem::Problem;
use paktlint::render::json;
use paktlint::report::baseline::{Baseline, Comparison, Entry};
use paktlint::report::{PlanReport, RunFinding};
use paktlint::rules::{LoadError, RuleSet};
use paktlint::source::{self, Source};
use paktlint::text::{Lang, Message, safe};

use crate::args::Check;
use crate::failure::Failure;
use crate::files::Input;
use crate::write::{self, Before};
use crate::{failure, fault, output, read, sentences as say};

/// The list that a run is held against, if one is named.
pub(crate) struct Known(Option<List>);

struct List {
    file: PathBuf,
    /// The folder of the file, from which the names of plans are told, so that they hold on every computer.
    folder: PathBuf,
    comparison: Comparison,
    update: bool,
    judged: bool,
    /// Files that were told to have names which can mean several.
    odd: BTreeSet<String>,
}

impl Known {
    /// Reads the list that the command line names, or else the configuration.
    pub(crate) fn of(check: &Check, configured: Option<&Path>) -> Result<Self, Failure> {
        let Some(named) = check.baseline.as_deref().or(configured) else {
            return if check.update_baseline { Err(Failure::Misuse(vec![Message::new(&say::BASELINE_NOT_NAMED)])) } else { Ok(Self(None)) };
        };
        let name = named.to_string_lossy().into_owned();
        let update = check.update_baseline;
        // Where the file is a link, what it leads to is read and replaced.
        let file = fs::canonicalize(named).unwrap_or_else(|_| named.to_owned());
        let baseline = match read::file(&file) {
            Ok(bytes) => baseline(&name, &bytes)?,
            Err(error) if error.kind() == ErrorKind::NotFound && update => Baseline::default(),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Err(Failure::Misuse(vec![Message::new(&say::NO_BASELINE).with("file", &*name)]));
            }
            Err(error) => return Err(wrong(Source::new(name, ""), vec![fault::problem(named, &error)])),
        };
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        Ok(Self(Some(List { file, folder, comparison: baseline.compared(), update, judged: false, odd: BTreeSet::new() })))
    }

    /// Whether something to check is the list itself, which lies in the folder of the plans, perhaps.
    pub(crate) fn is(&self, input: &Input) -> bool {
        match (&self.0, input) {
            (Some(list), Input::File(path)) => fs::canonicalize(path).is_ok_and(|path| path == list.file),
            _ => false,
        }
    }

    /// Marks the known findings of a plan; where the list is updated, they all will be known.
    pub(crate) fn mark(&mut self, input: &Input, report: &mut PlanReport, lang: Lang) {
        let Some(list) = &mut self.0 else { return };
        list.judged = true;
        let name = match input {
            Input::File(path) | Input::Lost(path, _) => seen_from(&list.folder, path),
            Input::Standard(Some(name)) => unmistakable(name.as_os_str()),
            Input::Standard(None) => input.name(),
        };
        if list.update {
            list.comparison.add(&name, report, lang);
        } else {
            list.comparison.mark(&name, report);
        }
    }

    /// Marks the known ones of what was found between plans. A finding names its files as people read them: where that can mean several,
    /// it is never known.
    pub(crate) fn mark_between(&mut self, findings: &mut [RunFinding], lang: Lang) {
        let Some(list) = &mut self.0 else { return };
        for finding in findings {
            if let Some(odd) = finding.places.iter().find(|place| place.file.contains(char::REPLACEMENT_CHARACTER)) {
                if list.odd.insert(odd.file.clone()) {
                    let message = Message::new(&say::BASELINE_ODD_NAME).with("file", &*odd.file);
                    output::complain(&failure::line(&message, lang));
                }
                continue;
            }
            let Some(first) = finding.places.first() else { continue };
            let name = seen_from(&list.folder, Path::new(&first.file));
            list.comparison.mark_between(&name, finding, list.update.then_some(lang));
        }
    }

    /// Whether there is a list.
    pub(crate) fn is_named(&self) -> bool {
        self.0.is_some()
    }

    /// What the list knows and the run did not find.
    pub(crate) fn vanished<'a>(&'a self, rules: &'a [&'a RuleSet]) -> impl Iterator<Item = (&'a Entry, &'a str)> {
        self.0.iter().flat_map(move |list| list.comparison.vanished(rules))
    }

    /// Whether the list will be written at the end of the run.
    pub(crate) fn will_be_written(&self) -> bool {
        self.0.as_ref().is_some_and(|list| list.update && list.judged && !list.comparison.is_unreadable())
    }

    /// Writes the list, where it is to be updated. Without the findings of a plan that cannot be read it would be wrong: then it stays
    /// as it is, and the message says so.
    pub(crate) fn write(self, rules: &[&RuleSet]) -> Result<Option<Message>, Failure> {
        let will_be_written = self.will_be_written();
        let Some(list) = self.0.filter(|list| list.update) else { return Ok(None) };
        let name = list.file.to_string_lossy().into_owned();
        if !will_be_written {
            return Ok(Some(Message::new(&say::BASELINE_KEPT).with("file", &*name)));
        }
        let text = json::baseline(&list.comparison.updated(rules));
        if Baseline::read(&Source::new(&*name, &*text)).is_err() {
            return Err(Failure::Misuse(vec![Message::new(&say::BASELINE_TOO_LARGE).with("file", &*name)]));
        }
        write::replace(&list.file, Before::Anything, text.as_bytes()).map_err(|error| {
            let message = Message::new(&say::BASELINE_NOT_WRITTEN).with("file", &*name);
            Failure::Misuse(vec![message.with("reason", fault::reason(&error))])
        })?;
        Ok(None)
    }
}

fn baseline(name: &str, bytes: &[u8]) -> Result<Baseline, Failure> {
    let file = source::decode(name, bytes).map_err(|undecoded| wrong(undecoded.source, vec![undecoded.problem]))?;
    Baseline::read(&file).map_err(|problems| wrong(file, problems))
}

fn wrong(file: Source, problems: Vec<Problem>) -> Failure {
    Failure::Rules(LoadError { files: vec![(file, problems)] })
}

/// A path from a folder on, with `/`; no two paths are written alike. A plan that is a link keeps its own name.
fn seen_from(folder: &Path, path: &Path) -> String {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let whole = match (fs::canonicalize(parent), path.file_name()) {
        (Ok(parent), Some(name)) => parent.join(name),
        _ => fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()),
    };
    let (from, to): (Vec<Component<'_>>, Vec<Component<'_>>) = (folder.components().collect(), whole.components().collect());
    let common = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
    let text = |component: &Component<'_>| unmistakable(component.as_os_str());
    let steps: Vec<String> = if common == 0 {
        to.iter().filter(|component| !matches!(component, Component::RootDir)).map(text).collect()
    } else {
        let up = from.iter().skip(common).map(|_| "..".to_owned());
        up.chain(to.iter().skip(common).map(text)).collect()
    };
    steps.join("/")
}

/// A name as text. What would be shown as the same sign in several names, for it is no text or steers a terminal, has its number: else
/// what is known of one file would hide what is new in another.
fn unmistakable(name: &OsStr) -> String {
    let mut text = String::new();
    for part in name.as_encoded_bytes().utf8_chunks() {
        for sign in part.valid().chars() {
            let own = sign.to_string();
            if sign == char::REPLACEMENT_CHARACTER || safe(&own) != own {
                let _ = write!(text, "\u{fffd}<U+{:04X}>", u32::from(sign));
            } else {
                text.push(sign);
            }
        }
        for byte in part.invalid() {
            let _ = write!(text, "\u{fffd}<{byte:02X}>");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn paths_are_told_from_the_folder() {
        for (folder, path, expected) in [
            ("/a/b", "/a/b/c.yaml", "c.yaml"),
            ("/a/b", "/a/b/c/d.yaml", "c/d.yaml"),
            ("/a/b", "/a/c/d.yaml", "../c/d.yaml"),
            ("/a/b/c", "/d.yaml", "../../../d.yaml"),
        ] {
            assert_eq!(seen_from(Path::new(folder), Path::new(path)), expected, "{folder} {path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn names_that_look_alike_are_written_apart() {
        use std::os::unix::ffi::OsStrExt as _;
        let names: [&[u8]; 10] = [
            b"L\xf6",
            b"L\xf7",
            b"L\xef\xbf\xbd",
            b"L\x85",
            b"L\xc2\x85",
            b"L\x01",
            b"L\x02",
            b"L\xe2\x80\xae",
            b"L<F6>",
            b"L\xef\xbf\xbd<F6>",
        ];
        let written: BTreeSet<String> = names.iter().map(|name| unmistakable(OsStr::from_bytes(name))).collect();
        assert_eq!(written.len(), names.len(), "{written:?}");
        assert!(written.iter().all(|name| safe(name) == *name), "{written:?}");
    }

    proptest! {
        #[test]
        fn what_is_plain_text_stays(name in "[a-zäöüß0-9 ._<>+%-]{0,20}") {
            prop_assert_eq!(unmistakable(OsStr::new(&name)), name);
        }
    }
}
