//! Bytes a second of the four recognizers together, on one thread, over parsed text: `cargo bench --bench values`.

use std::path::Path;

use divan::Bencher;
use divan::counter::BytesCount;
use gainsay::article::Article;
use gainsay::document::{Document, analyze};
use gainsay::values::capitalized::Capitalized;
use gainsay::values::cut::Cut;
use gainsay::{read, values};
use mimalloc::MiMalloc;

/// The one that the program has.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// A paragraph with no number, name, day or role in it: what the recognizers have to get past.
const NO_CUE: &str = "it rained and the wind was cold, so nobody wanted to walk along the shore. \
    the grass had grown long and wet, and the water in the ditch was brown. \
    what the rain had left behind was soft, and the paths were hard to find. \
    it was quiet there, and the smell of the wood was sweet and heavy.\n";

fn main() {
    divan::main();
}

/// The stories' articles, as they are read.
fn fixtures() -> Vec<Article> {
    let stories = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/stories");
    let mut paths: Vec<_> = std::fs::read_dir(stories)
        .expect("the stories are part of the repository")
        .filter_map(|story| std::fs::read_dir(story.ok()?.path()).ok())
        .flatten()
        .filter_map(|file| Some(file.ok()?.path()))
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    paths
        .iter()
        .filter_map(|path| {
            let bytes = std::fs::read(path).ok()?;
            read::read(&bytes, &path.to_string_lossy(), None).ok()
        })
        .flatten()
        .collect()
}

fn without_a_cue() -> Vec<Article> {
    vec![Article::plain("no-cue", &NO_CUE.repeat(40))]
}

fn parsed(articles: Vec<Article>) -> Vec<(Article, Document)> {
    articles
        .into_iter()
        .map(|article| {
            let document = analyze(&article);
            (article, document)
        })
        .collect()
}

fn measure(bencher: Bencher, articles: Vec<Article>) {
    let parsed = parsed(articles);
    let bytes: usize = parsed.iter().map(|(article, _)| article.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        parsed
            .iter()
            .map(|(article, document)| values::recognize(article, document))
            .collect::<Vec<_>>()
    });
}

#[divan::bench]
fn the_fixtures(bencher: Bencher) {
    measure(bencher, fixtures());
}

#[divan::bench]
fn text_without_a_cue(bencher: Bencher) {
    measure(bencher, without_a_cue());
}

/// Each kind alone, to see where the time goes.
#[divan::bench(args = ["times", "quantities", "places", "entities"])]
fn one_kind(bencher: Bencher, kind: &str) {
    let parsed = parsed(fixtures());
    let bytes: usize = parsed.iter().map(|(article, _)| article.text.len()).sum();
    let count = match kind {
        "times" => {
            |(a, d): &(Article, Document)| values::time::recognize(a, d, &Cut::new(a, d)).len()
        }
        "quantities" => {
            |(a, d): &(Article, Document)| values::quantity::recognize(a, d, &Cut::new(a, d)).len()
        }
        "places" => |(a, d): &(Article, Document)| {
            values::place::recognize(a, d, &Capitalized::new(a, d)).len()
        },
        _ => |(a, d): &(Article, Document)| {
            values::entity::recognize(a, d, &Capitalized::new(a, d)).len()
        },
    };
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| parsed.iter().map(count).sum::<usize>());
}
