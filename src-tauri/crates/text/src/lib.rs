//! The words inside documents: PDF, DOCX, XLSX, Markdown and plain text.
