//! The picture in the system's clipboard. Not every web view shows it to the page where somebody pastes it.

use annexe_api::Failure;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use tauri::AppHandle;
use tauri::image::Image;
use tauri_plugin_clipboard_manager::ClipboardExt as _;

/// Returns the picture that the clipboard holds, as PNG in Base64; nothing where it holds none.
///
/// # Errors
/// Where the picture can't be written as PNG.
pub(crate) fn picture(app: &AppHandle) -> Result<Option<String>, Failure> {
    // That there is no picture and that the clipboard can't be read are told alike.
    let Ok(picture) = app.clipboard().read_image() else { return Ok(None) };
    match as_png(&picture) {
        Ok(bytes) => Ok(Some(STANDARD.encode(bytes))),
        Err(error) => Err(Failure {
            code: "picture-not-read".into(),
            message: format!("The picture in the clipboard can't be used ({error})"),
            hint: Some("Save it as a file, and add that.".into()),
            field: None,
        }),
    }
}

fn as_png(picture: &Image<'_>) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header()?.write_image_data(picture.rgba())?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_keeps_its_every_dot() {
        let dots = [255, 0, 0, 255, 0, 255, 0, 128];
        let bytes = as_png(&Image::new(&dots, 2, 1)).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let mut read = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut read).unwrap();
        assert_eq!(read, dots);
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert!(as_png(&Image::new(&[0; 3], 2, 1)).is_err());
    }
}
