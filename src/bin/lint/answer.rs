//! `lint answer`.

use crate::args::{Answering, Args};
use crate::config::Configs;
use crate::failure::Failure;
use crate::output::Output;
use crate::status::Status;

pub(crate) fn answer(_args: &Args, wish: &Answering, _configs: &Configs, _out: &mut Output) -> Result<Status, Failure> {
    let _ = (wish.days.dates(), wish);
    Ok(Status::Fine)
}
