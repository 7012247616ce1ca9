//! Which language the surroundings of a run speak.

use paktlint::text::Lang;

/// The language that the environment asks for, in the order of POSIX; `LANGUAGE` comes first where a language is set at all, as
/// in gettext. Without any setting, and for every language that this tool does not speak, German: its readers mostly do. The
/// locales `C` and `POSIX` are those of scripts and mean English.
pub(crate) fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Lang {
    told_by_environment(variable).map(|(lang, _)| lang).unwrap_or_default()
}

/// The language that the environment asks for, and the variable that does; none where no setting names one of ours.
pub(crate) fn told_by_environment(variable: impl Fn(&str) -> Option<String>) -> Option<(Lang, &'static str)> {
    let set = |name: &'static str| variable(name).filter(|value| !value.is_empty()).map(|value| (value, name));
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    if let Some((locale, name)) = &locale
        && matches!(bare(locale), "C" | "POSIX")
    {
        return Some((Lang::En, name));
    }
    let wish = set("LANGUAGE").and_then(|(wishes, name)| Some((wishes.split(':').find_map(spoken)?, name)));
    wish.or_else(|| locale.and_then(|(locale, name)| Some((spoken(&locale)?, name))))
}

/// A locale without its encoding and variant: `de_DE.UTF-8@euro` is `de_DE`.
fn bare(locale: &str) -> &str {
    locale.split(['.', '@']).next().unwrap_or("")
}

/// Our language that a locale names.
pub(crate) fn spoken(locale: &str) -> Option<Lang> {
    let language = bare(locale).split(['_', '-']).next().unwrap_or("");
    match language.to_ascii_lowercase().as_str() {
        "de" => Some(Lang::De),
        "en" => Some(Lang::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_decides() {
        let cases: &[(&[(&str, &str)], Lang)] = &[
            (&[], Lang::De),
            (&[("LANG", "de_DE.UTF-8")], Lang::De),
            (&[("LANG", "en_GB.UTF-8")], Lang::En),
            (&[("LANG", "en")], Lang::En),
            (&[("LANG", "de-AT")], Lang::De),
            (&[("LANG", "fr_FR.UTF-8")], Lang::De),
            (&[("LANG", "")], Lang::De),
            (&[("LANG", "C")], Lang::En),
            (&[("LANG", "C.UTF-8")], Lang::En),
            (&[("LC_ALL", "POSIX"), ("LANG", "de_DE")], Lang::En),
            (&[("LC_MESSAGES", "en_US"), ("LANG", "de_DE")], Lang::En),
            (&[("LC_ALL", ""), ("LC_MESSAGES", "de_DE"), ("LANG", "en_US")], Lang::De),
            (&[("LC_ALL", "de_DE"), ("LC_MESSAGES", "en_US")], Lang::De),
            (&[("LANGUAGE", "en:de"), ("LANG", "de_DE")], Lang::En),
            (&[("LANGUAGE", "fr:en"), ("LANG", "de_DE")], Lang::En),
            (&[("LANGUAGE", "en")], Lang::En),
            (&[("LANGUAGE", "de"), ("LANG", "C.UTF-8")], Lang::En),
            (&[("LANG", "english")], Lang::De),
        ];
        for (environment, expected) in cases {
            let found = of_environment(|name| environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()));
            assert_eq!(found, *expected, "{environment:?}");
        }
    }
}
