//! The place of a Kreis on a map of equal tiles.

use std::collections::BTreeMap;

use crate::problem::Problem;
use crate::source::Span;
use crate::text::{Message, sentences};
use crate::yaml::{Node, shape, shape::Shape};

sentences! {
    BAD_NUMBER = "tile-bad-number",
        "Hier wird eine Zahl von 1 bis {most} erwartet.",
        "A number from 1 to {most} is expected here.";
    SAME_TILE = "tile-same",
        "Auf diesem Feld der Karte liegt schon der Kreis {key}.",
        "The Kreis {key} lies on this tile of the map already.";
}

/// So many columns and rows fit on a page.
const MOST: u8 = 24;

/// The place of a Kreis on a map of equal tiles, counted from the north-west corner, which is 1, 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// The column, from the west.
    pub column: u8,
    /// The row, from the north.
    pub row: u8,
    /// What stands on the tile.
    pub label: String,
}

/// Reads a tile; where something is wrong with it, there is a problem.
pub(super) fn read(node: &Node<'_>, problems: &mut Vec<Problem>) -> Option<Tile> {
    let mut fields = Shape::of(node, problems)?;
    let column = fields.require("column", problems).and_then(|node| number(node, problems));
    let row = fields.require("row", problems).and_then(|node| number(node, problems));
    let label = fields.require_text("label", problems).map(str::to_owned);
    fields.finish(problems);
    Some(Tile { column: column?, row: row?, label: label? })
}

fn number(node: &Node<'_>, problems: &mut Vec<Problem>) -> Option<u8> {
    let text = shape::text(node, problems)?;
    let number = text.parse().ok().filter(|number| (1..=MOST).contains(number));
    if number.is_none() {
        problems.push(Problem::new(node.span, Message::new(&BAD_NUMBER).with("most", usize::from(MOST))));
    }
    number
}

/// Adds the tile of a Kreis, unless another one lies there.
pub(super) fn add(tiles: &mut BTreeMap<String, Tile>, key: &str, tile: Tile, span: Span, problems: &mut Vec<Problem>) {
    let there = tiles.iter().find(|(_, other)| (other.column, other.row) == (tile.column, tile.row));
    if let Some((other, _)) = there {
        problems.push(Problem::new(span, Message::new(&SAME_TILE).with("key", other.as_str())));
    } else {
        tiles.insert(key.to_owned(), tile);
    }
}
