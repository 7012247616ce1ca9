//! `lint advise`.

use crate::args::{Advise, Args};
use crate::config::Configs;
use crate::failure::Failure;
use crate::output::Output;
use crate::status::Status;

pub(crate) fn advise(_args: &Args, wish: &Advise, _configs: &Configs, _out: &mut Output) -> Result<Status, Failure> {
    let _ = (wish.days.dates(), wish);
    Ok(Status::Fine)
}
