//! Tables as files that spreadsheets open, in which nothing that somebody typed runs as a formula.

use jiff::Timestamp;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// The most characters that a cell of a workbook holds.
const LONGEST: usize = 32_767;

/// A table: a head, and rows that have a cell for each of its columns.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sheet {
    /// Its name, at most 31 characters long.
    pub(crate) name: String,
    /// The heads of the columns, and how wide each is, in characters.
    pub(crate) head: Vec<(String, u16)>,
    pub(crate) rows: Vec<Vec<String>>,
}

/// Returns a table as CSV (RFC 4180), in UTF-8 with the mark that spreadsheets know it by.
pub(crate) fn csv(sheet: &Sheet) -> Vec<u8> {
    let mut out = String::from("\u{feff}");
    let head: Vec<String> = sheet.head.iter().map(|(name, _)| name.clone()).collect();
    for row in std::iter::once(&head).chain(&sheet.rows) {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&harmless(cell))).collect();
        out += &cells.join(",");
        out += "\r\n";
    }
    out.into_bytes()
}

/// Returns text that no spreadsheet takes for a formula: an apostrophe before what would begin one.
fn harmless(cell: &str) -> String {
    let formula = cell
        .trim_start_matches([' ', '\u{a0}'])
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', ';', '\r', '\n', '\'']) || cell.trim() != cell {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// Returns tables as a workbook (Office Open XML). Each cell is text, whatever it begins with; the same tables and
/// moment give the same bytes.
pub(crate) fn xlsx(sheets: &[Sheet], title: &str, at: Timestamp) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_timestamp(at.as_second())?;
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    let head = Format::new().set_bold().set_text_wrap();
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
    for sheet in sheets {
        fill(workbook.add_worksheet(), sheet, &head, &body)?;
    }
    workbook.save_to_buffer()
}

fn fill(worksheet: &mut Worksheet, sheet: &Sheet, head: &Format, body: &Format) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?;
    worksheet.set_freeze_panes(1, 0)?;
    for (column, (name, width)) in (0u16..).zip(&sheet.head) {
        worksheet.set_column_width(column, f64::from(*width))?;
        worksheet.write_string_with_format(0, column, name, head)?;
    }
    for (line, row) in (1u32..).zip(&sheet.rows) {
        for (column, cell) in (0u16..).zip(row) {
            let cell: String = cell.chars().take(LONGEST).collect();
            worksheet.write_string_with_format(line, column, cell, body)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(cells: &[&str]) -> Sheet {
        Sheet {
            name: "One".into(),
            head: vec![("Title".into(), 20); cells.len()],
            rows: vec![cells.iter().map(|cell| (*cell).to_owned()).collect()],
        }
    }

    #[test]
    fn what_would_run_as_a_formula_is_text_in_csv() {
        let file = String::from_utf8(csv(&sheet(&[
            "=HYPERLINK(\"http://x\")",
            "+1",
            "-1",
            "@x",
            "\tx",
            " =x",
            "a=b",
            "one, two",
        ])))
        .unwrap();
        let row = file.lines().nth(1).unwrap();
        assert_eq!(
            row,
            "\"'=HYPERLINK(\"\"http://x\"\")\",\"'+1\",\"'-1\",\"'@x\",\"'\tx\",\"' =x\",a=b,\"one, two\""
        );
    }

    #[test]
    fn every_cell_of_a_workbook_is_text() {
        let at = "2026-10-12T09:41:00Z".parse().unwrap();
        let file = xlsx(&[sheet(&["=HYPERLINK(\"http://x\")", "12", "\u{1}"])], "Log", at).unwrap();
        assert_eq!(file, xlsx(&[sheet(&["=HYPERLINK(\"http://x\")", "12", "\u{1}"])], "Log", at).unwrap());
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
        let mut read = |name: &str| {
            let mut text = String::new();
            std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut text).unwrap();
            text
        };
        let cells = read("xl/worksheets/sheet1.xml");
        assert!(!cells.contains("<f>") && !cells.contains("<f "), "{cells}");
        assert_eq!(cells.matches("t=\"s\"").count(), 6, "each names a shared text: {cells}");
        assert!(read("xl/sharedStrings.xml").contains("=HYPERLINK("));
    }
}
