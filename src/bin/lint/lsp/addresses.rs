//! Between the addresses by which editors call files, and paths.

use std::path::{Path, PathBuf, absolute};
use std::str::FromStr;

use lsp_types::Uri;

/// The path of a file; none for what is no file on this computer.
pub(super) fn path(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_str().split(['?', '#']).next()?;
    let (scheme, rest) = rest.split_once(':')?;
    if !scheme.eq_ignore_ascii_case("file") {
        return None;
    }
    let (host, path) = match rest.strip_prefix("//") {
        Some(rest) => rest.split_at(rest.find('/')?),
        None => ("", rest),
    };
    let path = decoded(path).filter(|path| path.starts_with('/') && !path.contains('\0'))?;
    let on_windows = cfg!(windows);
    match (host, drive(&path)) {
        ("" | "localhost", Some(drive)) if on_windows => Some(PathBuf::from(drive)),
        ("" | "localhost", _) => Some(PathBuf::from(path)),
        (host, _) if on_windows => Some(PathBuf::from(format!("//{host}{path}"))),
        _ => None,
    }
}

/// The address of a file.
pub(super) fn uri(path: &Path) -> Option<Uri> {
    let path = absolute(path).ok()?;
    let path = path.to_str()?.replace('\\', if cfg!(windows) { "/" } else { "\\" });
    let encoded: String = path.bytes().map(encoded).collect();
    let (host, root) = match encoded.strip_prefix("//") {
        Some(share) if cfg!(windows) => ("", share),
        _ if encoded.starts_with('/') => ("", encoded.as_str()),
        _ => ("/", encoded.as_str()),
    };
    Uri::from_str(&format!("file://{host}{root}")).ok()
}

/// `C:/…` from `/C:/…`.
fn drive(path: &str) -> Option<&str> {
    let path = path.strip_prefix('/')?;
    let mut begin = path.bytes();
    (begin.next().is_some_and(|letter| letter.is_ascii_alphabetic()) && begin.next() == Some(b':')).then_some(path)
}

/// The text that percent signs stand for; none where it is no UTF-8.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&digits).ok().filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn encoded(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"/-._~:".contains(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_paths() {
        let table = [
            ("file:///a/b.yaml", Some("/a/b.yaml")),
            ("file:///a/pl%C3%A4ne%20%2350/b.yaml", Some("/a/pläne #50/b.yaml")),
            ("FILE://localhost/a", Some("/a")),
            ("file:/a", Some("/a")),
            ("file:///a?b#c", Some("/a")),
            ("file://server/share/a", if cfg!(windows) { Some("//server/share/a") } else { None }),
            ("file:///c%3A/a", if cfg!(windows) { Some("c:/a") } else { Some("/c:/a") }),
            ("untitled:Untitled-1", None),
            ("file:///%FF", None),
            ("file:///a%00b", None),
            ("https://example.org/a", None),
        ];
        for (address, expected) in table {
            assert_eq!(path(&Uri::from_str(address).unwrap()), expected.map(PathBuf::from), "{address}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn there_and_back() {
        for name in ["/a/b.yaml", "/pläne/zwei drei#%?.yaml", "/a\\b/\u{1f600}"] {
            let uri = uri(Path::new(name)).unwrap();
            assert_eq!(path(&uri), Some(PathBuf::from(name)), "{}", uri.as_str());
        }
    }
}
