//! `lint overview`.

use crate::args::{Args, Overview};
use crate::config::Configs;
use crate::failure::Failure;
use crate::output::Output;
use crate::status::Status;

pub(crate) fn overview(_args: &Args, wish: &Overview, _configs: &Configs, _out: &mut Output) -> Result<Status, Failure> {
    let _ = (wish.days.dates(), wish);
    Ok(Status::Fine)
}
