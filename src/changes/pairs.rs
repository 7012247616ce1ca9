//! Which of several records are the same in both plans.
//!
//! Records are paired in passes, from what says the same in everything to what has the least in common. In each pass those with one
//! key meet in the order of what they say, not in that of the files, so that moving a record changes nothing, and looking back from
//! the new plan to the old one finds the same pairs. Each pass takes time in proportion to the records, but for sorting them.

use std::collections::BTreeMap;

use super::canon::Canon;
use crate::plan::RecordId;

/// A record, and by what it can be recognised.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) record: RecordId,
    /// What it says.
    pub(super) content: Canon,
    /// What tells it from all others, the surest first. The first is what people gave it to be known by.
    pub(super) ids: Vec<Option<Canon>>,
    /// What it has in common with few others, the least common first. Counts where one of both has no id of its own.
    pub(super) likes: Vec<Canon>,
    /// What it says besides its id.
    pub(super) besides: Option<Canon>,
    /// What it says besides what it would be known by, the most first, and whether the plan does not tell that: it may be one of
    /// which the other plan does.
    pub(super) open: Option<([Canon; 2], bool)>,
    /// What tells it where no other has the same.
    pub(super) kin: Option<Canon>,
}

impl Item {
    pub(super) fn new(record: RecordId, content: Canon) -> Self {
        Self { record, content, ids: Vec::new(), likes: Vec::new(), besides: None, open: None, kin: None }
    }

    fn has_id(&self) -> bool {
        self.ids.first().is_some_and(Option::is_some)
    }
}

/// Records that are the same, and those that only one plan has.
#[derive(Clone, Debug, Default)]
pub(super) struct Paired {
    pub(super) both: Vec<(usize, usize)>,
    pub(super) old: Vec<usize>,
    pub(super) new: Vec<usize>,
}

/// Pairs the records of two plans, by their numbers. `rest` tells whether the only one that is left of each plan is the same too.
pub(super) fn pair(old: &[Item], new: &[Item], rest: bool) -> Paired {
    let by_content = |items: &[Item]| {
        let mut numbers: Vec<usize> = (0..items.len()).collect();
        numbers.sort_unstable_by(|&one, &other| items[one].content.cmp(&items[other].content).then(one.cmp(&other)));
        numbers
    };
    let mut pass = Pass { old, new, left: (by_content(old), by_content(new)), both: Vec::new() };
    pass.by(|item| Some(&item.content), |_, _| true);
    let ids = old.iter().chain(new).map(|item| item.ids.len()).max().unwrap_or(0);
    for level in 0..ids {
        pass.by(|item| item.ids.get(level)?.as_ref(), |_, _| true);
    }
    let likes = old.iter().chain(new).map(|item| item.likes.len()).max().unwrap_or(0);
    for level in 0..likes {
        pass.by(|item| item.likes.get(level).filter(|_| !item.has_id()), |_, _| true);
    }
    for level in 0..likes {
        pass.either(|item| item.likes.get(level));
    }
    pass.by(|item| item.besides.as_ref(), |_, _| true);
    pass.open(0, |_, _| true);
    pass.open(1, |old, new| old == 1 && new == 1);
    pass.by(|item| item.kin.as_ref(), |old, new| old == 1 && new == 1);
    if rest && pass.left.0.len() == 1 && pass.left.1.len() == 1 {
        pass.both.extend(pass.left.0.pop().zip(pass.left.1.pop()));
    }
    let Pass { left: (mut old, mut new), mut both, .. } = pass;
    old.sort_unstable();
    new.sort_unstable();
    both.sort_unstable_by_key(|&(old, new)| (new, old));
    Paired { both, old, new }
}

struct Pass<'i> {
    old: &'i [Item],
    new: &'i [Item],
    /// What is not paired yet, in the order of what it says.
    left: (Vec<usize>, Vec<usize>),
    both: Vec<(usize, usize)>,
}

impl<'i> Pass<'i> {
    /// Pairs those with the same key, where so many of either plan may meet.
    fn by(&mut self, key: impl Fn(&'i Item) -> Option<&'i Canon>, may_meet: impl Fn(usize, usize) -> bool) {
        self.pair(&key, &key, may_meet);
    }

    /// Pairs those with the same key of which exactly one has an id of its own.
    fn either(&mut self, key: impl Fn(&'i Item) -> Option<&'i Canon>) {
        let with_id = |item: &'i Item| key(item).filter(|_| item.has_id());
        let without = |item: &'i Item| key(item).filter(|_| !item.has_id());
        self.pair(&with_id, &without, |_, _| true);
        self.pair(&without, &with_id, |_, _| true);
    }

    /// Pairs those of which one plan alone tells what they are known by.
    fn open(&mut self, level: usize, may_meet: impl Fn(usize, usize) -> bool) {
        let key = |item: &'i Item, is_open: bool| {
            let (keys, open) = item.open.as_ref()?;
            keys.get(level).filter(|_| *open == is_open)
        };
        self.pair(&|item| key(item, true), &|item| key(item, false), &may_meet);
        self.pair(&|item| key(item, false), &|item| key(item, true), &may_meet);
    }

    fn pair(
        &mut self,
        old_key: &impl Fn(&'i Item) -> Option<&'i Canon>,
        new_key: &impl Fn(&'i Item) -> Option<&'i Canon>,
        may_meet: impl Fn(usize, usize) -> bool,
    ) {
        let mut meeting: BTreeMap<&Canon, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for &number in &self.left.0 {
            if let Some(key) = self.old.get(number).and_then(old_key) {
                meeting.entry(key).or_default().0.push(number);
            }
        }
        for &number in &self.left.1 {
            if let Some(key) = self.new.get(number).and_then(new_key) {
                meeting.entry(key).or_default().1.push(number);
            }
        }
        let (mut old_gone, mut new_gone) = (vec![false; self.old.len()], vec![false; self.new.len()]);
        for (old, new) in meeting.into_values().filter(|(old, new)| may_meet(old.len(), new.len())) {
            for (old, new) in old.into_iter().zip(new) {
                old_gone[old] = true;
                new_gone[new] = true;
                self.both.push((old, new));
            }
        }
        self.left.0.retain(|&number| !old_gone[number]);
        self.left.1.retain(|&number| !new_gone[number]);
    }
}
