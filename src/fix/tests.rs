use super::*;

fn mended(text: &str, which: Which) -> Fixed {
    fixed(&Source::new("plan.yaml", text), which)
}

/// What a text becomes by sure edits, and by guesses as well.
#[test]
fn texts_are_mended() {
    for (text, sure, guessed) in [
        ("gemeinde: A\nags: 08436055\n", "gemeinde: A\nags: \"08436055\"\n", ""),
        ("gemeinde: A\nags: 8436055 # Schlüssel\n", "gemeinde: A\nags: \"08436055\" # Schlüssel\n", ""),
        ("gemeinde: A\nags: '8436055'\n", "", "gemeinde: A\nags: \"08436055\"\n"),
        ("gemeinde: A\nags: 084360555\n", "", ""),
        ("gemeinde: A\nkreis: 8436\n", "", ""),
        ("gemeinde: A\nags: 08 436 055\n", "gemeinde: A\nags: \"08436055\"\n", ""),
        ("gemeinde: A\nstellen: [{vzae: 1,25}]\n", "gemeinde: A\nstellen: [{vzae: \"1,25\"}]\n", ""),
        ("gemeinde: A\nstellen: [{vzae: rund 1,25}]\n", "gemeinde: A\nstellen: [{vzae: \"rund 1,25\"}]\n", ""),
        ("gemeinde: A\nstellen: [{vzae: {von: 0,5, bis: 1}}]\n", "gemeinde: A\nstellen: [{vzae: {von: \"0,5\", bis: 1}}]\n", ""),
        // What comes of it would be wrong again.
        ("gemeinde: A\nfoerderung: {betrag_jahr: 64,000}\n", "", ""),
        ("gemeinde: [A, B]\nags: 8436055\n", "", ""),
        ("Gemeinde: A\nstand: 2019\n", "gemeinde: A\nstand: 2019\n", ""),
        ("Gemeinde: {Name: A, AGS: 8436055}\n", "gemeinde: {name: A, ags: \"08436055\"}\n", ""),
        ("gemeinde: A\nAufgabe liegt bei: gemeinde\n", "gemeinde: A\naufgabe_liegt_bei: gemeinde\n", ""),
        ("{\"Gemeinde\": \"A\"}", "{\"gemeinde\": \"A\"}", ""),
        // The name is there already.
        ("kreis: B\ngemeinde: A\nKreis: C\n", "", ""),
        ("Kreis: B\ngemeinde: A\nkreis: C\n", "", ""),
        ("gemiende: A\n", "", "gemeinde: A\n"),
        ("gemeinde: A\nstatus: laufnd\n", "", "gemeinde: A\nstatus: laufend\n"),
        ("{\"gemeinde\": \"A\", \"status\": \"laufnd\"}", "", "{\"gemeinde\": \"A\", \"status\": \"laufend\"}"),
        ("gemeinde: A\nnotiz: @home\n", "gemeinde: A\nnotiz: \"@home\"\n", ""),
        ("gemeinde: A\nnotiz: *innen\n", "", "gemeinde: A\nnotiz: \"*innen\"\n"),
        ("gemeinde: A\nnotiz: *innen gesucht\n", "gemeinde: A\nnotiz: \"*innen gesucht\"\n", ""),
        ("gemeinde: A\nnotiz: & Partner\n", "gemeinde: A\nnotiz: \"& Partner\"\n", ""),
        ("gemeinde: A\nnotiz: &Partner mehr: ja\n", "", "gemeinde: A\nnotiz: \"&Partner mehr: ja\"\n"),
        ("gemeinde: &a A\nnotiz: *b\nkreis: *a\n", "", "gemeinde: &a A\nnotiz: \"*b\"\nkreis: *a\n"),
        ("gemeinde: A\nnotiz: Sozialarbeiter: innen\n", "gemeinde: A\nnotiz: \"Sozialarbeiter: innen\"\n", ""),
        // Two entries on one line.
        ("gemeinde: A\nstellen:\n  - arbeitgeber: Caritas vzae: 1\n", "", "gemeinde: A\nstellen:\n  - arbeitgeber: \"Caritas vzae: 1\"\n"),
        ("gemeinde:A\n", "gemeinde: A\n", ""),
        ("gemeinde: A\nkreis:B\nstand:2019\n", "gemeinde: A\nkreis: B\nstand: 2019\n", ""),
        ("gemeinde: A\nSozialarbeiter:innen\n", "", ""),
        ("gemeinde: A\nnotiz: \"B\" (C)\n", "", "gemeinde: A\nnotiz: '\"B\" (C)'\n"),
        ("gemeinde: A\nvertrag:\n\u{a0}\u{a0}unterzeichnet: ja\n", "gemeinde: A\nvertrag:\n  unterzeichnet: ja\n", ""),
        ("gemeinde: A\nvertrag:\n\tunterzeichnet: y\n", "gemeinde: A\nvertrag:\n    unterzeichnet: \"ja\"\n", ""),
        ("gemeinde: A\nstellen:\n\t- vzae: 1\n\t  koepfe: zwei\n", "gemeinde: A\nstellen:\n    - vzae: 1\n      koepfe: \"2\"\n", ""),
        ("gemeinde: A\nstellen:\n-\tvzae: 1\n\tkoepfe: 2\n", "gemeinde: A\nstellen:\n-   vzae: 1\n    koepfe: 2\n", ""),
        // A post has no kind, so that it can only be the employer's; whose source it is cannot be told.
        ("gemeinde: A\nstellen:\n  - arbeitgeber:\n\tart: verein\n", "gemeinde: A\nstellen:\n  - arbeitgeber:\n        art: verein\n", ""),
        ("gemeinde: A\nstellen:\n  - arbeitgeber:\n\tquelle: B\n", "", ""),
        ("gemeinde: A\nstand: im März 2018\n", "gemeinde: A\nstand: \"2018-03\"\n", ""),
        ("gemeinde: A\nstand: 3/1/2018\n", "", ""),
        ("gemeinde: A\nstellen: [{vzae: 50}]\n", "", ""),
        (
            "gemeinde: A\norganisationen: {b: {eigentuemer: [{wer: C, anteil: 60}]}}\n",
            "",
            "gemeinde: A\norganisationen: {b: {eigentuemer: [{wer: C, anteil: \"60 %\"}]}}\n",
        ),
        // No plan.
        ("services: {web: {image: !reset x}}\nversion: *a\n", "", ""),
        ("version: @3\nstatus: x\n", "", ""),
        // What is about an individual is left alone.
        ("gemeinde: A\nstellen: [{name: 1,25}]\n", "", ""),
        ("gemeinde: A\nnotiz: @Erika\nstellen: [{name: Erika}]\n", "", ""),
    ] {
        let found = mended(text, Which::Sure);
        let expected = if sure.is_empty() { text } else { sure };
        assert_eq!(found.file.text(), expected, "sure: {:?}", found.left);
        assert_eq!(with_edits(text, &found.edits), expected, "{text}");
        assert_eq!(found.applied.is_empty(), sure.is_empty(), "{text}");
        let expected = if guessed.is_empty() { expected } else { guessed };
        let found = mended(text, Which::Guesses);
        assert_eq!(found.file.text(), expected, "guessed: {:?}", found.left);
        assert_eq!(with_edits(text, &found.edits), expected, "{text}");
    }
}

#[test]
fn edits_are_told_by_where_they_were() {
    let found = mended("Gemeinde: A\nstand: im März 2018\nkreis: @x\n", Which::Sure);
    let places: Vec<u32> = found.applied.iter().map(|applied| applied.at).collect();
    assert_eq!(places.len(), 3, "{:?}", found.applied);
    assert!(places.contains(&0) && places.contains(&19) && places.contains(&40), "{places:?}");
    assert_eq!(found.edits.iter().map(|edit| edit.span).collect::<Vec<_>>(), [Span::new(0, 8), Span::new(19, 32), Span::new(40, 42)]);
}

#[test]
fn many_slips_are_mended_in_bounded_time() {
    let many = format!("gemeinde: A\nbedingungen:\n{}", "  - @x\n".repeat(60));
    let file = Source::new("plan.yaml", many);
    let found = within(&file, Which::Sure, Budget { readings: 40, bytes: BYTES });
    assert!(found.stopped && !found.applied.is_empty() && !found.left.is_empty());
    let again = fixed(&found.file, Which::Sure);
    assert!(!again.stopped && again.left.is_empty(), "{:?}", again.left.first());
}
