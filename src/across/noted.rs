//! What is remembered of a plan that can be read again: enough to know whether it may meet another one at all.
//!
//! Most plans of a large run are alone in their municipality. Of them a few numbers are remembered in the place of their claims. That two
//! numbers are the same by chance does no harm: then a plan is read again that meets nobody.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::claims::{Claims, Municipality};

/// The municipalities of many plans.
#[derive(Clone, Debug, Default)]
pub(super) struct Noted {
    /// By official key, and by name and Kreis.
    by_place: Vec<Mention>,
    /// By name alone, and whether it is known where that lies: if not, every plan of that name may be about the same one.
    by_name: Vec<(Mention, bool)>,
}

/// What recognises a municipality, and the number of a plan; none for one whose claims are kept.
type Mention = (u64, Option<u32>);

impl Noted {
    pub(super) fn add(&mut self, claims: &Claims, plan: Option<u32>) {
        for Municipality { compared, ags, county, .. } in &claims.municipalities {
            self.by_place.extend(ags.iter().map(|ags| (hash(ags), plan)));
            self.by_place.extend(county.iter().map(|county| (hash(&(compared, county)), plan)));
            self.by_name.push(((hash(compared), plan), ags.is_some() || county.is_some()));
        }
    }

    /// The plans whose claims are not kept, and which may meet another one.
    pub(super) fn meeting(&mut self) -> BTreeSet<u32> {
        self.by_place.sort_unstable();
        self.by_name.sort_unstable();
        let mut meeting = BTreeSet::new();
        for same in self.by_place.chunk_by(|one, other| one.0 == other.0) {
            if are_several(same.first(), same.last()) {
                meeting.extend(same.iter().filter_map(|(_, plan)| *plan));
            }
        }
        for same in self.by_name.chunk_by(|(one, _), (other, _)| one.0 == other.0) {
            let [first, last] = [same.first(), same.last()].map(|end| end.map(|(mention, _)| mention));
            if same.iter().any(|(_, is_known)| !is_known) && are_several(first, last) {
                meeting.extend(same.iter().filter_map(|((_, plan), _)| *plan));
            }
        }
        meeting
    }
}

/// Whether mentions that are sorted are those of more than one plan, as their ends show.
fn are_several(first: Option<&Mention>, last: Option<&Mention>) -> bool {
    first.map(|(_, plan)| plan) != last.map(|(_, plan)| plan)
}

fn hash(what: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}
