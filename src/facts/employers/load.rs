//! Reads a vocabulary of employers; every problem with its place.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::mentions::{BodyKind, Name, Side};
use super::sentences::{KIND_WITHOUT_SURE, MATCHES_NOTHING, SURE_WITHOUT_KIND, TOO_MANY_PATTERNS};
use super::{County, Doubt, EmployerVocabulary, PlaceNames, Reasons, Role, Ties, squashed};
use crate::facts::pattern::{self, Definitions, Excepting, Pattern, Proof};
use crate::facts::places::{KreisKind, Places};
use crate::facts::sure::Sure;
use crate::facts::vocabulary;
use crate::plan::words::{ORGANISATION_KIND, ORGANISATION_ROLE};
use crate::problem::Problem;
use crate::source::Span;
use crate::text::{Message, Sentence, Wording, fold};
use crate::yaml::{Node, shape, shape::Shape};

pub(super) fn read(root: &Node<'_>, places: &Arc<Places>, proof: Proof, problems: &mut Vec<Problem>) -> Option<EmployerVocabulary> {
    let mut fields = Shape::of(root, problems)?;
    let mut file = File { problems, proof, definitions: counties(places) };
    file.read_definitions(&mut fields);
    let sides = file.sides(&mut fields);
    let ties = file.ties(&mut fields);
    let passed_over = file.passed_over(&mut fields);
    let unknown = file.unknown(&mut fields);
    let brackets = file.patterns(&mut fields, "brackets", ["employs-too", "owned", "names-nobody"]);
    let place_names = file.place_names(&mut fields);
    let doubts = file.doubts(&mut fields);
    let roles = file.roles(&mut fields);
    let units = file.pattern(&mut fields, "units");
    let reasons = file.reasons(&mut fields);
    let names = file.names(&mut fields);
    fields.finish(file.problems);
    let (names, name_spans): (Vec<Name>, Vec<Span>) = names.into_iter().unzip();
    file.prove_names(&names, &name_spans);
    let (passed_whole, passed_from, phrase_end) = passed_over?;
    let (unknown, unknown_reason) = unknown?;
    let [employs_too, owned, names_nobody] = brackets?;
    let (roles_not_after, roles) = roles?;
    Some(EmployerVocabulary {
        places: Arc::clone(places),
        counties: names_of_counties(places),
        sides,
        names,
        ties: ties?,
        passed_whole,
        passed_from,
        phrase_end,
        unknown,
        unknown_reason,
        doubts,
        employs_too,
        owned,
        names_nobody,
        units: units?,
        place_names: place_names?,
        roles,
        roles_not_after,
        reasons: reasons?,
    })
}

fn names_of_counties(places: &Places) -> Vec<County> {
    let counties = places.kreise().iter().filter(|kreis| kreis.kind == KreisKind::Landkreis);
    counties
        .map(|kreis| County {
            squashed: kreis.names().map(|name| squashed(&fold(name))).collect(),
            name: fold(&kreis.name),
            length: kreis.name.len(),
        })
        .collect()
}

/// The two definitions that come from the list of Kreise.
fn counties(places: &Places) -> Definitions {
    let mut all = Vec::new();
    let mut by_itself = Vec::new();
    for kreis in places.kreise().iter().filter(|kreis| kreis.kind == KreisKind::Landkreis) {
        all.extend(kreis.names().map(loose_spelling));
        if kreis.short.is_some() {
            by_itself.push(loose_spelling(&kreis.name));
        }
    }
    let alternatives = |names: Vec<String>| format!("(?:{})", names.join("|"));
    let mut definitions = Definitions::default();
    definitions.define("county", alternatives(all));
    definitions.define("county-by-itself", alternatives(by_itself));
    definitions
}

/// A name as a pattern in which a hyphen may be a space, or missing.
fn loose_spelling(name: &str) -> String {
    let folded = fold(name);
    folded.split([' ', '-']).map(regex::escape).collect::<Vec<_>>().join("[ -]?")
}

struct File<'p> {
    problems: &'p mut Vec<Problem>,
    proof: Proof,
    definitions: Definitions,
}

impl File<'_> {
    fn report(&mut self, span: Span, sentence: &'static Sentence) {
        self.problems.push(Problem::new(span, Message::new(sentence)));
    }

    fn read_definitions(&mut self, fields: &mut Shape<'_, '_>) {
        let entries = fields.require("definitions", self.problems).map(|node| shape::entries(node, self.problems)).unwrap_or_default();
        for entry in entries {
            if let Some(expanded) = self.expanded(&entry.value) {
                self.definitions.define(&entry.key, expanded);
            }
        }
    }

    /// A pattern text in which definitions stand for their names.
    fn expanded(&mut self, node: &Node<'_>) -> Option<String> {
        let text = shape::filled_text(node, self.problems)?;
        self.definitions.expanded(text, node.span, self.problems)
    }

    /// That the names are patterns, each of which asks for something, and together not too large: the set of all shows it.
    fn prove_names(&mut self, names: &[Name], spans: &[Span]) {
        if self.proof == Proof::ByTests {
            return;
        }
        let Ok(set) = pattern::set(names.iter().map(|name| name.pattern.text())) else {
            let all_are_patterns =
                names.iter().zip(spans).filter(|(name, span)| !self.is_pattern(name.pattern.text(), **span)).count() == 0;
            if all_are_patterns {
                self.report(spans.first().copied().unwrap_or_default(), &TOO_MANY_PATTERNS);
            }
            return;
        };
        for at in set.matches(b"") {
            self.report(spans.get(at).copied().unwrap_or_default(), &MATCHES_NOTHING);
        }
    }

    fn is_pattern(&mut self, text: &str, span: Span) -> bool {
        let checked = pattern::check(text);
        self.problems.extend(checked.as_ref().err().map(|error| pattern::bad(span, error)));
        checked.is_ok()
    }

    /// A pattern text with its definitions, if it is one.
    fn checked(&mut self, node: &Node<'_>) -> Option<String> {
        let text = self.expanded(node)?;
        (self.proof == Proof::ByTests || self.is_pattern(&text, node.span)).then_some(text)
    }

    fn pattern(&mut self, fields: &mut Shape<'_, '_>, key: &'static str) -> Option<Pattern> {
        let node = fields.require(key, self.problems)?;
        self.checked(node).map(Pattern::new)
    }

    /// The patterns of a section that has no other keys.
    fn patterns<const N: usize>(
        &mut self,
        fields: &mut Shape<'_, '_>,
        section: &'static str,
        keys: [&'static str; N],
    ) -> Option<[Pattern; N]> {
        let mut section = fields.section(section, self.problems)?;
        let patterns: Vec<Pattern> = keys.into_iter().filter_map(|key| self.pattern(&mut section, key)).collect();
        section.finish(self.problems);
        patterns.try_into().ok()
    }

    /// One pattern for a list of them.
    fn any_of(&mut self, fields: &mut Shape<'_, '_>, key: &'static str) -> Option<Pattern> {
        let nodes = shape::filled_list(fields.require(key, self.problems)?, self.problems);
        let patterns: Vec<String> = nodes.iter().filter_map(|node| self.checked(node)).collect();
        Some(Pattern::new(format!("(?:{})", patterns.join("|"))))
    }

    fn excepting(&mut self, fields: &mut Shape<'_, '_>, wanted: &'static str, but_not: &'static str) -> Option<Excepting> {
        let [wanted, but_not] = [wanted, but_not].map(|key| fields.require(key, self.problems).and_then(|node| self.checked(node)));
        Some(Excepting::new(wanted?, &but_not?))
    }

    fn wording(&mut self, fields: &mut Shape<'_, '_>, key: &'static str) -> Option<Arc<Wording>> {
        fields.require(key, self.problems).and_then(|node| shape::wording(node, self.problems)).map(Arc::new)
    }

    fn sides(&mut self, fields: &mut Shape<'_, '_>) -> BTreeMap<u16, Side> {
        let mut sides = BTreeMap::new();
        let Some(mut section) = fields.section("sides", self.problems) else { return sides };
        for (key, side) in [("public", Side::Public), ("free", Side::Free)] {
            sides.extend(self.kinds(&mut section, key).into_iter().map(|kind| (kind, side)));
        }
        section.finish(self.problems);
        sides
    }

    /// Kinds of organisations; none where the key is missing.
    fn kinds(&mut self, fields: &mut Shape<'_, '_>, key: &'static str) -> Vec<u16> {
        let nodes = fields.get(key).map(|node| shape::list(node, self.problems)).unwrap_or_default();
        nodes.iter().filter_map(|node| vocabulary::choice(node, &ORGANISATION_KIND, self.problems)).collect()
    }

    fn ties(&mut self, fields: &mut Shape<'_, '_>) -> Option<Ties> {
        let before = self.patterns(fields, "before", ["area", "place", "other", "belonging"]);
        let mut joins = fields.section("joins", self.problems)?;
        let joined = self.excepting(&mut joins, "match", "but-not");
        let strong = self.pattern(&mut joins, "strong");
        let chain = self.pattern(&mut joins, "chain");
        let chain_of_area = self.pattern(&mut joins, "chain-of-area");
        joins.finish(self.problems);
        let [area, place, other, belonging] = before?;
        Some(Ties { joined: joined?, strong: strong?, chain: chain?, chain_of_area: chain_of_area?, area, place, other, belonging })
    }

    fn passed_over(&mut self, fields: &mut Shape<'_, '_>) -> Option<(Pattern, Pattern, Excepting)> {
        let mut section = fields.section("passed-over", self.problems)?;
        let whole = self.any_of(&mut section, "whole");
        let from = self.any_of(&mut section, "from");
        let phrase_end = self.excepting(&mut section, "phrase-end", "phrase-goes-on");
        section.finish(self.problems);
        Some((whole?, from?, phrase_end?))
    }

    fn unknown(&mut self, fields: &mut Shape<'_, '_>) -> Option<(Pattern, Arc<Wording>)> {
        let mut section = fields.section("unknown", self.problems)?;
        let pattern = self.any_of(&mut section, "match");
        let reason = self.wording(&mut section, "reason");
        section.finish(self.problems);
        Some((pattern?, reason?))
    }

    fn place_names(&mut self, fields: &mut Shape<'_, '_>) -> Option<PlaceNames> {
        let mut section = fields.section("place-names", self.problems)?;
        let end = self.pattern(&mut section, "end");
        let additions = self.pattern(&mut section, "additions");
        let spellings = section.get("spellings").map(|node| shape::list(node, self.problems)).unwrap_or_default();
        let spellings = spellings.iter().filter_map(|node| self.spelling(node)).collect();
        section.finish(self.problems);
        Some(PlaceNames { end: end?, additions: additions?, spellings })
    }

    fn spelling(&mut self, node: &Node<'_>) -> Option<(Pattern, String)> {
        let mut fields = Shape::of(node, self.problems)?;
        let from = self.pattern(&mut fields, "from");
        let to = fields.require_text("to", self.problems).map(str::to_owned);
        fields.finish(self.problems);
        from.zip(to)
    }

    fn names(&mut self, fields: &mut Shape<'_, '_>) -> Vec<(Name, Span)> {
        let nodes = fields.require("names", self.problems).map(|node| shape::list(node, self.problems)).unwrap_or_default();
        nodes.iter().filter_map(|node| self.name(node)).collect()
    }

    fn name(&mut self, node: &Node<'_>) -> Option<(Name, Span)> {
        let mut fields = Shape::of(node, self.problems)?;
        // The set of all names proves the pattern, and saves compiling it here.
        let pattern = fields.require("match", self.problems).and_then(|node| Some((self.expanded(node)?, node.span)));
        let (kind_node, sure_node) = (fields.get("kind"), fields.get("sure"));
        match (kind_node, sure_node) {
            (Some(kind), None) => self.report(kind.span, &KIND_WITHOUT_SURE),
            (None, Some(sure)) => self.report(sure.span, &SURE_WITHOUT_KIND),
            _ => {}
        }
        let kind = kind_node.and_then(|node| vocabulary::choice(node, &ORGANISATION_KIND, self.problems));
        let sure = sure_node.and_then(|node| shape::word(node, &Sure::WORDS, self.problems)).unwrap_or(Sure::Unsure);
        let bodies = BodyKind::ALL.map(|body| (body.name(), body));
        let body = fields.get("body").and_then(|node| shape::word(node, &bodies, self.problems));
        let reason = fields.get("reason").and_then(|node| shape::wording(node, self.problems)).map(Arc::new);
        let mut flag = |key| fields.flag(key, self.problems);
        let [place, territory, generic, weak] = ["place", "territory", "generic", "weak"].map(&mut flag);
        let [form, level, named] = ["form", "level", "named"].map(&mut flag);
        fields.finish(self.problems);
        let (pattern, span) = pattern?;
        let pattern = Pattern::new(pattern);
        Some((Name { pattern, kind, sure, reason, place, territory, generic, weak, form, level, named, body }, span))
    }

    fn doubts(&mut self, fields: &mut Shape<'_, '_>) -> Vec<Doubt> {
        let nodes = fields.require("doubts", self.problems).map(|node| shape::list(node, self.problems)).unwrap_or_default();
        nodes.iter().filter_map(|node| self.doubt(node)).collect()
    }

    fn doubt(&mut self, node: &Node<'_>) -> Option<Doubt> {
        let mut fields = Shape::of(node, self.problems)?;
        let pattern = self.pattern(&mut fields, "match");
        let kinds = self.kinds(&mut fields, "kinds");
        fields.finish(self.problems);
        Some(Doubt { pattern: pattern?, kinds })
    }

    fn roles(&mut self, fields: &mut Shape<'_, '_>) -> Option<(Pattern, Vec<Role>)> {
        let mut section = fields.section("roles", self.problems)?;
        let not_after = self.pattern(&mut section, "not-after");
        let words = section.require("words", self.problems).map(|node| shape::list(node, self.problems)).unwrap_or_default();
        let words = words.iter().filter_map(|node| self.role(node)).collect();
        section.finish(self.problems);
        Some((not_after?, words))
    }

    fn role(&mut self, node: &Node<'_>) -> Option<Role> {
        let mut fields = Shape::of(node, self.problems)?;
        let pattern = self.pattern(&mut fields, "match");
        let role = fields.require("role", self.problems).and_then(|node| vocabulary::choice(node, &ORGANISATION_ROLE, self.problems));
        fields.finish(self.problems);
        Some(Role { pattern: pattern?, role: role? })
    }

    fn reasons(&mut self, fields: &mut Shape<'_, '_>) -> Option<Reasons> {
        let mut section = fields.section("reasons", self.problems)?;
        let mut wording = |key| self.wording(&mut section, key);
        let (mixed, only_place) = (wording("mixed"), wording("only-place"));
        let (several_forms, nothing) = (wording("several-forms"), wording("nothing"));
        section.finish(self.problems);
        Some(Reasons { mixed: mixed?, only_place: only_place?, several_forms: several_forms?, nothing: nothing? })
    }
}
