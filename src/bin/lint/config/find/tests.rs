//! What applies where, in folders made for it.

use std::fs;

use super::*;

/// A tree of folders, gone with the test.
struct Tree(PathBuf);

impl Tree {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let root = std::env::temp_dir().join(format!("paktlint-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        let root = (fs::create_dir_all(&root), fs::canonicalize(&root)).1.unwrap();
        // What lies above must not count.
        fs::create_dir(root.join(".git")).unwrap();
        for (path, text) in files {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Self(root)
    }

    fn of(&self, configs: &Configs, path: &str) -> String {
        let config = configs.of_path(&self.0.join(path));
        let file = config.file.as_ref().map(|file| PathBuf::from(file.name()));
        file.map_or_else(|| "-".to_owned(), |file| file.strip_prefix(&self.0).unwrap_or(&file).to_string_lossy().into_owned())
    }
}

impl Drop for Tree {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const TREE: &[(&str, &str)] = &[
    ("paktlint.toml", "fail-on = 'warning'"),
    ("plan.yaml", ""),
    ("a/b/plan.yaml", ""),
    ("own/paktlint.toml", ""),
    ("own/deep/plan.yaml", ""),
    ("project/.git/HEAD", ""),
    ("project/plans/plan.yaml", ""),
    ("worktree/.git", "gitdir: elsewhere"),
    ("worktree/plan.yaml", ""),
    ("both/.git/HEAD", ""),
    ("both/paktlint.toml", ""),
    ("both/plan.yaml", ""),
    ("folder/paktlint.toml/x", ""),
];

#[test]
fn the_nearest_upward_applies() {
    let tree = Tree::new("nearest", TREE);
    let table = [
        ("plan.yaml", "paktlint.toml"),
        ("", "paktlint.toml"),
        ("a/b/plan.yaml", "paktlint.toml"),
        ("a/b", "paktlint.toml"),
        ("a/./b/../../own/deep/plan.yaml", "own/paktlint.toml"),
        ("own", "own/paktlint.toml"),
        ("own/missing.yaml", "own/paktlint.toml"),
        ("own/missing/also.yaml", "own/paktlint.toml"),
        // A working copy of Git takes over nothing from around it, whether its `.git` is a folder or a file.
        ("project/plans/plan.yaml", "-"),
        ("worktree/plan.yaml", "-"),
        ("both/plan.yaml", "both/paktlint.toml"),
        ("folder/plan.yaml", "folder/paktlint.toml"),
    ];
    let configs = Configs::default();
    for (path, expected) in table {
        assert_eq!(tree.of(&configs, path), expected, "{path}");
        assert_eq!(tree.of(&Configs::default(), path), expected, "{path} alone");
    }
    assert_eq!(configs.read().len(), 4, "each is read once");
    let of = |path: &str| configs.of_path(&tree.0.join(path));
    assert!(Arc::ptr_eq(&of("plan.yaml"), &of("a/b/plan.yaml")));
    assert_eq!(of("folder").problems.len(), 1, "a folder of that name is told");
}

#[test]
fn flags_settle_it() {
    let tree = Tree::new("flags", TREE);
    let with = |args: &[&str]| {
        let args = <crate::args::Args as clap::Parser>::try_parse_from(std::iter::once("lint").chain(args.iter().copied())).unwrap();
        Configs::new(&args.common)
    };
    let own = tree.0.join("own/paktlint.toml");
    let configs = with(&["--config", own.to_str().unwrap()]);
    assert_eq!(tree.of(&configs, "plan.yaml"), "own/paktlint.toml");
    assert_eq!(tree.of(&configs, "project/plans/plan.yaml"), "own/paktlint.toml");
    assert_eq!(configs.of_path(&tree.0).folder, tree.0.join("own"));
    assert_eq!(tree.of(&with(&["--no-config"]), "plan.yaml"), "-");
    for wrong in ["own", "nowhere.toml", "own/nowhere/x.toml"] {
        let path = tree.0.join(wrong);
        let configs = with(&["--config", path.to_str().unwrap()]);
        assert_eq!(configs.of_path(&tree.0).problems.len(), 1, "{wrong}");
    }
}

#[test]
fn a_file_that_is_excluded_by_the_configuration_of_its_folder() {
    let files = [
        ("paktlint.toml", "exclude = ['archiv/', '*.entwurf.yaml', '/nur-hier.yaml', 'a/**/c.yaml', '!archiv/']"),
        ("own/paktlint.toml", "exclude = 'x.yaml'"),
        ("unlike/paktlint.toml", "exclude = ['archiv/', '!wichtig.yaml']"),
    ];
    let tree = Tree::new("exclude", &files);
    let table = [
        ("archiv", true, false),
        ("a.entwurf.yaml", false, true),
        ("deep/a.entwurf.yaml", false, true),
        ("nur-hier.yaml", false, true),
        ("deep/nur-hier.yaml", false, false),
        ("a/c.yaml", false, true),
        ("a/b/b/c.yaml", false, true),
        ("own/x.yaml", false, true),
        ("own/a.entwurf.yaml", false, false),
        ("unlike/archiv", true, true),
        ("unlike/archiv", false, false),
        ("unlike/deep/archiv", true, true),
        ("unlike/wichtig.yaml", false, false),
    ];
    let configs = Configs::default();
    for (path, is_dir, expected) in table {
        let found = configs.exclusion(&tree.0.join(path), is_dir);
        assert_eq!(found.is_some(), expected, "{path}");
        if let Some((config, span)) = found {
            assert!(config.file.as_ref().unwrap().slice(span).starts_with('\''), "{path}: the pattern is shown");
        }
    }
}

#[cfg(unix)]
#[test]
fn links_count_where_they_lie() {
    use std::os::unix::fs::symlink;

    let tree = Tree::new("links", TREE);
    symlink("../own/deep", tree.0.join("a/linked")).unwrap();
    symlink("../own/deep/plan.yaml", tree.0.join("a/plan.yaml")).unwrap();
    let configs = Configs::default();
    assert_eq!(tree.of(&configs, "a/linked/plan.yaml"), "paktlint.toml");
    assert_eq!(tree.of(&configs, "a/plan.yaml"), "paktlint.toml");
    assert_eq!(tree.of(&configs, "a/linked/../plan.yaml"), "own/paktlint.toml", "what turns back does so where it leads");
    // A configuration may be a link; one that leads nowhere is told.
    symlink("../../own/paktlint.toml", tree.0.join("a/b/paktlint.toml")).unwrap();
    symlink("nowhere", tree.0.join("own/deep/paktlint.toml")).unwrap();
    let configs = Configs::default();
    assert_eq!(tree.of(&configs, "a/b/plan.yaml"), "a/b/paktlint.toml");
    assert_eq!(configs.of_path(&tree.0.join("own/deep")).problems.len(), 1);
}

#[test]
fn many_folders_are_looked_into_once() {
    let tree = Tree::new("many", TREE);
    let configs = Configs::default();
    let first = configs.of_folder(&tree.0.join("a"));
    fs::remove_file(tree.0.join("paktlint.toml")).unwrap();
    for number in 0..10_000 {
        let config = configs.of(&Input::File(tree.0.join(format!("a/n{}/plan{number}.yaml", number % 100))));
        assert!(Arc::ptr_eq(&config, &first));
    }
    assert_eq!(configs.read().len(), 1);
}
