//! What every error of Annexe can say for itself.

/// An error that a person meets: what happened, and what to do next.
///
/// `Display` says what happened, in the user's words. The rest is here.
pub trait Explain: std::error::Error {
    /// Returns the name by which a program recognises the error, in kebab case.
    fn code(&self) -> &'static str;

    /// Returns what to do next, where there is something to do.
    fn hint(&self) -> Option<String> {
        None
    }

    /// Returns the argument that was wrong, where one was.
    fn field(&self) -> Option<&'static str> {
        None
    }
}
