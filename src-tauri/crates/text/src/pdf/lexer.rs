//! The instructions of a page, token by token.

/// A token of a page's instructions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Token<'a> {
    Number(f64),
    /// A string as it is written, without its brackets.
    Literal(&'a [u8]),
    /// A string of hexadecimal digits, without its brackets.
    Hexadecimal(&'a [u8]),
    /// A name as it is written, without its slash.
    Name(&'a [u8]),
    /// A list as it is written, without its brackets.
    List(&'a [u8]),
    Dictionary,
    Operator(&'a [u8]),
}

/// Goes through instructions; whatever they are, it moves forward and ends.
pub(super) struct Lexer<'a> {
    rest: &'a [u8],
}

impl<'a> Lexer<'a> {
    pub(super) fn new(content: &'a [u8]) -> Self {
        Self { rest: content }
    }

    /// Goes on behind the data of a picture that stands among the instructions.
    pub(super) fn skip_picture(&mut self) {
        let mut from = 0;
        while let Some(found) = memchr::memmem::find(self.rest.get(from..).unwrap_or_default(), b"EI") {
            let at = from + found;
            let before = at.checked_sub(1).and_then(|before| self.rest.get(before));
            let after = self.rest.get(at + 2..).unwrap_or_default();
            let apart = |byte: Option<&u8>| byte.is_none_or(|byte| is_space(*byte));
            let reads_on = after.iter().take(12).all(|byte| matches!(byte, 0x20..=0x7e) || is_space(*byte));
            if apart(before) && apart(after.first()) && reads_on {
                self.rest = after;
                return;
            }
            from = at + 2;
        }
        self.rest = &[];
    }

    fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at_checked(count).unwrap_or((self.rest, &[]));
        self.rest = rest;
        taken
    }

    fn regular(&mut self) -> &'a [u8] {
        let end = self.rest.iter().position(|byte| !is_regular(*byte)).unwrap_or(self.rest.len());
        self.take(end)
    }

    /// Takes what stands before the bracket that closes, and the bracket.
    fn enclosed(&mut self, end: Option<usize>) -> &'a [u8] {
        let inside = self.take(end.unwrap_or(self.rest.len()));
        self.take(1);
        inside
    }
}

impl<'a> Iterator for Lexer<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let first = *self.rest.first()?;
            match first {
                b'(' => {
                    self.take(1);
                    let end = closing(self.rest, b'(', b')');
                    return Some(Token::Literal(self.enclosed(end)));
                }
                b'<' if self.rest.get(1) == Some(&b'<') => {
                    self.take(2);
                    self.skip_dictionary();
                    return Some(Token::Dictionary);
                }
                b'<' => {
                    self.take(1);
                    let end = memchr::memchr(b'>', self.rest);
                    return Some(Token::Hexadecimal(self.enclosed(end)));
                }
                b'[' => {
                    self.take(1);
                    let end = closing(self.rest, b'[', b']');
                    return Some(Token::List(self.enclosed(end)));
                }
                b'/' => {
                    self.take(1);
                    return Some(Token::Name(self.regular()));
                }
                b'%' => {
                    let end = memchr::memchr2(b'\n', b'\r', self.rest).unwrap_or(self.rest.len());
                    self.take(end);
                }
                byte if is_regular(byte) => {
                    let word = self.regular();
                    return Some(number(word).map_or(Token::Operator(word), Token::Number));
                }
                _ => {
                    self.take(1);
                }
            }
        }
    }
}

impl Lexer<'_> {
    fn skip_dictionary(&mut self) {
        let mut depth = 1_usize;
        while let Some(first) = self.rest.first() {
            let pair = self.rest.get(..2);
            match (first, pair) {
                (_, Some(b"<<")) => {
                    depth += 1;
                    self.take(2);
                }
                (_, Some(b">>")) => {
                    depth -= 1;
                    self.take(2);
                }
                (b'(', _) => {
                    self.take(1);
                    let end = closing(self.rest, b'(', b')');
                    self.enclosed(end);
                }
                _ => {
                    self.take(1);
                }
            }
            if depth == 0 {
                return;
            }
        }
    }
}

/// Returns where the bracket closes that was opened before `bytes`; strings within lists count as a whole.
fn closing(bytes: &[u8], open: u8, close: u8) -> Option<usize> {
    let (mut depth, mut at) = (1_usize, 0);
    while let Some(byte) = bytes.get(at) {
        match *byte {
            b'\\' => at += 1,
            b'(' if open != b'(' => at += closing(bytes.get(at + 1..)?, b'(', b')')? + 1,
            byte if byte == open => depth += 1,
            byte if byte == close => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// Returns the bytes of a string as it is written between brackets.
pub(super) fn literal(written: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(written.len());
    let mut rest = written.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        match rest.next() {
            Some(b'n') => bytes.push(b'\n'),
            Some(b'r') => bytes.push(b'\r'),
            Some(b't') => bytes.push(b'\t'),
            Some(b'b') => bytes.push(8),
            Some(b'f') => bytes.push(12),
            // The line goes on.
            Some(b'\r') => {
                rest.next_if_eq(&b'\n');
            }
            Some(b'\n') | None => {}
            Some(first @ b'0'..=b'7') => {
                let mut code = u32::from(first - b'0');
                for _ in 0..2 {
                    if let Some(next) = rest.next_if(|next| matches!(next, b'0'..=b'7')) {
                        code = code * 8 + u32::from(next - b'0');
                    }
                }
                bytes.push((code & 0xff) as u8);
            }
            Some(other) => bytes.push(other),
        }
    }
    bytes
}

/// Returns the bytes that hexadecimal digits stand for.
pub(super) fn hexadecimal(written: &[u8]) -> Vec<u8> {
    let mut digits = written.iter().filter_map(|byte| char::from(*byte).to_digit(16));
    let mut bytes = Vec::with_capacity(written.len() / 2);
    while let Some(high) = digits.next() {
        bytes.push((high * 16 + digits.next().unwrap_or(0)) as u8);
    }
    bytes
}

/// Returns the bytes of a name as it is written after its slash.
pub(super) fn name(written: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(written.len());
    let mut at = 0;
    while let Some(byte) = written.get(at) {
        let digits = written
            .get(at + 1..at + 3)
            .filter(|digits| *byte == b'#' && digits.iter().all(u8::is_ascii_hexdigit));
        match digits {
            Some(digits) => {
                bytes.extend(hexadecimal(digits));
                at += 3;
            }
            None => {
                bytes.push(*byte);
                at += 1;
            }
        }
    }
    bytes
}

fn number(word: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(word).ok()?;
    let numeric = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.'));
    if !numeric || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().or(Some(0.0))
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !b"()<>[]{}/%".contains(&byte)
}
