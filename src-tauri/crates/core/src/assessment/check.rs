//! Whether a justification says anything.

/// Formulas that auditors find instead of reasons.
const STOCK_PHRASES: [&str; 12] = [
    "covered by supplier",
    "covered by the supplier",
    "does not apply",
    "n/a",
    "na",
    "no risk",
    "not applicable",
    "not needed",
    "not relevant",
    "not required",
    "too small",
    "we do not develop ai",
];

/// Returns whether a text says no more than a formula.
pub(crate) fn stock_phrase(text: &str) -> bool {
    let plain: String =
        text.to_lowercase().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '/')).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    STOCK_PHRASES.contains(&plain.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_told_from_a_reason() {
        for formula in ["Not applicable.", " N/A ", "We do not develop AI!", "not  relevant"] {
            assert!(stock_phrase(formula), "{formula}");
        }
        assert!(!stock_phrase("Not applicable: the inventory shows bought systems alone."));
    }
}
