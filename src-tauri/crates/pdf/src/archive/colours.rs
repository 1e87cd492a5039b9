//! The output intent: what the file's colours mean (sRGB, IEC 61966-2-1).
//!
//! The profile is put together here: version 2, a display, three primaries adapted to D50, and
//! the sRGB curve as a table.

use lopdf::{Document as File, Object, ObjectId, Stream, dictionary};

/// Adds the output intent and its profile.
pub(crate) fn output_intent(file: &mut File) -> ObjectId {
    let profile = Stream::new(dictionary! { "N" => 3, "Alternate" => "DeviceRGB" }, profile());
    let profile = file.add_object(profile);
    file.add_object(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB IEC61966-2.1"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => Object::Reference(profile),
    })
}

/// Steps of the curve's table.
const STEPS: u16 = 256;

/// Returns an ICC profile of sRGB.
fn profile() -> Vec<u8> {
    let white = xyz([0.9642, 1.0, 0.8249]);
    let red = xyz([0.436_07, 0.222_49, 0.013_92]);
    let green = xyz([0.385_15, 0.716_87, 0.097_08]);
    let blue = xyz([0.143_07, 0.060_61, 0.714_10]);
    let curve = curve();
    let tags: [(&[u8; 4], Vec<u8>); 7] = [
        (b"desc", description("sRGB")),
        (b"cprt", text("No copyright, use freely")),
        (b"wtpt", white),
        (b"rXYZ", red),
        (b"gXYZ", green),
        (b"bXYZ", blue),
        (b"rTRC", curve),
    ];
    // The three curves share their data.
    let count = tags.len() + 2;
    let mut table = Vec::new();
    let mut data = Vec::new();
    let start = 128 + 4 + count * 12;
    push(&mut table, count);
    for (name, bytes) in &tags {
        let offset = start + data.len();
        let names: &[&[u8; 4]] = if *name == b"rTRC" { &[b"rTRC", b"gTRC", b"bTRC"] } else { &[name] };
        for name in names {
            table.extend_from_slice(*name);
            push(&mut table, offset);
            push(&mut table, bytes.len());
        }
        data.extend_from_slice(bytes);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let mut profile = header(start + data.len());
    profile.extend_from_slice(&table);
    profile.extend_from_slice(&data);
    profile
}

fn header(size: usize) -> Vec<u8> {
    let mut header = Vec::with_capacity(128);
    push(&mut header, size);
    header.extend_from_slice(&[0; 4]);
    header.extend_from_slice(&[2, 0x10, 0, 0]);
    header.extend_from_slice(b"mntrRGB XYZ ");
    for part in [2000_u16, 1, 1, 0, 0, 0] {
        header.extend_from_slice(&part.to_be_bytes());
    }
    header.extend_from_slice(b"acsp");
    header.resize(68, 0);
    for value in [0.9642, 1.0, 0.8249] {
        header.extend_from_slice(&fixed(value));
    }
    header.resize(128, 0);
    header
}

fn push(into: &mut Vec<u8>, value: usize) {
    into.extend_from_slice(&u32::try_from(value).unwrap_or(0).to_be_bytes());
}

fn fixed(value: f64) -> [u8; 4] {
    ((value * 65536.0).round() as i32).to_be_bytes()
}

fn xyz(values: [f64; 3]) -> Vec<u8> {
    let mut tag = b"XYZ \0\0\0\0".to_vec();
    for value in values {
        tag.extend_from_slice(&fixed(value));
    }
    tag
}

fn text(value: &str) -> Vec<u8> {
    let mut tag = b"text\0\0\0\0".to_vec();
    tag.extend_from_slice(value.as_bytes());
    tag.push(0);
    tag
}

fn description(value: &str) -> Vec<u8> {
    let mut tag = b"desc\0\0\0\0".to_vec();
    push(&mut tag, value.len() + 1);
    tag.extend_from_slice(value.as_bytes());
    // The end of the text, then the same in Unicode and for the Macintosh: none.
    tag.resize(tag.len() + 1 + 4 + 4 + 2 + 1 + 67, 0);
    tag
}

fn curve() -> Vec<u8> {
    let mut tag = b"curv\0\0\0\0".to_vec();
    push(&mut tag, usize::from(STEPS));
    for step in 0..STEPS {
        let value = f64::from(step) / f64::from(STEPS - 1);
        let linear = if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
        tag.extend_from_slice(&((linear * 65535.0).round() as u16).to_be_bytes());
    }
    tag
}
