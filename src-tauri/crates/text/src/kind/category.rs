//! The sorts of files and what they are called.

/// The sorts of files that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Category {
    /// A picture in the PNG format.
    Png,
    /// A picture in the JPEG format.
    Jpeg,
    /// A picture in the GIF format.
    Gif,
    /// A picture in the WebP format.
    Webp,
    /// A picture in the Windows bitmap format.
    Bmp,
    /// A PDF document.
    Pdf,
    /// Plain text of any sort: notes, logs, JSON, YAML, XML, source code.
    Text,
    /// Markdown.
    Markdown,
    /// A table as comma- or tab-separated values.
    Csv,
    /// A Word document (Office Open XML) without macros.
    Docx,
    /// An Excel workbook (Office Open XML) without macros.
    Xlsx,
    /// A `PowerPoint` presentation (Office Open XML) without macros.
    Pptx,
    /// A document of Word, Excel or `PowerPoint` from before 2007.
    OldOffice,
    /// A text, spreadsheet, presentation or drawing in an `OpenDocument` format.
    OpenDocument,
    /// A rich text document (RTF).
    RichText,
    /// A stored email message.
    Email,
    /// Many files in one, or a compressed one.
    Archive,
    /// Sound.
    Audio,
    /// Moving pictures.
    Video,
    /// Whatever a system may carry out when it is opened: programs, scripts, web pages, documents with macros,
    /// shortcuts, disk images.
    Runnable,
    /// None of these, or a file whose name and content say different things.
    Unknown,
}

impl Category {
    /// Every category.
    pub const ALL: [Self; 21] = [
        Self::Png,
        Self::Jpeg,
        Self::Gif,
        Self::Webp,
        Self::Bmp,
        Self::Pdf,
        Self::Text,
        Self::Markdown,
        Self::Csv,
        Self::Docx,
        Self::Xlsx,
        Self::Pptx,
        Self::OldOffice,
        Self::OpenDocument,
        Self::RichText,
        Self::Email,
        Self::Archive,
        Self::Audio,
        Self::Video,
        Self::Runnable,
        Self::Unknown,
    ];

    pub(super) fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg | Self::Gif | Self::Webp | Self::Bmp)
    }

    /// Returns a stable name in kebab case.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.names().0
    }

    /// Returns plain English words for people.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.names().1
    }

    /// Returns the media type to serve such a file under.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        self.names().2
    }

    fn names(self) -> (&'static str, &'static str, &'static str) {
        const BYTES: &str = "application/octet-stream";
        match self {
            Self::Png => ("png", "PNG picture", "image/png"),
            Self::Jpeg => ("jpeg", "JPEG picture", "image/jpeg"),
            Self::Gif => ("gif", "GIF picture", "image/gif"),
            Self::Webp => ("webp", "WebP picture", "image/webp"),
            Self::Bmp => ("bmp", "bitmap picture", "image/bmp"),
            Self::Pdf => ("pdf", "PDF document", "application/pdf"),
            Self::Text => ("text", "text file", "text/plain"),
            Self::Markdown => ("markdown", "Markdown text", "text/markdown"),
            Self::Csv => ("csv", "CSV table", "text/csv"),
            Self::Docx => (
                "docx",
                "Word document",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ),
            Self::Xlsx => (
                "xlsx",
                "Excel workbook",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
            Self::Pptx => (
                "pptx",
                "PowerPoint presentation",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            ),
            Self::OldOffice => ("old-office", "old Office document", "application/x-ole-storage"),
            Self::OpenDocument => ("open-document", "OpenDocument file", BYTES),
            Self::RichText => ("rich-text", "rich text document", "application/rtf"),
            Self::Email => ("email", "email message", "message/rfc822"),
            Self::Archive => ("archive", "archive file", BYTES),
            Self::Audio => ("audio", "sound recording", BYTES),
            Self::Video => ("video", "video recording", BYTES),
            Self::Runnable => ("runnable", "program or script", BYTES),
            Self::Unknown => ("unknown", "unknown file", BYTES),
        }
    }
}
