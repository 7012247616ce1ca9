//! The page: what the plans come to together, the map, the years, the Kreise, and every plan.

use maud::{Markup, html};

use super::names::{Names, title};
use super::numbers::{self, counted, wide};
use super::{Written, bars, lines, map, patterns, plans, sentences as say};
use crate::number::Days;
use crate::render::html::page;
use crate::render::lines::plain;
use crate::report::overview::{Demand, DemandSum, KreisSum, Standing};
use crate::rules::Outcome;
use crate::text::{Arg, Lang, Message, Sentence, safe};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("table.js");

pub(super) fn write(written: Written<'_>) -> String {
    let Written { survey, lang, .. } = written;
    let names = Names::of(survey, lang);
    let heading = Message::new(&say::TITLE).with("plans", &*numbers::plans(survey.plans.len(), lang)).text(lang);
    let has_years = survey.years.len() > 1;
    let body = html! {
        main.overview {
            (patterns::definitions())
            h1 { (heading) }
            (summary(written))
            (together(written))
            (maps(written, &names))
            @if has_years { (years(written)) }
            (kreise(written, &names))
            section #all-plans {
                h2 { (plain(&say::ALL_PLANS, lang)) }
                (plans::table(written, &names))
            }
            (how(written))
        }
    };
    page(lang, &heading, STYLE, &body, Some(SCRIPT))
}

/// What it is all about, in few sentences.
fn summary(written: Written<'_>) -> Markup {
    let Written { survey, lang, .. } = written;
    let counting = Message::new(&say::COUNTING)
        .with("plans", &*numbers::plans(survey.all.plans, lang))
        .with("municipalities", survey.municipalities)
        .text(lang);
    let apart = [
        (survey.with(Standing::Older), &say::APART_OLDER),
        (survey.with(Standing::Undated), &say::APART_UNDATED),
        (survey.with(Standing::Debated), &say::APART_DEBATED),
        (survey.with(Standing::Unreadable), &say::APART_UNREADABLE),
        (survey.all.other_programme, &say::APART_OTHER_PROGRAMME),
    ];
    html! {
        section.summary {
            p { (plain(&say::ABOUT, lang)) }
            p { (counting) }
            ul {
                @for (demand, sum) in survey.demands.iter().zip(&survey.all.demands) {
                    li { strong { (title(demand, lang)) ":" } " " (counted(sum, lang)) }
                }
                li { (Message::new(&say::OPEN_QUESTIONS).with("count", survey.all.questions).text(lang)) }
                @for (count, sentence) in apart {
                    @if count > 0 { li { (Message::new(sentence).with("count", count).text(lang)) } }
                }
            }
        }
    }
}

/// The bars of all plans together, with their numbers.
fn together(written: Written<'_>) -> Markup {
    let Written { survey, lang, .. } = written;
    html! {
        section #together {
            h2 { (plain(&say::TOGETHER, lang)) }
            (patterns::legend(&patterns::DRAWN, false, lang))
            div.cards {
                @for (demand, sum) in survey.demands.iter().zip(&survey.all.demands) {
                    section.card { h3 { (title(demand, lang)) } (both_bars(demand, sum, 300, lang)) }
                }
            }
            (numbers::table(written, &survey.all))
        }
    }
}

/// The bar by plans, and that by full-time posts, each with its numbers.
fn both_bars(demand: &Demand, sum: &DemandSum, width: i64, lang: Lang) -> Markup {
    let label = |by: &'static Sentence, told: &str| {
        Message::new(&say::BAR).with("title", &*title(demand, lang)).with("by", Message::new(by)).with("told", told).text(lang)
    };
    let told = counted(sum, lang);
    let fte = if demand.has_shares() { numbers::fte(&sum.fte, lang) } else { None };
    html! {
        @if sum.judged() > 0 {
            figure.bar {
                (bars::bar(&bars::plans(sum), width, 22, &label(&say::BY_PLANS, &told)))
                figcaption { (plain(&say::BY_PLANS, lang)) ": " (told) }
            }
        }
        @if let Some(told) = fte {
            figure.bar {
                (bars::bar(&bars::fte(&sum.fte), width, 22, &label(&say::BY_FTE, &told)))
                figcaption {
                    (plain(&say::BY_FTE, lang)) ": " (told)
                    @if let Some(without) = numbers::without_fte(&sum.fte, lang) { "; " (without) }
                }
            }
        } @else if demand.has_shares() {
            @if let Some(without) = numbers::without_fte(&sum.fte, lang) { p { small { (plain(&say::BY_FTE, lang)) ": " (without) } } }
        }
    }
}

fn maps(written: Written<'_>, names: &Names) -> Markup {
    let Written { survey, lang, .. } = written;
    let maps: Vec<Markup> = (0..survey.demands.len()).filter_map(|demand| map::map(written, demand, names)).collect();
    html! {
        @if !maps.is_empty() {
            section #map {
                h2 { (plain(&say::MAP, lang)) }
                p { (plain(&say::MAP_ABOUT, lang)) }
                (patterns::legend(&patterns::DRAWN, true, lang))
                div.maps { @for map in maps { (map) } }
            }
        }
    }
}

fn years(written: Written<'_>) -> Markup {
    let Written { survey, lang, .. } = written;
    let all: usize = survey.years.len();
    let charts = (0..survey.demands.len()).filter_map(|demand| lines::chart(written, demand));
    html! {
        section #years {
            h2 { (plain(&say::YEARS, lang)) }
            p { (plain(&say::YEARS_ABOUT, lang)) }
            @if lines::drawn(written).len() < all { p { (Message::new(&say::LAST_YEARS).with("count", lines::drawn(written).len()).text(lang)) } }
            (patterns::legend(&lines::DRAWN, false, lang))
            div.charts { @for chart in charts { (chart) } }
            (wide(&plain(&say::YEARS, lang), &html! {
                table {
                    caption { (plain(&say::YEARS_CAPTION, lang)) }
                    thead {
                        tr {
                            th scope="col" { (plain(&say::YEAR, lang)) }
                            th scope="col" { (plain(&say::PLANS, lang)) }
                            @for demand in &survey.demands { th scope="col" { (title(demand, lang)) } }
                        }
                    }
                    tbody {
                        @for of in &survey.years {
                            tr {
                                th scope="row" { (of.year) }
                                td { (of.sums.plans) }
                                @for sum in &of.sums.demands { td { (counted(sum, lang)) } }
                            }
                        }
                    }
                }
            }))
        }
    }
}

fn kreise(written: Written<'_>, names: &Names) -> Markup {
    let Written { survey, lang, .. } = written;
    let (with, without): (Vec<&KreisSum>, Vec<&KreisSum>) = survey.kreise.iter().partition(|of| of.sums.plans > 0);
    let without: Vec<Arg> = without.iter().map(|of| Arg::from(&*names.get(&of.kreis))).collect();
    html! {
        section #kreise {
            h2 { (plain(&say::KREISE, lang)) }
            p { (plain(&say::KREISE_ABOUT, lang)) }
            @if !with.is_empty() {
                (wide(&plain(&say::KREISE, lang), &html! {
                    table {
                        caption { (plain(&say::KREISE_CAPTION, lang)) }
                        thead {
                            tr {
                                th scope="col" { (plain(&say::KREIS, lang)) }
                                th scope="col" { (plain(&say::PLANS, lang)) }
                                @for demand in &survey.demands { th scope="col" { (title(demand, lang)) } }
                                th scope="col" { (plain(&say::QUESTIONS, lang)) }
                            }
                        }
                        tbody {
                            @for of in with {
                                tr {
                                    th scope="row" {
                                        (names.get(&of.kreis))
                                        @if let Some(tile) = &of.tile { " " small { (tile.label) } }
                                    }
                                    td { (of.sums.plans) }
                                    @for (demand, sum) in survey.demands.iter().zip(&of.sums.demands) { td.bars { (both_bars(demand, sum, 200, lang)) } }
                                    td { (of.sums.questions) }
                                }
                            }
                        }
                    }
                }))
            }
            @if !without.is_empty() { p { (Message::new(&say::KREISE_WITHOUT).with("names", Arg::List(without)).text(lang)) } }
        }
    }
}

/// How it was judged and counted, and where the demands come from.
fn how(written: Written<'_>) -> Markup {
    let Written { survey, lang, as_of } = written;
    let by: Vec<Arg> = survey
        .packs
        .iter()
        .map(|pack| Message::new(&say::PACK).with("title", pack.title.get(lang)).with("version", pack.version.as_str()).into())
        .collect();
    html! {
        section.notes #how {
            h2 { (plain(&say::HOW, lang)) }
            h3 { (plain(&say::HOW_OUTCOMES, lang)) }
            dl { @for outcome in patterns::DRAWN { div { dt { (outcome.label().get(lang)) } dd { (plain(meaning(outcome), lang)) } } } }
            h3 { (plain(&say::HOW_COUNTED, lang)) }
            ul { @for sentence in [&say::HOW_LATEST, &say::HOW_APART, &say::HOW_JOINT, &say::HOW_FTE] { li { (plain(sentence, lang)) } } }
            h3 { (plain(&say::HOW_JUDGED, lang)) }
            ul {
                @for demand in &survey.demands { @if let Some(source) = source(demand, lang) { li { (source) } } }
                li { (Message::new(&say::JUDGED_BY).with("packs", Arg::List(by)).text(lang)) }
                @match as_of {
                    Some(day) => li { (Message::new(&say::JUDGED_AS_OF).with("day", Arg::Days(Days::day(day))).text(lang)) },
                    None => li { (plain(&say::JUDGED_IN_TIME, lang)) },
                }
                li { (plain(&say::NOT_SAID, lang)) }
            }
        }
    }
}

fn meaning(outcome: Outcome) -> &'static Sentence {
    match outcome {
        Outcome::Fulfilled => &say::MEANS_FULFILLED,
        Outcome::Violated => &say::MEANS_VIOLATED,
        Outcome::Partial => &say::MEANS_PARTIAL,
        Outcome::Undetermined => &say::MEANS_UNDETERMINED,
        Outcome::NotApplicable => &say::MEANS_NOT_APPLICABLE,
        Outcome::NotInForce => &say::MEANS_NOT_IN_FORCE,
    }
}

/// Where a demand comes from: the document, who published it, and when.
fn source(demand: &Demand, lang: Lang) -> Option<String> {
    let source = &demand.rule.versions.last()?.source;
    let document = demand.pack.document(&source.document)?;
    let holds = demand.rule.versions.last()?.holds.as_deref().map_or("", |holds| holds.get(lang));
    let message = Message::new(&say::SOURCE)
        .with("title", &*title(demand, lang))
        .with("holds", holds)
        .with("document", document.title.get(lang))
        .with("sure", Arg::Term(source.sure.label()));
    Some(safe(&message.text(lang)).into_owned())
}
