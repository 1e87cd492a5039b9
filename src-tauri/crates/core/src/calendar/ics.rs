//! The dates as RFC 5545 writes them, for any calendar program.

use icalendar::{Calendar, Component as _, Event, EventLike as _, Property};
use jiff::Timestamp;
use uuid::Uuid;

use super::words::Words;
use super::{CalendarDate, DateState, DateSubject};

/// Whose calendar it is, and when it is written.
pub(super) struct Head {
    pub(super) workspace: Uuid,
    pub(super) organisation: String,
    pub(super) at: Timestamp,
}

/// Returns the calendar as a file. The same dates and moment give the same bytes.
///
/// Each date is a whole day that blocks no time. It has no alarm: a calendar program rings as its owner likes.
pub(super) fn written(head: &Head, dates: &[CalendarDate], words: &Words) -> String {
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", &words.product),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", &words.name(&head.organisation)),
    ] {
        calendar.append_property(Property::new(name, value));
    }
    for date in dates {
        calendar.push(event(head, date, words));
    }
    folded(&calendar.to_string())
}

fn event(head: &Head, date: &CalendarDate, words: &Words) -> Event {
    let CalendarDate { day, subject, title, owner, state } = date;
    let what = words.summary(subject, &one_sort_of_line_end(title));
    let what = match state {
        DateState::Due | DateState::Overdue => what,
        DateState::Done => words.done(&what),
    };
    let day = day.date();
    // The day after is the first that no longer belongs to it.
    let next = day.tomorrow().unwrap_or(day);
    let mut event = Event::with_uid(&uid(head, subject));
    event
        .add_property("DTSTAMP", head.at.strftime("%Y%m%dT%H%M%SZ").to_string())
        .append_property(whole_day("DTSTART", day))
        .append_property(whole_day("DTEND", next))
        .add_property("TRANSP", "TRANSPARENT")
        .summary(&what)
        .categories([words.category(subject)]);
    if !owner.is_empty() {
        event.description(&words.owner(owner.as_str()));
    }
    event.done()
}

/// Returns the name by which a calendar program knows a date again, whenever the file is imported.
fn uid(head: &Head, subject: &DateSubject) -> String {
    let which = match subject {
        DateSubject::Target => "target".into(),
        DateSubject::Context => "context".into(),
        DateSubject::Clause { id } => format!("clause-{id}"),
        DateSubject::Control { id } => format!("control-{id}"),
        DateSubject::Step { id } => format!("step-{id}"),
        DateSubject::Document { id } => format!("document-{id}"),
        DateSubject::Case { id } => format!("case-{id}"),
        DateSubject::Audit { id } => format!("audit-{id}"),
        DateSubject::Review { id } => format!("review-{id}"),
        DateSubject::Objective { id } => format!("objective-{id}"),
        DateSubject::Measure { id } => format!("measure-{id}"),
        DateSubject::Finding { id } => format!("finding-{id}"),
        DateSubject::EffectCheck { id } => format!("effect-check-{id}"),
        DateSubject::Action { id } => format!("action-{id}"),
        DateSubject::Evidence { id } => format!("evidence-{id}"),
    };
    format!("{which}@{}", head.workspace)
}

fn whole_day(name: &str, day: jiff::civil::Date) -> Property {
    Property::new(name, day.strftime("%Y%m%d").to_string()).add_parameter("VALUE", "DATE").done()
}

fn one_sort_of_line_end(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The most bytes of a line.
const LONGEST: usize = 75;

/// Folds every line anew: the last part of one may have turned out a byte too long.
fn folded(calendar: &str) -> String {
    let mut out = String::with_capacity(calendar.len());
    for line in calendar.replace("\r\n ", "").split_terminator("\r\n") {
        let mut room = LONGEST;
        for character in line.chars() {
            if character.len_utf8() > room {
                out.push_str("\r\n ");
                room = LONGEST - 1;
            }
            room -= character.len_utf8();
            out.push(character);
        }
        out.push_str("\r\n");
    }
    out
}
