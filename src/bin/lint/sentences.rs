//! What the command line says of its own accord.

use paktlint::text::{Bilingual, Sentence};

macro_rules! sentences {
    ($($name:ident = $key:literal, $de:literal, $en:literal;)*) => {
        $(pub(crate) static $name: Sentence = Sentence { key: $key, text: Bilingual { de: $de, en: $en } };)*
        #[cfg(test)]
        #[allow(dead_code, reason = "read where a module tests its own table")]
        pub(crate) static ALL: &[&Sentence] = &[$(&$name),*];
    };
}
pub(crate) use sentences;

sentences! {
    COMMAND_MEANT = "command-meant",
        "Meinten Sie „lint {command}“?",
        "Did you mean “lint {command}”?";
    NO_PLANS = "no-plans",
        "{folder}: Hier gibt es keinen Plan zu prüfen. Gesucht werden Dateien, die auf .yaml, .yml oder .json enden, außer versteckten und solchen, die .gitignore oder „exclude“ in paktlint.toml ausschließt.",
        "{folder}: there is no plan to check here. Looked for are files that end in .yaml, .yml or .json, except hidden ones and those that .gitignore or “exclude” in paktlint.toml excludes.";
    EXCLUSIONS_UNFIT = "exclusions-unfit",
        "Was diese Datei ausschließt, wird nicht gelesen: Sie ist keine gewöhnliche Datei oder größer als {limit} KiB. Der Ordner wurde nicht durchsucht.",
        "What this file excludes is not read: it is no ordinary file, or larger than {limit} KiB. The folder was not looked through.";
    EXCLUSIONS_UNREAD = "exclusions-unread",
        "Was diese Datei ausschließt, ist nicht zu erfahren: {reason} Der Ordner wurde nicht durchsucht.",
        "What this file excludes cannot be told: {reason} The folder was not looked through.";
    NOTHING_TO_CHECK = "nothing-to-check",
        "Es gab nichts zu prüfen. „lint --help“ sagt, wie man Pläne angibt.",
        "There was nothing to check. “lint --help” says how to name plans.";
    NO_SUCH_RULE = "no-such-rule",
        "Eine Regel „{name}“ gibt es nicht. „lint rules“ nennt alle Regeln.",
        "There is no rule “{name}”. “lint rules” lists every rule.";
    NO_SUCH_RULE_BUT = "no-such-rule-but",
        "Eine Regel „{name}“ gibt es nicht. Meinten Sie „{near}“?",
        "There is no rule “{name}”. Did you mean “{near}”?";
    NO_SUCH_NAME = "no-such-name",
        "{option}: Weder eine Regel noch ein Paket heißt „{name}“. „lint rules“ nennt alle.",
        "{option}: neither a rule nor a pack is called “{name}”. “lint rules” lists them all.";
    NO_SUCH_NAME_BUT = "no-such-name-but",
        "{option}: Weder eine Regel noch ein Paket heißt „{name}“. Meinten Sie „{near}“?",
        "{option}: neither a rule nor a pack is called “{name}”. Did you mean “{near}”?";
    NO_RULE_LEFT = "no-rule-left",
        "Nach --only und --skip bleibt keine Regel übrig.",
        "With --only and --skip, no rule is left.";
    NO_PACK = "no-pack",
        "{folder}: Hier gibt es kein Regelpaket. Erwartet wird ein Ordner mit der Datei „pack.yaml“, oder ein Ordner mit solchen Ordnern.",
        "{folder}: there is no rule pack here. A folder with the file “pack.yaml” is expected, or a folder of such folders.";
    FOLDER_NOT_READ = "folder-not-read",
        "{folder}: {problem}",
        "{folder}: {problem}";
    EXAMPLES_RUN = "examples-run",
        "Geprüfte Beispiele: {run}, davon mit falschem Ergebnis: {wrong}",
        "Examples run: {run}, of these with a wrong outcome: {wrong}";
    RULES_READ = "rules-read",
        "Gelesene Regeln: {rules}, Pakete: {packs}. Es ist nichts daran auszusetzen.",
        "Rules read: {rules}, packs: {packs}. There is nothing wrong with them.";
    RULES_WRONG = "rules-wrong",
        "Fehler: {wrong}, betroffene Dateien: {files}",
        "Errors: {wrong}, files concerned: {files}";
    COVERED = "covered",
        "Regeln: {rules}, Werte in ihren Bedingungen: {values}, veränderte Bedingungen: {mutants}. Von keinem Beispiel gezeigt oder überflüssig: {missing}",
        "Rules: {rules}, values in their conditions: {values}, changed conditions: {mutants}. Not shown by any example, or not needed: {missing}";
    OVER_PLANS = "over-plans",
        "Über alle Pläne zusammen ({plans}):",
        "Over all plans together ({plans}):";
    ALWAYS_HOLDS = "always-holds",
        "{rule} ({title}) ist erfüllt, wo immer die Regel etwas entscheidet.",
        "{rule} ({title}) is fulfilled wherever the rule decides anything.";
    NEVER_HOLDS = "never-holds",
        "{rule} ({title}) ist nirgends erfüllt, wo die Regel etwas entscheidet.",
        "{rule} ({title}) is fulfilled nowhere that the rule decides anything.";
    NEVER_DECIDES = "never-decides",
        "{rule} ({title}) entscheidet bei keinem dieser Pläne etwas.",
        "{rule} ({title}) decides nothing for any of these plans.";
    PACK_WRITTEN = "pack-written",
        "Geschrieben: {pack} und {rule}.",
        "Written: {pack} and {rule}.";
    RULE_WRITTEN = "rule-written",
        "Geschrieben: {rule}; in {pack} steht die Regel nun unter „rules“.",
        "Written: {rule}; the rule now stands under “rules” in {pack}.";
    RULE_WRITTEN_ALONE = "rule-written-alone",
        "Geschrieben: {rule}. Bitte tragen Sie die Regel noch in {pack} unter „rules“ ein: - {id}",
        "Written: {rule}. Please add the rule to {pack} under “rules”: - {id}";
    NEXT_STEPS = "next-steps",
        "Weiter: „lint rules check {folder}“, „lint rules test {folder}“ und „lint rules coverage {folder}“.",
        "Next: “lint rules check {folder}”, “lint rules test {folder}” and “lint rules coverage {folder}”.";
    EXISTS_ALREADY = "exists-already",
        "{file}: Das gibt es schon; es wird nicht überschrieben. Mit --rule geben Sie der Regel eine andere Kennung.",
        "{file}: this exists already and is not overwritten. Give the rule another id with --rule.";
    NOT_A_RULE_ID = "not-a-rule-id",
        "--rule: Eine Kennung besteht aus kleinen Buchstaben, Ziffern und Bindestrichen; „{id}“ nicht.",
        "--rule: an id is made of small letters, digits and hyphens; “{id}” is not.";
    FILE_NOT_WRITTEN = "file-not-written",
        "{file} lässt sich nicht schreiben: {reason}",
        "{file} cannot be written: {reason}";
    NO_BASELINE = "no-baseline",
        "{file}: Diese Liste bekannter Befunde gibt es nicht. Mit --update-baseline wird sie angelegt.",
        "{file}: there is no such list of known findings. With --update-baseline it is made.";
    BASELINE_NOT_NAMED = "baseline-not-named",
        "--update-baseline: Welche Liste soll geschrieben werden? Nennen Sie sie mit --baseline DATEI oder in paktlint.toml.",
        "--update-baseline: which list is to be written? Name it with --baseline FILE or in paktlint.toml.";
    BASELINE_KEPT = "baseline-kept",
        "{file}: Die Liste bekannter Befunde wurde nicht geschrieben, denn nicht jeder Plan war lesbar. Sie bleibt, wie sie war.",
        "{file}: the list of known findings was not written, because not every plan could be read. It stays as it was.";
    BASELINE_TOO_LARGE = "baseline-too-large",
        "{file}: Die Liste bekannter Befunde würde zu groß und wurde nicht geschrieben. Legen Sie für Teile der Pläne je eine an.",
        "{file}: the list of known findings would be too large and was not written. Make one for each part of the plans.";
    BASELINE_ODD_NAME = "baseline-odd-name",
        "{file}: Was in diesem Namen kein lesbares Zeichen ist, kann auch in anderen Namen so aussehen. Was zwischen diesem und einem anderen Plan gefunden wurde, gilt deshalb nie als bekannt. Bitte benennen Sie die Datei um.",
        "{file}: what is no readable character in this name can look the same in other names. What was found between this and another plan is therefore never known. Please rename the file.";
    BASELINE_NOT_WRITTEN = "baseline-not-written",
        "{file}: Die Liste bekannter Befunde lässt sich nicht schreiben: {reason}",
        "{file}: the list of known findings cannot be written: {reason}";
    NOT_WRITTEN = "not-written",
        "Der Bericht lässt sich nicht schreiben: {reason}",
        "The report cannot be written: {reason}";
    UNKNOWN_ENDING = "unknown-ending",
        "An der Endung von „{file}“ ist nicht zu erkennen, wie geschrieben werden soll. Gemeint sein können .html, .md, .json und .txt; oder geben Sie --format an.",
        "The ending of “{file}” does not tell how to write. It can be .html, .md, .json or .txt; or use --format.";
    REPORT_NOT_WRITTEN = "report-file-not-written",
        "Der Bericht kann nicht in die Datei „{file}“ geschrieben werden: {reason}",
        "The report cannot be written to the file “{file}”: {reason}";
    REPORT_OVER_PLAN = "report-over-plan",
        "{file}: Diese Datei soll geprüft werden, und der Bericht würde sie überschreiben. Bitte nennen Sie für den Bericht eine andere.",
        "{file}: this file is to be checked, and the report would overwrite it. Please name another one for the report.";
    STDIN_NOT_NAMED = "stdin-not-named",
        "--stdin-filename benennt, was von der Standardeingabe gelesen wird. Bitte geben Sie dafür „-“ als Pfad an.",
        "--stdin-filename names what is read from standard input. Please give “-” as the path for it.";
    CANNOT_WATCH = "cannot-watch",
        "Das kann nicht beobachtet werden: {reason}",
        "This cannot be watched: {reason}";
    STDIN_NOT_WATCHED = "stdin-not-watched",
        "Die Standardeingabe kann nicht beobachtet werden. Bitte nennen Sie Dateien oder Ordner.",
        "Standard input cannot be watched. Please name files or folders.";
    WATCHING = "watching",
        "Warte auf Änderungen. Strg+C beendet.",
        "Waiting for changes. Ctrl+C ends.";
    CHANGED_AT = "changed-at",
        "Geändert: {file}",
        "Changed: {file}";
    NOT_OF_GIT = "not-of-git",
        "--changed-since {rev}: Was sich geändert hat, ist nicht zu erfahren. {reason}",
        "--changed-since {rev}: what has changed cannot be told. {reason}";
    NO_GIT = "no-git",
        "Das Programm „git“ lässt sich nicht starten ({reason}).",
        "The program “git” cannot be started ({reason}).";
    NO_REPOSITORY = "no-repository",
        "Der Ordner „{folder}“ gehört zu keinem Repository von Git, oder Git darf es nicht lesen ({said}).",
        "The folder “{folder}” belongs to no repository of Git, or Git must not read it ({said}).";
    NO_COMMIT = "no-commit",
        "Einen Commit oder Zweig „{rev}“ gibt es in diesem Repository nicht. Fehlt er nur in dieser Kopie, hilft „git fetch“.",
        "There is no commit or branch “{rev}” in this repository. If only this copy lacks it, “git fetch” helps.";
    NOTHING_CHANGED = "nothing-changed",
        "Seit {rev} hat sich kein Plan geändert.",
        "No plan has changed since {rev}.";
    JUDGING = "judging",
        "Geprüfte Pläne:",
        "Plans checked:";
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn placeholders(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
    }

    #[test]
    fn both_languages_say_the_same_things() {
        let keys: BTreeSet<&str> = ALL.iter().map(|sentence| sentence.key).collect();
        assert_eq!(keys.len(), ALL.len());
        for sentence in ALL {
            assert!(!sentence.text.de.is_empty() && !sentence.text.en.is_empty(), "{}", sentence.key);
            assert_eq!(placeholders(sentence.text.de), placeholders(sentence.text.en), "{}", sentence.key);
        }
    }
}
