//! What is true of a plan, and what each demand therefore has to come to.

use super::dice::Dice;
use super::names;

/// Whether an employer is independent of municipality and Landkreis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Free,
    Public,
    Open,
}

/// A stake, in percent; none where it is not told.
pub(super) struct Stake {
    pub(super) owner: String,
    pub(super) percent: Option<usize>,
}

pub(super) struct Organisation {
    pub(super) id: String,
    pub(super) name: String,
    /// As format 1 names it.
    pub(super) kind: &'static str,
    /// Whether the kind is told from the name alone where people write.
    pub(super) kind_is_told: bool,
    /// Whether it is written as a name where it employs, instead of being declared.
    pub(super) is_in_place: bool,
    pub(super) owners: Vec<Stake>,
    pub(super) has_no_other_roles: bool,
    pub(super) standing: Standing,
}

/// What is known of the degree of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Degree {
    SocialWork,
    Other,
    Open,
}

pub(super) struct Person {
    pub(super) class: Option<&'static str>,
    pub(super) text: Option<String>,
    pub(super) degree: Degree,
}

pub(super) struct Post {
    /// Where its employer stands among the organisations; none where it is unknown.
    pub(super) employer: Option<usize>,
    pub(super) seconded_from: Option<usize>,
    /// Hundredths of a full post.
    pub(super) fte: usize,
    pub(super) is_coordination: bool,
    pub(super) persons: Vec<Person>,
    pub(super) begin: Option<String>,
}

/// Who decides how the money is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decides {
    Municipality,
    Jointly,
    County,
    /// Not told; told is only who has the task: the municipality, a joint body, or the Landkreis.
    TaskOf(&'static str),
    Unknown,
}

pub(super) struct Facts {
    pub(super) number: u64,
    pub(super) town: String,
    pub(super) neighbour: Option<String>,
    pub(super) kreis: (&'static str, &'static str, &'static str),
    pub(super) years: (usize, usize),
    pub(super) decides: Decides,
    pub(super) organisations: Vec<Organisation>,
    pub(super) posts: Vec<Post>,
    pub(super) planted: Vec<&'static str>,
    /// Rolls for what is no fact: style, comments, sources.
    pub(super) style: u64,
}

impl Facts {
    pub(super) fn roll(number: u64) -> Self {
        let dice = &mut Dice::new(number);
        let kreis = dice.pick(&names::KREISE);
        let from = dice.between(2017, 2023);
        let mut facts = Self {
            number,
            town: names::town_of(number),
            neighbour: dice.percent(20).then(|| names::some_town(dice)),
            kreis,
            years: (from, from + dice.between(0, 1)),
            decides: decides(dice),
            organisations: Vec::new(),
            posts: Vec::new(),
            planted: Vec::new(),
            style: number ^ 0x5eed,
        };
        match facts.decides {
            Decides::County | Decides::TaskOf("landkreis") => facts.planted.push("county-decides"),
            Decides::Unknown => facts.planted.push("unknown-decider"),
            _ => {}
        }
        facts.roll_organisations(dice);
        facts.roll_posts(dice);
        facts
    }

    /// Two carriers, a company with a chain of owners, the municipality and the Landkreis.
    fn roll_organisations(&mut self, dice: &mut Dice) {
        let short = self.kreis.2;
        for at in 1..=2 {
            let named = names::free_carrier(dice, &self.town, short);
            let in_place = dice.percent(if at == 1 { 20 } else { 60 });
            self.declare(dice, format!("traeger-{at}"), named, Standing::Free, in_place);
        }
        let named = names::municipality(dice, &self.town);
        self.declare(dice, "gemeinde".to_owned(), named, Standing::Public, false);
        let named = names::landkreis(dice, short);
        self.declare(dice, "kreis".to_owned(), named, Standing::Public, false);
        self.roll_chain(dice);
    }

    fn declare(&mut self, dice: &mut Dice, id: String, (kind, name): names::Named, standing: Standing, is_in_place: bool) -> usize {
        let kind_is_told = is_in_place || dice.percent(30);
        let has_no_other_roles = !is_in_place && dice.percent(40);
        self.organisations.push(Organisation {
            id,
            name,
            kind,
            kind_is_told,
            is_in_place,
            owners: Vec::new(),
            has_no_other_roles,
            standing,
        });
        self.organisations.len() - 1
    }

    /// A company, whom it belongs to, whom that belongs to in turn, and how independent that leaves it.
    fn roll_chain(&mut self, dice: &mut Dice) {
        let standing = match dice.roll(100) {
            0..12 => Standing::Public,
            12..20 => Standing::Open,
            _ => Standing::Free,
        };
        let length = dice.between(1, 3);
        let first = self.organisations.len();
        for at in 0..length {
            let id = ["gesellschaft", "holding", "dachgesellschaft"][at];
            let name = names::company(dice, &self.town, self.kreis.2);
            let at = self.declare(dice, id.to_owned(), ("gemeinnuetzige_gesellschaft", name), standing, false);
            // A gGmbH says nothing of its owners by its name.
            self.organisations[at].kind_is_told = false;
        }
        for at in first..first + length - 1 {
            let share = dice.pick(&[51, 60, 74, 75, 90, 100]);
            let next = self.organisations[at + 1].id.clone();
            self.organisations[at].owners = stakes(&[(&next, Some(share)), ("traeger-1", Some(100 - share))]);
        }
        let last = &mut self.organisations[first + length - 1];
        last.owners = match standing {
            Standing::Public => match dice.roll(3) {
                0 => stakes(&[("gemeinde", Some(51)), ("traeger-2", Some(49))]),
                // Neither has the majority alone, both have it together.
                1 => stakes(&[("gemeinde", Some(30)), ("kreis", Some(30)), ("traeger-1", Some(40))]),
                _ => stakes(&[("kreis", Some(100))]),
            },
            Standing::Open => match dice.roll(3) {
                0 => stakes(&[("gemeinde", None), ("traeger-1", Some(30))]),
                1 => stakes(&[("gemeinde", Some(30)), ("traeger-2", Some(20))]),
                _ => Vec::new(),
            },
            Standing::Free => match dice.roll(3) {
                0 => stakes(&[("traeger-1", Some(75)), ("gemeinde", Some(25))]),
                1 => stakes(&[("traeger-1", Some(50)), ("gemeinde", Some(50))]),
                _ => stakes(&[("traeger-1", Some(60)), ("traeger-2", Some(40))]),
            },
        };
    }

    fn roll_posts(&mut self, dice: &mut Dice) {
        let company = self.organisations.iter().position(|organisation| organisation.id == "gesellschaft").unwrap_or(0);
        let counselling = dice.between(7, 11);
        let begin = |dice: &mut Dice, years: (usize, usize)| dice.percent(30).then(|| format!("{}-{:02}", years.0, dice.between(1, 12)));
        let uses_company = dice.percent(45);
        for at in 0..counselling {
            let employer = if uses_company && at % 3 == 2 { company } else { usize::from(at % 3 == 1) };
            let persons = vec![person(dice, Degree::SocialWork)];
            let fte = dice.pick(&[50, 50, 75, 80, 100, 100]);
            let begin = begin(dice, self.years);
            self.posts.push(Post { employer: Some(employer), seconded_from: None, fte, is_coordination: false, persons, begin });
        }
        if uses_company {
            match self.organisations[company].standing {
                Standing::Public => self.planted.push("publicly-controlled"),
                Standing::Open => self.planted.push("unknown-owner"),
                Standing::Free => {}
            }
        }
        self.plant_employers(dice);
        self.plant_degrees(dice);
        let coordination = Post {
            employer: Some(2),
            seconded_from: None,
            fte: 50,
            is_coordination: true,
            persons: Vec::new(),
            begin: begin(dice, self.years),
        };
        self.posts.push(coordination);
    }

    /// Employers that are public, that lend public staff, or that nobody knows.
    fn plant_employers(&mut self, dice: &mut Dice) {
        if dice.percent(4) {
            self.planted.push("all-public");
            for post in &mut self.posts {
                post.employer = Some(2);
            }
        } else if dice.percent(10) {
            self.planted.push("public-employer");
            let named = names::public_employer(dice, &self.town, self.kreis.2);
            let in_place = dice.percent(50);
            let public = self.declare(dice, "weiterer".to_owned(), named, Standing::Public, in_place);
            self.posts[1].employer = Some(public);
        }
        if dice.percent(4) {
            self.planted.push("seconded");
            self.posts[0].seconded_from = Some(3);
        }
        if dice.percent(7) {
            self.planted.push("unknown-employer");
            self.posts[2].employer = None;
        }
    }

    /// Degrees that do not satisfy, that are not clear, or that nobody told.
    fn plant_degrees(&mut self, dice: &mut Dice) {
        if dice.percent(10) {
            self.planted.push("no-social-work");
            for _ in 0..dice.between(1, 2) {
                let at = dice.roll(self.posts.len());
                self.posts[at].persons = vec![person(dice, Degree::Other)];
            }
        }
        if dice.percent(2) {
            self.planted.push("nobody-qualified");
            for post in &mut self.posts {
                post.persons = vec![person(dice, Degree::Other)];
            }
            return;
        }
        if dice.percent(12) {
            self.planted.push("unclear-degree");
            let at = dice.roll(self.posts.len());
            self.posts[at].persons = vec![person(dice, Degree::Open)];
        }
        if dice.percent(25) {
            self.planted.push("unknown-degree");
            for _ in 0..dice.between(1, 4) {
                let at = dice.roll(self.posts.len());
                self.posts[at].persons = Vec::new();
            }
        }
        if dice.percent(30) {
            let at = dice.roll(self.posts.len());
            if matches!(&self.posts[at].persons[..], [one] if one.degree == Degree::SocialWork) {
                let second = person(dice, Degree::SocialWork);
                self.posts[at].persons.push(second);
            }
        }
    }

    /// What each demand has to come to, in the order of [`super::DEMANDS`].
    pub(super) fn expected(&self) -> [&'static str; 3] {
        let counselling = || self.posts.iter().filter(|post| !post.is_coordination);
        let standing = |at: Option<usize>| at.map_or(Standing::Open, |at| self.organisations[at].standing);
        let employed = counselling().map(|post| match standing(post.employer) {
            _ if post.seconded_from.is_some_and(|from| standing(Some(from)) == Standing::Public) => Standing::Public,
            standing => standing,
        });
        let employed: Vec<Standing> = employed.collect();
        let degrees = counselling().flat_map(|post| {
            let told = post.persons.iter().map(|person| person.degree);
            told.chain(post.persons.is_empty().then_some(Degree::Open))
        });
        let degrees: Vec<Degree> = degrees.collect();
        [
            outcome(employed.contains(&Standing::Public), employed.contains(&Standing::Free), employed.contains(&Standing::Open)),
            outcome(degrees.contains(&Degree::Other), degrees.contains(&Degree::SocialWork), degrees.contains(&Degree::Open)),
            match self.decides {
                Decides::County | Decides::TaskOf("landkreis") => "violated",
                Decides::Unknown => "undetermined",
                Decides::Municipality | Decides::Jointly | Decides::TaskOf(_) => "fulfilled",
            },
        ]
    }
}

/// What a demand comes to, of which some parts are violated, fulfilled, open.
fn outcome(violated: bool, fulfilled: bool, open: bool) -> &'static str {
    match (violated, fulfilled, open) {
        (true, true, _) => "partial",
        (true, false, _) => "violated",
        (false, _, true) => "undetermined",
        (false, _, false) => "fulfilled",
    }
}

fn decides(dice: &mut Dice) -> Decides {
    match dice.roll(100) {
        0..12 => Decides::County,
        12..17 => Decides::TaskOf("landkreis"),
        17..27 => Decides::TaskOf("gemeinde"),
        27..30 => Decides::TaskOf("verbund"),
        30..45 => Decides::Unknown,
        45..60 => Decides::Jointly,
        _ => Decides::Municipality,
    }
}

fn stakes(stakes: &[(&str, Option<usize>)]) -> Vec<Stake> {
    let told = stakes.iter().filter(|(_, percent)| *percent != Some(0));
    told.map(|&(owner, percent)| Stake { owner: owner.to_owned(), percent }).collect()
}

fn person(dice: &mut Dice, degree: Degree) -> Person {
    let (class, text) = match degree {
        Degree::SocialWork => names::social_work(dice),
        Degree::Other => names::no_social_work(dice),
        Degree::Open => names::unclear(dice),
    };
    Person { class: Some(class), text: Some(text), degree }
}
