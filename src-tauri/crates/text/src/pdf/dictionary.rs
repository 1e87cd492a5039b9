//! The dictionary of a stream, as far as it says how the stream is packed.

use memchr::memmem;

/// How a stream is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    /// Not at all, or in a way that only ever shrinks when it is unpacked.
    Plain,
    Deflated,
    /// Deflated, then written in 85 letters.
    DeflatedAscii,
    /// In any way; it is a picture or an attachment.
    Needless,
}

/// Reads the dictionary that ends at the end of `before`, or nothing where it is not as plain as a dictionary of a
/// stream is.
///
/// It is strict, so that no other reading of the same bytes gives another dictionary: no comments, nothing unbalanced,
/// no escapes outside of strings.
pub(super) fn describe(before: &[u8], is_start: bool) -> Option<Packing> {
    let object = memmem::rfind(before, b"obj")?;
    if !starts_line(before.get(..object)?, is_start) {
        return None;
    }
    let tokens = tokens(before.get(object + 3..)?)?;
    let mut filters: Option<Vec<&[u8]>> = None;
    let (mut needless, mut parameters) = (false, false);
    let mut depth = 0_usize;
    let names: Vec<Vec<u8>> = tokens.iter().map(|token| token.name().unwrap_or_default()).collect();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Open => depth += 1,
            Token::Close => depth = depth.checked_sub(1)?,
            Token::Name(_) if depth == 1 => {
                let name = names.get(at)?.as_slice();
                match name {
                    b"DecodeParms" | b"DP" => parameters = true,
                    b"Image" | b"EmbeddedFile" | b"Metadata" => needless = true,
                    // The short form, or the name of a file outside.
                    b"F" => return None,
                    b"Filter" if filters.is_some() => return None,
                    b"Filter" => filters = Some(filter_names(&tokens, &names, at + 1)?),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    if depth != 0 {
        return None;
    }
    if needless {
        return Some(Packing::Needless);
    }
    match filters.unwrap_or_default().as_slice() {
        [] | [b"ASCIIHexDecode" | b"AHx" | b"ASCII85Decode" | b"A85"] => Some(Packing::Plain),
        [b"FlateDecode" | b"Fl"] => Some(Packing::Deflated),
        [b"ASCII85Decode", b"FlateDecode" | b"Fl"] if !parameters => Some(Packing::DeflatedAscii),
        _ => None,
    }
}

/// Returns whether `before` ends with the two numbers of an object at the start of a line, where no comment reaches.
fn starts_line(before: &[u8], is_start: bool) -> bool {
    let mut rest = before;
    for _ in 0..2 {
        let spaces = rest.iter().rev().take_while(|byte| **byte == b' ').count();
        rest = rest.get(..rest.len() - spaces).unwrap_or_default();
        let digits = rest.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            return false;
        }
        rest = rest.get(..rest.len() - digits).unwrap_or_default();
    }
    rest.last().map_or(is_start, |last| matches!(last, b'\n' | b'\r'))
}

fn filter_names<'n>(tokens: &[Token<'_>], names: &'n [Vec<u8>], at: usize) -> Option<Vec<&'n [u8]>> {
    match tokens.get(at)? {
        Token::Name(_) => Some(vec![names.get(at)?.as_slice()]),
        Token::ListOpen => {
            let mut found = Vec::new();
            for (token, name) in tokens.iter().zip(names).skip(at + 1) {
                match token {
                    Token::Name(_) => found.push(name.as_slice()),
                    Token::ListClose => return Some(found),
                    _ => return None,
                }
            }
            None
        }
        _ => None,
    }
}

enum Token<'a> {
    Open,
    Close,
    ListOpen,
    ListClose,
    Name(&'a [u8]),
    Other,
}

impl Token<'_> {
    fn name(&self) -> Option<Vec<u8>> {
        match self {
            Self::Name(letters) => Some(spelt(letters).collect()),
            Self::Open | Self::Close | Self::ListOpen | Self::ListClose | Self::Other => None,
        }
    }
}

fn tokens(bytes: &[u8]) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        rest = match first {
            b'<' if after.first() == Some(&b'<') => {
                tokens.push(Token::Open);
                after.get(1..)?
            }
            b'>' if after.first() == Some(&b'>') => {
                tokens.push(Token::Close);
                after.get(1..)?
            }
            b'<' => {
                let end = memchr::memchr(b'>', after)?;
                if !after
                    .get(..end)?
                    .iter()
                    .all(|byte| byte.is_ascii_hexdigit() || byte.is_ascii_whitespace())
                {
                    return None;
                }
                tokens.push(Token::Other);
                after.get(end + 1..)?
            }
            b'(' => {
                tokens.push(Token::Other);
                after.get(string_end(after)?..)?
            }
            b'[' => {
                tokens.push(Token::ListOpen);
                after
            }
            b']' => {
                tokens.push(Token::ListClose);
                after
            }
            b'/' => {
                let end = after.iter().position(|byte| !is_regular(*byte)).unwrap_or(after.len());
                let name = after.get(..end)?;
                if name.contains(&b'\\') {
                    return None;
                }
                tokens.push(Token::Name(name));
                after.get(end..)?
            }
            b'>' | b')' | b'{' | b'}' | b'%' | b'\\' => return None,
            byte if is_regular(*byte) => {
                let end = after.iter().position(|byte| !is_regular(*byte)).unwrap_or(after.len());
                if after.get(..end)?.contains(&b'\\') {
                    return None;
                }
                tokens.push(Token::Other);
                after.get(end..)?
            }
            _ => after,
        };
    }
    matches!((tokens.first(), tokens.last()), (Some(Token::Open), Some(Token::Close))).then_some(tokens)
}

/// Returns where a string ends whose opening bracket stands before `bytes`.
fn string_end(bytes: &[u8]) -> Option<usize> {
    let mut depth = 1_usize;
    let mut escaped = false;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

/// The letters of the name at the start of `bytes`, up to its end.
pub(super) fn spelt(bytes: &[u8]) -> impl Iterator<Item = u8> + '_ {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (first, after) = rest.split_first()?;
        if !is_regular(*first) {
            return None;
        }
        let escaped = match after {
            [high, low, ..] if *first == b'#' => {
                digit(*high).zip(digit(*low)).map(|(high, low)| high * 16 + low)
            }
            _ => None,
        };
        rest = if escaped.is_some() { after.get(2..)? } else { after };
        Some(escaped.unwrap_or(*first))
    })
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

fn is_regular(byte: u8) -> bool {
    !byte.is_ascii_whitespace() && byte != 0 && !b"()<>[]{}/%".contains(&byte)
}
