//! What two writings of one plan differ in, and may.

use serde_json::Value;

/// Leaves out of a report what tells how the file is written: paths and places.
pub(crate) fn without_places(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            for key in ["path", "also", "start", "end"] {
                entries.remove(key);
            }
            entries.values_mut().for_each(without_places);
        }
        Value::Array(items) => items.iter_mut().for_each(without_places),
        _ => {}
    }
}
