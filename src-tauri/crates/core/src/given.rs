//! Changes in which what is left out stays.

use serde::{Deserialize, Deserializer};

/// Tells a value that is given as null from one that is not given.
pub(crate) fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    value: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(value).map(Some)
}

/// Puts a value, where one is given, in place of another.
pub(crate) fn renew<T>(place: &mut T, given: Option<T>) {
    if let Some(value) = given {
        *place = value;
    }
}
