//! A map of equal tiles, one a Kreis, roughly where the Kreis lies: what its plans come to for a demand.

use maud::{Markup, html};

use super::names::Names;
use super::numbers::counted;
use super::{Written, bars, sentences as say};
use crate::facts::Tile;
use crate::report::overview::{DemandSum, KreisSum};
use crate::text::Message;

const SIDE: i64 = 48;
const GAP: i64 = 4;

/// The map for the demand of this number; none where no Kreis has a place on it.
pub(super) fn map(written: Written<'_>, demand: usize, names: &Names) -> Option<Markup> {
    let Written { survey, lang, .. } = written;
    let tiles: Vec<(&KreisSum, &Tile)> = survey.kreise.iter().filter_map(|of| Some((of, of.tile.as_ref()?))).collect();
    let columns = tiles.iter().map(|(_, tile)| i64::from(tile.column)).max()?;
    let rows = tiles.iter().map(|(_, tile)| i64::from(tile.row)).max()?;
    let title = super::names::title(survey.demands.get(demand)?, lang);
    let label = Message::new(&say::MAP_OF).with("title", &*title).text(lang);
    let [width, height] = [columns, rows].map(|number| number * (SIDE + GAP) - GAP);
    Some(html! {
        figure.map {
            figcaption { (title) }
            svg viewBox=(format!("0 0 {width} {height}")) role="group" aria-label=(label) {
                @for (of, tile) in tiles {
                    (self::tile(written, of, tile, of.sums.demands.get(demand), names))
                }
            }
        }
    })
}

fn tile(written: Written<'_>, of: &KreisSum, tile: &Tile, sum: Option<&DemandSum>, names: &Names) -> Markup {
    let lang = written.lang;
    let [left, top] = [tile.column, tile.row].map(|number| (i64::from(number) - 1) * (SIDE + GAP));
    let sum = sum.filter(|sum| sum.judged() > 0);
    let told = match sum {
        Some(sum) => counted(sum, lang),
        None => Message::new(&say::NO_PLAN).text(lang),
    };
    let label = Message::new(&say::TILE).with("kreis", &*names.get(&of.kreis)).with("told", &*told).text(lang);
    html! {
        g.tile role="img" aria-label=(label) {
            title { (label) }
            rect.(if sum.is_some() { "some" } else { "none" }) x=(left + 1) y=(top + 1) width=(SIDE - 2) height=(SIDE - 2) rx="3" {}
            text.label x=(left + SIDE / 2) y=(top + 17) { (tile.label) }
            @if let Some(sum) = sum {
                (bars::stack(&bars::plans(sum), [left + 3, top + 23, SIDE - 6, SIDE - 26]))
            } @else {
                text.nothing x=(left + SIDE / 2) y=(top + 30) { (Message::new(&say::NO_PLAN_FIRST).text(lang)) }
                text.nothing x=(left + SIDE / 2) y=(top + 42) { (Message::new(&say::NO_PLAN_SECOND).text(lang)) }
            }
        }
    }
}
