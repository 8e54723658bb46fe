//! A folder of its own for each test, with the real binary and the real git in it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use gainsay::comparison::{
    ArticleRow, Comparison, Finding, NotShown, SCHEMA, Side, Slot, Tool, Verdict,
};
use gainsay::gate::identity;

/// A folder that goes when the test ends.
pub(crate) struct World {
    folder: tempfile::TempDir,
}

/// How a run ended and what it said.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl World {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        Self { folder }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        let parent = path.parent().expect("a file lies in a folder");
        std::fs::create_dir_all(parent).expect("the folder can be made");
        std::fs::write(path, text).expect("the file can be written");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect("the file is there")
    }

    /// Runs gainsay in the folder; the words of `line` are its arguments.
    pub(crate) fn gainsay(&self, line: &str) -> Ran {
        self.run(&line.split(' ').collect::<Vec<_>>(), &[])
    }

    pub(crate) fn run(&self, args: &[&str], variables: &[(&str, &str)]) -> Ran {
        let output = self.command(args).envs(variables.iter().copied()).output();
        ran(output.expect("gainsay runs"))
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.args(args).current_dir(self.folder.path());
        command
            .env_remove("CI")
            .env("NO_COLOR", "1")
            .stdin(Stdio::null());
        command
    }

    /// Runs gainsay in a folder below.
    pub(crate) fn gainsay_in(&self, folder: &str, line: &str) -> Ran {
        let mut command = self.command(&line.split(' ').collect::<Vec<_>>());
        ran(command
            .current_dir(self.path(folder))
            .output()
            .expect("gainsay runs"))
    }

    pub(crate) fn git(&self, line: &str) -> String {
        let mut command = Command::new("git");
        command.args([
            "-c",
            "user.name=A Tester",
            "-c",
            "user.email=tester@example.org",
        ]);
        command
            .args(line.split(' '))
            .current_dir(self.folder.path());
        command
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null");
        let ran = ran(command.output().expect("git runs"));
        assert_eq!(ran.code, Some(0), "git {line}: {}{}", ran.out, ran.err);
        ran.out
    }

    /// Writes a report that `--report` takes.
    pub(crate) fn report(&self, name: &str, lines: &[&str]) -> Comparison {
        let comparison = comparison(lines);
        let text = serde_json::to_string(&comparison).expect("a comparison is JSON");
        self.write(name, &text);
        comparison
    }
}

fn ran(output: Output) -> Ran {
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// A comparison out of `question: 12 a, 14 b` lines: the letters are sources, each an article of one line. A line
/// `- c` adds an article that disagrees with nobody.
pub(crate) fn comparison(lines: &[&str]) -> Comparison {
    let mut articles: BTreeMap<&str, ArticleRow> = BTreeMap::new();
    let mut findings = Vec::new();
    for line in lines {
        let (question, answers) = line.split_once(": ").unwrap_or(("", line));
        let answers: Vec<(&str, &str)> = answers
            .split(", ")
            .flat_map(|answer| {
                let (value, sources) = answer.split_once(' ').expect("value sources");
                sources.split(' ').map(move |source| (source, value))
            })
            .collect();
        for (source, _) in &answers {
            articles.entry(source).or_insert_with(|| article(source));
        }
        if !question.is_empty() {
            findings.push(finding(question, &answers));
        }
    }
    Comparison {
        schema: SCHEMA.to_owned(),
        tool: Tool {
            name: "gainsay".to_owned(),
            version: "0.0.0".to_owned(),
        },
        articles: articles.into_values().collect(),
        facts: vec![],
        findings,
        not_shown: NotShown::default(),
    }
}

fn article(source: &str) -> ArticleRow {
    ArticleRow {
        id: format!("id-{source}"),
        key: source.to_owned(),
        path: format!("./news/{source} 1.md"),
        source: Some(source.to_uppercase()),
        title: None,
        date: None,
        url: None,
        story: "news".to_owned(),
        claims: 1,
        sentences: 1,
        unread_sentences: 0,
    }
}

fn finding(question: &str, answers: &[(&str, &str)]) -> Finding {
    let rule = "quantity-conflict";
    let sides = answers.iter().map(|(source, value)| {
        let quote = format!("{question} <{value}>");
        Side {
            article: format!("id-{source}"),
            start: 0,
            end: quote.len(),
            line: 3,
            column: 5,
            quote,
            value: (*value).to_owned(),
            said: (*value).to_owned(),
            holder: None,
        }
    });
    Finding {
        fingerprint: identity::fingerprint(None, rule, question, answers),
        key: identity::key(None, rule, question),
        rule: rule.to_owned(),
        verdict: Verdict::Contradiction,
        slot: Slot::Quantity,
        confidence: 0.9,
        fact: "f1".to_owned(),
        question: question.to_owned(),
        explanation: format!("{question}: the answers exclude each other"),
        decided_by: None,
        sides: sides.collect(),
    }
}

/// Every file below a folder that is not git's, with its bytes.
pub(crate) fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() && !path.ends_with(".git") {
            found.extend(files(&path));
        } else if path.is_file() {
            let bytes = std::fs::read(&path).expect("it can be read");
            found.insert(path, bytes);
        }
    }
    found
}
