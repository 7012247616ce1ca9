//! How a report names files for programs that look for them in a folder of their own.
//!
//! Names are texts here: no folder is looked into.

/// From where a run names files, and from where a report shall name them.
#[derive(Clone, Debug, Default)]
pub struct Paths {
    /// The folder of the run, from the root on, with `/`; empty where it is not known.
    pub here: String,
    /// The folder from which files are told, such as that of the repository; empty for the folder of the run.
    pub root: String,
}

impl Paths {
    /// The path of a file from the root folder on, with `/`, and whether it lies in it. What lies elsewhere keeps its name.
    ///
    /// ```
    /// use paktlint::render::Paths;
    ///
    /// let paths = Paths { here: "/home/repository/plans".into(), root: "/home/repository".into() };
    /// assert_eq!(paths.told("../a/./b.yaml"), ("a/b.yaml".into(), true));
    /// assert_eq!(paths.told("/elsewhere/b.yaml"), ("/elsewhere/b.yaml".into(), false));
    /// ```
    #[must_use]
    pub fn told(&self, name: &str) -> (String, bool) {
        let name = name.replace('\\', "/");
        let from = |path: &str| -> Option<Vec<String>> {
            let mut parts = Vec::new();
            for part in path.split('/') {
                match part {
                    "" | "." => {}
                    ".." => {
                        parts.pop()?;
                    }
                    part => parts.push(part.to_owned()),
                }
            }
            Some(parts)
        };
        let whole = if is_absolute(&name) { name.clone() } else { format!("{}/{name}", self.here) };
        let root = if self.root.is_empty() { &self.here } else { &self.root };
        let inside = from(&whole).zip(from(root)).and_then(|(whole, root)| Some(whole.strip_prefix(&root[..])?.join("/")));
        match inside {
            Some(inside) if !inside.is_empty() && (!is_absolute(&name) || !root.is_empty()) => (inside, true),
            _ => (name, false),
        }
    }
}

fn is_absolute(name: &str) -> bool {
    name.starts_with('/') || (name.starts_with(|drive: char| drive.is_ascii_alphabetic()) && name.get(1..3) == Some(":/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_from_the_root() {
        let table = [
            ("", "", "a.yaml", "a.yaml", true),
            ("", "", "./b/../a.yaml", "a.yaml", true),
            ("", "", "../a.yaml", "../a.yaml", false),
            ("", "", "/a.yaml", "/a.yaml", false),
            ("/r", "", "a.yaml", "a.yaml", true),
            ("/r/p", "/r", "a.yaml", "p/a.yaml", true),
            ("/r/p", "/r", "/r/x/a.yaml", "x/a.yaml", true),
            ("/r/p", "/r", "/rx/a.yaml", "/rx/a.yaml", false),
            ("/r/p", "/r", "..\\..\\a.yaml", "../../a.yaml", false),
            ("C:/r/p", "C:/r", "C:\\r\\a.yaml", "a.yaml", true),
            ("/r", "", "<stdin>", "<stdin>", true),
            ("/r/p", "/r", ">:/a.yaml", "p/>:/a.yaml", true),
            ("/r", "", "/r", "/r", false),
        ];
        for (here, root, name, expected, inside) in table {
            let paths = Paths { here: here.into(), root: root.into() };
            assert_eq!(paths.told(name), (expected.to_owned(), inside), "{here} {root} {name}");
        }
    }
}
