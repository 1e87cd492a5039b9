//! Words of which one is chosen: an enum, its names, and how a table keeps them.

/// Declares an enum of which each arm has one name, in JSON, in tables and on the command line.
macro_rules! choice {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$arm:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS,
        )]
        $(#[$doc])*
        pub enum $name {
            $($(#[$arm])* #[serde(rename = $text)] $variant,)*
        }

        impl $name {
            /// Every one, in the order in which a list offers them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Returns its name as the command line and the files write it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.name().into())
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                let text = value.as_str()?;
                let found = Self::ALL.iter().copied().find(|one| one.name() == text);
                found.ok_or_else(|| {
                    let why = format!("“{}” is none of its words", crate::text::shown(text));
                    rusqlite::types::FromSqlError::Other(why.into())
                })
            }
        }
    };
}
pub(crate) use choice;
