//! Tokens: the smallest parts of the text of an expression.

use std::ops::Range;

use super::ExprProblem;
use super::sentences as say;
use crate::number::Decimal;
use crate::text::Message;

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Name(String),
    /// A whole number without its sign.
    Int(u64),
    Double(Decimal),
    Text(String),
    Sign(&'static str),
    End,
}

/// Longer signs stand before those that they begin with.
const SIGNS: &[&str] =
    &["&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "+", "-", "*", "/", "%", "?", ":", ".", ",", "(", ")", "[", "]"];

/// What people write out of habit, and what it is here.
const HABITS: &[(&str, &str)] = &[
    ("===", "=="),
    ("<>", "!="),
    ("=<", "<="),
    ("=>", ">="),
    ("=", "=="),
    ("&", "&&"),
    ("|", "||"),
    ("≠", "!="),
    ("≤", "<="),
    ("≥", ">="),
];

/// Splits a text into tokens, an end token last.
pub(super) fn tokens(text: &str) -> Result<Vec<(Token, Range<usize>)>, ExprProblem> {
    let mut lexer = Lexer { text, at: 0 };
    let mut tokens = Vec::with_capacity(text.len() / 4 + 2);
    loop {
        lexer.skip_space();
        let start = lexer.at;
        let token = lexer.token()?;
        let end = token == Token::End;
        tokens.push((token, start..lexer.at));
        if end {
            return Ok(tokens);
        }
    }
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Lexer<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn take_while(&mut self, test: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let len = rest.find(|c| !test(c)).unwrap_or(rest.len());
        self.at += len;
        rest.get(..len).unwrap_or("")
    }

    fn problem(&self, start: usize, message: Message) -> ExprProblem {
        ExprProblem::new(start..self.at, message)
    }

    fn skip_space(&mut self) {
        loop {
            self.take_while(|c| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}'));
            if !self.rest().starts_with("//") {
                return;
            }
            self.take_while(|c| c != '\n');
        }
    }

    fn token(&mut self) -> Result<Token, ExprProblem> {
        let start = self.at;
        let rest = self.rest();
        let Some(first) = self.peek() else { return Ok(Token::End) };
        if first.is_ascii_digit() || (first == '.' && rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit())) {
            return self.number();
        }
        if matches!(first, '"' | '\'') {
            return self.quoted(start, false);
        }
        if first.is_ascii_alphabetic() || first == '_' {
            let name = self.take_while(|c| c.is_ascii_alphanumeric() || c == '_');
            if matches!(self.peek(), Some('"' | '\'')) && matches!(name, "r" | "R") {
                return self.quoted(start, true);
            }
            return Ok(Token::Name(name.to_owned()));
        }
        let begins = |known: &str| known.as_bytes().first() == rest.as_bytes().first() && rest.starts_with(known);
        let sign = SIGNS.iter().find(|sign| begins(sign));
        if let Some((wrong, right)) = HABITS.iter().find(|(wrong, _)| begins(wrong))
            && sign.is_none_or(|sign| sign.len() < wrong.len())
        {
            self.at += wrong.len();
            return Err(self.problem(start, Message::new(&say::UNEXPECTED).with("found", *wrong)).help(write(right)));
        }
        if let Some(sign) = sign {
            self.at += sign.len();
            return Ok(Token::Sign(sign));
        }
        self.take();
        if matches!(first, '{' | '}') {
            return Err(self.problem(start, Message::new(&say::NO_MAPS)));
        }
        let found = self.text.get(start..self.at).unwrap_or("");
        let problem = self.problem(start, Message::new(&say::BAD_CHARACTER).with("found", found));
        Err(match first {
            '„' | '“' | '”' | '‚' | '‘' | '’' | '«' | '»' | '`' => problem.help(Message::new(&say::STRAIGHT_QUOTES)),
            '–' | '−' => problem.help(write("-")),
            '×' | '·' => problem.help(write("*")),
            _ => problem,
        })
    }

    fn number(&mut self) -> Result<Token, ExprProblem> {
        let start = self.at;
        if self.rest().starts_with("0x") {
            self.at += 2;
            let digits = self.take_while(|c| c.is_ascii_alphanumeric() || c == '_');
            let found = self.text.get(start..self.at).unwrap_or("");
            if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
                return Err(self.problem(start, Message::new(&say::BAD_NUMBER).with("found", found)));
            }
            let too_large = |_| self.problem(start, Message::new(&say::NUMBER_TOO_LARGE).with("found", found));
            return u64::from_str_radix(digits, 16).map(Token::Int).map_err(too_large);
        }
        let whole = self.take_while(|c| c.is_ascii_digit());
        let mut fraction = "";
        let mut is_double = false;
        let after_dot = self.rest().strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if after_dot {
            self.at += 1;
            fraction = self.take_while(|c| c.is_ascii_digit());
            is_double = true;
        }
        let mut exponent = 0;
        if let Some(digits) = exponent_at(self.rest()) {
            self.at += 1 + digits.len();
            exponent = digits.trim_start_matches('+').parse().unwrap_or(i32::MAX);
            is_double = true;
        }
        let glued = self.take_while(|c| c.is_alphanumeric() || c == '_');
        let found = self.text.get(start..self.at).unwrap_or("");
        if !glued.is_empty() {
            return Err(self.problem(start, Message::new(&say::BAD_NUMBER).with("found", found)));
        }
        let message = if is_double {
            match exact(whole, fraction, exponent) {
                Ok(number) => return Ok(Token::Double(number)),
                Err(sentence) => Message::new(sentence),
            }
        } else {
            match whole.parse() {
                Ok(int) => return Ok(Token::Int(int)),
                Err(_) => Message::new(&say::NUMBER_TOO_LARGE),
            }
        };
        Err(self.problem(start, message.with("found", found)))
    }

    fn quoted(&mut self, start: usize, raw: bool) -> Result<Token, ExprProblem> {
        let triple = ["\"\"\"", "'''"].into_iter().find(|quote| self.rest().starts_with(quote));
        let quote = triple.unwrap_or(if self.rest().starts_with('"') { "\"" } else { "'" });
        self.at += quote.len();
        let mut text = String::new();
        loop {
            if self.rest().starts_with(quote) {
                self.at += quote.len();
                return Ok(Token::Text(text));
            }
            let here = self.at;
            match self.take() {
                None => return Err(unclosed(start..self.at, quote)),
                Some('\n' | '\r') if triple.is_none() => return Err(unclosed(start..here, quote)),
                Some('\r') => {
                    if self.peek() == Some('\n') {
                        self.take();
                    }
                    text.push('\n');
                }
                Some('\\') if !raw => {
                    let Some(c) = self.escape() else {
                        let found = self.text.get(here..self.at).unwrap_or("");
                        let message = Message::new(&say::BAD_ESCAPE).with("found", found);
                        return Err(self.problem(here, message).help(Message::new(&say::RAW_TEXT)));
                    };
                    text.push(c);
                }
                Some(c) => text.push(c),
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        match self.take()? {
            'a' => Some('\u{7}'),
            'b' => Some('\u{8}'),
            'f' => Some('\u{c}'),
            'n' => Some('\n'),
            'r' => Some('\r'),
            't' => Some('\t'),
            'v' => Some('\u{b}'),
            c @ ('\\' | '?' | '"' | '\'' | '`') => Some(c),
            'x' | 'X' => self.digits(2, 16),
            'u' => self.digits(4, 16),
            'U' => self.digits(8, 16),
            '0'..='3' => {
                self.at -= 1;
                self.digits(3, 8)
            }
            _ => None,
        }
    }

    fn digits(&mut self, count: usize, radix: u32) -> Option<char> {
        let digits = self.rest().get(..count)?;
        if !digits.chars().all(|c| c.is_digit(radix)) {
            return None;
        }
        self.at += count;
        char::from_u32(u32::from_str_radix(digits, radix).ok()?)
    }
}

fn write(sign: &str) -> Message {
    Message::new(&say::WRITE).with("sign", sign)
}

fn unclosed(range: Range<usize>, quote: &str) -> ExprProblem {
    ExprProblem::new(range, Message::new(&say::OPEN_TEXT)).help(Message::new(&say::CLOSE_TEXT).with("sign", quote))
}

/// The sign and digits after an `e`, if there are any.
fn exponent_at(rest: &str) -> Option<&str> {
    let after = rest.strip_prefix(['e', 'E'])?;
    let unsigned = after.strip_prefix(['+', '-']).unwrap_or(after);
    let len = unsigned.find(|c: char| !c.is_ascii_digit()).unwrap_or(unsigned.len());
    if len == 0 { None } else { after.get(..after.len() - unsigned.len() + len) }
}

/// The number `whole.fraction * 10^exponent`, where it is one of a millionth exactly.
fn exact(whole: &str, fraction: &str, exponent: i32) -> Result<Decimal, &'static crate::text::Sentence> {
    let fraction = fraction.trim_end_matches('0');
    let digits = format!("{whole}{fraction}");
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return Ok(Decimal::ZERO);
    }
    let places = i32::try_from(fraction.len()).unwrap_or(i32::MAX);
    let shift = exponent.saturating_sub(places).saturating_add(6);
    // Zeros at the end count as part of the exponent, so that 10000000e-7 is 1.
    let kept = digits.trim_end_matches('0');
    let zeros = i32::try_from(digits.len() - kept.len()).unwrap_or(i32::MAX);
    let shift = shift.saturating_add(zeros);
    if shift < 0 {
        return Err(&say::TOO_MANY_DECIMALS);
    }
    let millionths = kept.parse::<i64>().ok().and_then(|digits| digits.checked_mul(10_i64.checked_pow(shift.unsigned_abs())?));
    millionths.map(Decimal::from_millionths).ok_or(&say::NUMBER_TOO_LARGE)
}
