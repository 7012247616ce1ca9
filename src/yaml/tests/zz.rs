use super::*;
#[test]
fn zz_speed() {
    for (name, unit) in [("block", "- {arbeitgeber: Caritas, vzae: \"1,25\", aufgabe: koordination}\n"), ("json", "{\"arbeitgeber\": \"Caritas\", \"vzae\": 1.25, \"x\": \"L\\u00f6rrach\"},\n"), ("deep", "- arbeitgeber: Caritas\n  vzae: 1,25 # x\n  besetzt: ja\n"), ("ones", "- 1\n"), ("spaces", "                    \n")] {
        for n in [1000usize, 10_000, 60_000] {
            let mut text = unit.repeat(n);
            if name == "json" { text = format!("[{}]", text.trim_end_matches(",\n")); }
            let s = source(&text);
            let t = std::time::Instant::now();
            let d = read(&s, &Limits::default());
            let e = t.elapsed();
            println!("{name} {n} {} bytes {:?} {:.1} MB/s problems {}", text.len(), e, text.len() as f64 / e.as_secs_f64() / 1e6, d.problems.len());
        }
    }
    println!("{}", std::mem::size_of::<tape::Item>());
}
#[test]
fn zz_kinds() {
    // How often is the generic sentence said?
    use proptest::strategy::{Strategy, ValueTree};
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = std::collections::BTreeMap::<String, (usize, String)>::new();
    for _ in 0..300_000 {
        let v = proptest::collection::vec(proptest::sample::select(super::hostile::PIECES), 0..14).new_tree(&mut runner).unwrap().current();
        let text = v.concat();
        let s = source(&text);
        for e in granit_parser::Parser::new_from_str(&text) {
            if let Err(e) = e {
                let p = syntax::problem(&text, e.kind(), e.marker().byte_offset().unwrap_or(0), None, &Limits::default());
                let k = format!("{:?}", e.kind()); let k = k.split(' ').next().unwrap().to_owned();
                let k = format!("{k} -> {}", p.message.key().unwrap());
                let x = seen.entry(k).or_insert((0, text.clone()));
                x.0 += 1;
                if text.len() < x.1.len() { x.1 = text.clone(); }
                break;
            }
        }
        let _ = s;
    }
    for (k, (n, t)) in seen { println!("{n:7} {k}   {t:?}"); }
}
