//! The table `organisation`: one row.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::Organisation;
use crate::column::Json;
use crate::record::{Record, RecordKind};
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
CREATE TABLE organisation (
    singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
    name      TEXT NOT NULL,
    roles     TEXT NOT NULL, -- a JSON array
    scope     TEXT NOT NULL
) STRICT;
";

/// What the second version of the database knows of the organisation beside.
pub(crate) const PROFILE: &str = "
ALTER TABLE organisation ADD COLUMN act_roles TEXT NOT NULL DEFAULT '[]'; -- a JSON array
ALTER TABLE organisation ADD COLUMN headcount INTEGER CHECK (headcount >= 0);
ALTER TABLE organisation ADD COLUMN places TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN activity TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN sectors TEXT NOT NULL DEFAULT '[]'; -- a JSON array
ALTER TABLE organisation ADD COLUMN standards TEXT NOT NULL DEFAULT '[]'; -- a JSON array
ALTER TABLE organisation ADD COLUMN climate TEXT NOT NULL DEFAULT '{\"answer\":\"not-answered\"}'; -- a JSON object
ALTER TABLE organisation ADD COLUMN in_charge TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN top_management TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN target TEXT;
";

/// The key of the one record.
pub(super) const ONLY: &str = "organisation";

fn read(row: &Row<'_>) -> rusqlite::Result<Organisation> {
    let Json(roles) = row.get("roles")?;
    let Json(act_roles) = row.get("act_roles")?;
    let Json(sectors) = row.get("sectors")?;
    let Json(standards) = row.get("standards")?;
    let Json(climate) = row.get("climate")?;
    Ok(Organisation {
        name: row.get("name")?,
        roles,
        act_roles,
        headcount: row.get("headcount")?,
        places: row.get("places")?,
        activity: row.get("activity")?,
        sectors,
        standards,
        climate,
        in_charge: row.get("in_charge")?,
        top_management: row.get("top_management")?,
        target: row.get("target")?,
        scope: row.get("scope")?,
    })
}

impl Record for Organisation {
    const KIND: RecordKind = RecordKind::Organisation;

    fn key(&self) -> String {
        ONLY.into()
    }

    fn load(conn: &Connection, _key: &str) -> Result<Option<Self>, StoreError> {
        let mut statement = conn.prepare_cached("SELECT * FROM organisation WHERE singleton = 1")?;
        Ok(statement.query_row([], read).optional()?)
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.execute(
            "INSERT INTO organisation (singleton, name, roles, scope, act_roles, headcount, places, activity, sectors,
                 standards, climate, in_charge, top_management, target)
             VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
             ON CONFLICT (singleton) DO UPDATE SET name = ?1, roles = ?2, scope = ?3, act_roles = ?4, headcount = ?5,
                 places = ?6, activity = ?7, sectors = ?8, standards = ?9, climate = ?10, in_charge = ?11,
                 top_management = ?12, target = ?13",
            params![
                self.name,
                Json(&self.roles),
                self.scope,
                Json(&self.act_roles),
                self.headcount,
                self.places,
                self.activity,
                Json(&self.sectors),
                Json(&self.standards),
                Json(&self.climate),
                self.in_charge,
                self.top_management,
                self.target,
            ],
        )?;
        Ok(())
    }

    fn delete(conn: &Connection, _key: &str) -> Result<(), StoreError> {
        conn.execute("DELETE FROM organisation", [])?;
        Ok(())
    }
}
