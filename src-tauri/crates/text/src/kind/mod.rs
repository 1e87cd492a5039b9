//! What a file is, by its name and its first bytes, trusting neither.

mod category;
mod content;
mod extension;
#[cfg(test)]
mod tests;

pub use category::Category;
use content::{Content, Form};

/// How many bytes at the start of a file [`kind_of`] looks at.
pub const HEAD: usize = 4096;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Kind {
    category: Category,
    preview: Preview,
}

/// How a file may be shown in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Preview {
    /// As a picture.
    Picture,
    /// As the pages of a PDF document.
    Pdf,
    /// As plain text, see [`text_preview`](crate::text_preview).
    Text,
    /// Not at all.
    None,
}

impl Kind {
    /// Returns the sort of file.
    #[must_use]
    pub fn category(&self) -> Category {
        self.category
    }

    /// Returns a stable name in kebab case, to store and to translate by: `docx`, `old-office`, `runnable`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.category.name()
    }

    /// Returns plain English words for people: `Word document`, `program or script`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        self.category.word()
    }

    /// Returns the media type to serve the file under.
    ///
    /// It never names a type that a web view would run: web pages, SVG and scripts are `application/octet-stream`.
    #[must_use]
    pub fn media_type(&self) -> &'static str {
        self.category.media_type()
    }

    /// Returns whether a system may carry the file out when it is opened.
    #[must_use]
    pub fn is_runnable(&self) -> bool {
        self.category == Category::Runnable
    }

    /// Returns how the file may be shown: as more than nothing only where its name and its bytes agree.
    ///
    /// Scripts and web pages may be shown as the text they are written in, which runs nothing.
    #[must_use]
    pub fn preview(&self) -> Preview {
        self.preview
    }

    /// Returns whether [`words`](crate::words) reads files of this kind; of others it gives no words.
    #[must_use]
    pub fn has_words(&self) -> bool {
        use Category::{Csv, Docx, Markdown, Pdf, Text, Xlsx};
        matches!(self.category, Pdf | Text | Markdown | Csv | Docx | Xlsx)
    }
}

/// Returns what the file called `name` is, whose first bytes are `head`.
///
/// Of `head` the first [`HEAD`] bytes count; fewer are fine where the file is shorter. Of `name` the part after the last
/// slash or backslash counts. Where either says that a system might run the file, it is [`Category::Runnable`]. Where
/// they contradict each other otherwise, it is [`Category::Unknown`].
#[must_use]
pub fn kind_of(name: &str, head: &[u8]) -> Kind {
    let content = Content::of(head.get(..HEAD).unwrap_or(head));
    let named = extension::category(&extension::of(name));
    let category = agreed(named, content);
    Kind { category, preview: preview(category, named, content) }
}

fn agreed(named: Option<Category>, content: Content) -> Category {
    use Category::{
        Archive, Audio, Bmp, Csv, Docx, Email, Gif, Jpeg, Markdown, OldOffice, OpenDocument, Pdf, Png, Pptx,
        RichText, Runnable, Text, Unknown, Video, Webp, Xlsx,
    };
    let Some(named) = named else { return unnamed(content) };
    let agrees = match named {
        Runnable => return Runnable,
        _ if content.form == Form::Program => return Runnable,
        Text if content.form == Form::Page => return Runnable,
        // A picture in the wrong coat is still a picture.
        Png | Jpeg | Gif | Webp | Bmp => {
            return match content.form {
                Form::Known(category) if category.is_picture() => category,
                _ => Unknown,
            };
        }
        Pdf | RichText => content.form == Form::Known(named),
        Text | Markdown | Csv => content.is_text,
        // Office wraps a document that has a password into the container of its old formats.
        Docx | Xlsx | Pptx => matches!(content.form, Form::Zip | Form::Compound),
        OpenDocument => content.form == Form::Zip,
        OldOffice => content.form == Form::Compound,
        Email => content.is_text || content.form == Form::Compound,
        Archive => matches!(content.form, Form::Zip | Form::Known(Archive) | Form::Other),
        Audio | Video => matches!(content.form, Form::Known(Audio | Video) | Form::Other),
        Unknown => false,
    };
    if agrees { named } else { Unknown }
}

/// What a file is of whose name nothing can be told.
fn unnamed(content: Content) -> Category {
    match content.form {
        Form::Program | Form::Page => Category::Runnable,
        Form::Known(category) => category,
        Form::Zip => Category::Archive,
        Form::Compound => Category::Unknown,
        Form::Other if content.is_text && !content.is_empty => Category::Text,
        Form::Other => Category::Unknown,
    }
}

fn preview(category: Category, named: Option<Category>, content: Content) -> Preview {
    match category {
        Category::Pdf if named.is_some() => Preview::Pdf,
        _ if category.is_picture() && named.is_some() => Preview::Picture,
        Category::Text | Category::Markdown | Category::Csv | Category::Email | Category::Runnable
            if content.is_text =>
        {
            Preview::Text
        }
        _ => Preview::None,
    }
}
