//! Documents to try the crate on: a register of measures, of any length.

use annexe_pdf::*;

/// A moment that never moves.
pub(crate) fn moment() -> jiff::Timestamp {
    "2026-07-14T09:30:00Z".parse().expect("a timestamp")
}

pub(crate) fn about() -> About {
    About {
        title: "Register of measures".into(),
        subject: "Which measures apply, and why".into(),
        author: "Saltmarsh Claims Ltd".into(),
        language: "en-GB".into(),
        keywords: vec!["register".into(), "measures".into()],
        created: moment(),
        creator: "Annexe 0.1".into(),
        producer: "Annexe 0.1".into(),
    }
}

pub(crate) fn furniture() -> Furniture {
    Furniture {
        head: Running {
            left: "Saltmarsh Claims Ltd".into(),
            right: "Register of measures, version 1.1, draft".into(),
        },
        foot: Running { left: "REG-01".into(), right: "Page {page} of {pages}".into() },
    }
}

pub(crate) fn document(sections: Vec<Section>) -> Document {
    Document { about: about(), furniture: furniture(), sections, attachments: Vec::new() }
}

/// A document of one upright section.
pub(crate) fn page(blocks: Vec<Block>) -> Document {
    document(vec![Section::portrait(blocks)])
}

pub(crate) fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.into())
}

const WORDS: [&str; 40] = [
    "the",
    "model",
    "records",
    "of",
    "every",
    "decision",
    "are",
    "kept",
    "for",
    "six",
    "years",
    "because",
    "claims",
    "handlers",
    "must",
    "explain",
    "why",
    "a",
    "claim",
    "was",
    "refused",
    "and",
    "risk",
    "is",
    "reviewed",
    "each",
    "quarter",
    "by",
    "an",
    "owner",
    "who",
    "did",
    "not",
    "build",
    "it",
    "supplier",
    "contract",
    "évaluation",
    "Überprüfung",
    "λόγος",
];

/// Prose of about so many characters, the same for the same seed.
pub(crate) fn prose(seed: u64, characters: usize) -> String {
    let mut state = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    let mut text = String::new();
    while text.chars().count() < characters {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let word = WORDS[(state >> 33) as usize % WORDS.len()];
        if !text.is_empty() {
            text.push_str(if state >> 60 == 0 { ". " } else { " " });
        }
        text.push_str(word);
    }
    text
}

fn columns() -> Vec<Column> {
    [
        ("Measure", 6.0),
        ("Title", 16.0),
        ("Applies", 5.5),
        ("Reasons", 10.0),
        ("Justification", 24.0),
        ("Status", 9.0),
        ("How it is done", 22.0),
        ("Owner", 10.0),
    ]
    .map(|(head, width)| Column::new(head, width))
    .to_vec()
}

fn row(number: usize, characters: usize) -> Row {
    let excluded = number % 7 == 3;
    Row::new([
        Cell::from(format!("M.{}.{}", number / 9 + 2, number % 9 + 1)),
        Cell::from(Span::plain(format!("Measure {number}: {}", prose(number as u64, 30))).bold()),
        Cell::from(if excluded { "No" } else { "Yes" }),
        Cell::from("Risk assessment, contract"),
        Cell::from(prose(number as u64 + 1000, characters)),
        Cell::from(vec![
            Paragraph::from(if excluded { "Excluded" } else { "In progress" }),
            Paragraph::from(Span::plain("30 November 2026").muted()),
        ]),
        Cell::from(if excluded { String::new() } else { prose(number as u64 + 2000, characters) }),
        Cell::from("Head of claims"),
    ])
    .tinted(excluded)
    .anchor(format!("m{number}"))
}

/// A table of so many rows, whose longer texts have so many characters.
pub(crate) fn table(rows: usize, characters: usize) -> Table {
    Table {
        columns: columns(),
        rows: (0..rows).map(|number| row(number, characters)).collect(),
        row_header: Some(0),
        caption: None,
        summary: Some("The measures, whether each applies, and why".into()),
    }
}

/// A whole register: cover, contents, summary with a chart, tables.
pub(crate) fn register(rows: usize, characters: usize) -> Document {
    let cover = Cover {
        owner: "Saltmarsh Claims Ltd".into(),
        title: "Register of measures".into(),
        subtitle: "Which measures apply to our AI systems, and why".into(),
        lead: Vec::new(),
        facts: vec![
            Fact::new("Document", "REG-01"),
            Fact::new("Version", "1.1"),
            Fact::new("Status", Span::plain("Draft").bold()),
            Fact::new("Date", "14 July 2026"),
            Fact::new("Owner", "Quality manager"),
            Fact::new("Scope", prose(7, 300)),
        ],
    };
    let part = |label: &str, value: u64, tone: Tone| Part { label: label.into(), value, tone };
    let chart = Chart {
        alternative: "Of 38 measures, 32 apply.".into(),
        bars: vec![
            Bar {
                label: "Measures".into(),
                parts: vec![
                    part("Applicable", 32, Tone::Blue),
                    part("Excluded", 5, Tone::Pale),
                    part("Not decided", 1, Tone::Amber),
                ],
            },
            Bar {
                label: "Those that apply, by status".into(),
                parts: vec![
                    part("Implemented", 14, Tone::Green),
                    part("In progress", 9, Tone::Teal),
                    part("Planned", 6, Tone::Slate),
                    part("Not started", 3, Tone::Grey),
                ],
            },
        ],
    };
    let mut tables = Vec::new();
    let all = table(rows, characters);
    for (group, chunk) in all.rows.chunks(9).enumerate() {
        let heading =
            Heading::new(2, format!("M.{} Group of measures", group + 2)).anchor(format!("g{group}"));
        tables.push(heading.into());
        tables.push(paragraph("Nine measures. What is excluded stands on a tinted ground."));
        tables.push(Block::Table(Table { rows: chunk.to_vec(), ..table(0, 0) }));
    }
    tables.insert(0, Heading::new(1, "The measures").into());
    document(vec![
        Section::portrait([
            Block::Cover(cover),
            Block::Contents(Contents { title: "Contents".into(), depth: 2 }),
            Block::PageBreak,
            Heading::new(1, "Summary").anchor("summary").into(),
            paragraph(
                "This register says of every measure whether it applies, for which reasons, and how far it is.",
            ),
            Block::Chart(chart),
            Heading::new(2, "What is excluded").into(),
            paragraph("Five measures are excluded, each for a reason that can be checked."),
            Block::List(List {
                numbering: Numbering::Bullets,
                items: vec![
                    vec![Paragraph::new([
                        Span::plain("M.2.4").link(Link::Anchor("m3".into())),
                        Span::plain(
                            " No model is designed within the scope; the inventory shows all five systems as bought.",
                        ),
                    ])],
                    vec![Paragraph::new([
                        Span::plain("Σκοπός: ").language("el").bold(),
                        Span::plain("η επεξεργασία αιτημάτων").language("el"),
                        Span::plain(", as the Athens office writes it; "),
                        Span::plain("обработка жалоб").language("bg").italic(),
                        Span::plain(" in Sofia."),
                    ])],
                ],
            }),
            Heading::new(2, "How to read this document").into(),
            Block::Facts(vec![
                Fact::new("Applies", "Yes or no. A measure that does not apply stands on a tinted ground."),
                Fact::new(
                    "Reasons",
                    "Why it applies: a risk, an impact, a law, a contract, or good practice.",
                ),
                Fact::new(
                    "Further reading",
                    Span::plain("https://example.org/guides/registers?of=measures&language=en").link(
                        Link::Uri("https://example.org/guides/registers?of=measures&language=en".into()),
                    ),
                ),
            ]),
        ]),
        Section::landscape(tables),
    ])
}
