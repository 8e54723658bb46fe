//! The HTML report: self-contained, safe with hostile input, small enough. What a browser makes of it is tested in
//! tests/browser.

mod made;

use gainsay::article::Article;
use gainsay::compare::Options;
use gainsay::comparison::Comparison;
use gainsay::export::html::html;
use std::path::{Path, PathBuf};

fn page(comparison: &Comparison, articles: &[Article]) -> String {
    let mut out = Vec::new();
    html(comparison, articles, &mut out).expect("memory takes everything");
    String::from_utf8(out).expect("the page is UTF-8")
}

/// Writes the page where the browser tests look for it.
fn keep(name: &str, page: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report");
    std::fs::create_dir_all(&folder).expect("the target folder takes files");
    std::fs::write(folder.join(format!("{name}.html")), page).expect("the folder was just made");
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

#[test]
fn every_story_gives_a_page_that_asks_for_nothing() {
    let stories =
        std::fs::read_dir(fixtures().join("stories")).expect("the folder is in the repository");
    for story in stories {
        let name = story
            .expect("readable")
            .file_name()
            .to_string_lossy()
            .into_owned();
        let (comparison, articles) = made::annotated::annotated(&fixtures(), &name);
        let page = page(&comparison, &articles);
        keep(&name, &page);
        assert!(page.contains("default-src 'none'"), "{name}");
        for call in [
            "src=", "url(", "@import", "<link", "<base", "fetch(", "style=\"",
        ] {
            assert!(!page.contains(call), "{name} has {call}");
        }
        for fact in &comparison.facts {
            let entry = comparison.findings.iter().find(|f| f.fact == fact.id);
            let shown = entry.is_none_or(|f| page.contains(&format!("id=\"{}\"", f.fingerprint)));
            assert!(shown, "{name}: {} has no card", fact.question);
        }
    }
}

#[test]
fn every_account_is_highlighted_where_it_stands() {
    let (comparison, articles) = made::annotated::annotated(&fixtures(), "leader-train");
    let page = page(&comparison, &articles);
    let entries: usize = comparison.facts.iter().map(|f| f.accounts.len()).sum();
    assert_eq!(page.matches("<span id=\"q").count(), entries);
    assert!(page.contains("role=\"button\">approximately 8:15 a.m.</mark>"));
}

#[test]
fn hostile_text_is_shown_not_obeyed() {
    let attack =
        "\"><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";
    let (mut comparison, mut articles) = made::annotated::annotated(&fixtures(), "heist");
    for row in &mut comparison.articles {
        row.title = Some(attack.to_owned());
        row.source = Some(format!("{attack}{}", row.id));
        row.path = format!("a/{attack}.md");
        row.story = attack.to_owned();
    }
    for fact in &mut comparison.facts {
        fact.question += attack;
        fact.story = attack.to_owned();
        for account in &mut fact.accounts {
            account.said += attack;
            account.value += attack;
            account.quote += attack;
            account.holder = Some(attack.to_owned());
        }
    }
    for finding in &mut comparison.findings {
        finding.explanation += attack;
        finding.rule += attack;
        finding.fingerprint += attack;
    }
    for article in &mut articles {
        let text = article.text.replace("euros", attack);
        *article = Article {
            id: article.id.clone(),
            ..Article::plain("", &text)
        };
    }
    let page = page(&comparison, &articles);
    keep("hostile", &page);
    assert_eq!(page.matches("<script").count(), 1);
    assert!(!page.contains("<img"));
    assert!(!page.contains("=\"\"><"));
}

/// The largest page of a story that is still mailed and opened without a thought.
const MOST: usize = 1_500_000;

/// The page of what the program itself finds in these articles.
fn found(name: &str, articles: &[Article]) {
    let comparison = gainsay::compare(articles, &Options::default());
    let page = page(&comparison, articles);
    assert!(page.len() < MOST, "{name} has {} bytes", page.len());
    keep(&format!("found-{name}"), &page);
}

#[test]
fn what_the_program_finds_is_a_page() {
    let (_, articles) = made::annotated::annotated(&fixtures(), "leader-train");
    found("leader-train", &articles);
    found("fourteen", &fourteen());
}

/// Fourteen accounts of one earthquake: those of the fixture, told again by others with other numbers.
fn fourteen() -> Vec<Article> {
    let (_, articles) = made::annotated::annotated(&fixtures(), "earthquake");
    let told = articles.iter().cycle().take(14).enumerate();
    told.map(|(i, article)| {
        let retelling = u32::try_from(i / articles.len()).expect("a few");
        let source = article.source.as_deref().unwrap_or_default();
        Article {
            id: format!("a{}", i + 1),
            source: Some(format!("{source} {}", i + 1)),
            date: article.date,
            story: "fourteen".to_owned(),
            ..Article::plain(&format!("{i}.txt"), &renumbered(&article.text, retelling))
        }
    })
    .collect()
}

/// The text with the last digit of each number moved on, years left alone.
fn renumbered(text: &str, by: u32) -> String {
    let mut out = String::with_capacity(text.len());
    let mut digits = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        let last = digits.pop().and_then(|digit| digit.to_digit(10));
        out += &digits;
        let by = if digits.len() == 3 { 0 } else { by };
        out.extend(last.and_then(|digit| char::from_digit((digit + by) % 10, 10)));
        digits.clear();
        out.push(c);
    }
    out
}

/// Real stories, which are not in the repository: those that `GAINSAY_STORIES` names, or those beside it.
#[test]
fn stories_from_elsewhere() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/bench/stories");
    let root = std::env::var_os("GAINSAY_STORIES").map_or(beside, PathBuf::from);
    let Ok(golds) = std::fs::read_dir(root.join("gold")) else {
        eprintln!("left out: no stories at {}", root.display());
        return;
    };
    for gold in golds {
        let path = gold.expect("readable").path();
        let name = path
            .file_stem()
            .expect("a file")
            .to_string_lossy()
            .into_owned();
        let (comparison, articles) = made::annotated::annotated(&root, &name);
        let page = page(&comparison, &articles);
        assert!(page.len() < MOST, "{name} has {} bytes", page.len());
        keep(&format!("large-{name}"), &page);
        // The smallest and the largest: what lies between them is no slower.
        if articles.len() <= 2 || articles.len() == 14 {
            found(&name, &articles);
        }
    }
}
