//! `lint questions`.

use crate::args::{Args, Questions};
use crate::config::Configs;
use crate::failure::Failure;
use crate::output::Output;
use crate::status::Status;

pub(crate) fn questions(_args: &Args, wish: &Questions, _configs: &Configs, _out: &mut Output) -> Result<Status, Failure> {
    let _ = (wish.days.dates(), wish);
    Ok(Status::Fine)
}
