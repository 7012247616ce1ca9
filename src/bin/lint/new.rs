//! `lint new`.

use crate::args::{Args, New};
use crate::config::Configs;
use crate::failure::Failure;
use crate::output::Output;
use crate::status::Status;

pub(crate) fn new(_args: &Args, wish: &New, _configs: &Configs, _out: &mut Output) -> Result<Status, Failure> {
    let _ = (wish.days.dates(), wish);
    Ok(Status::Fine)
}
