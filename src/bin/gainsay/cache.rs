//! `--cache DIR`: what articles were understood as, kept from run to run, so that a run pays for what changed only.
//!
//! An entry is found under the hash of all that it was made from: the program itself (its rules, models and tables) and
//! what the article says. So an entry is never out of date, only no longer asked for, and the folder can be emptied or
//! thrown away at any time. Entries are written aside and renamed, so that runs can share the folder, and begin with a
//! hash of the rest: what is damaged is made anew. A folder that can not be written costs the gain, not the run.

use std::hash::{Hash, Hasher};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use gainsay::article::Article;
use gainsay::compare::Reading;
use gainsay::error::{Error, Result};
use gainsay::export::article::ArticleRecord;
use rustc_hash::FxHasher;
use sha2::{Digest, Sha256};

use crate::args::MessageArgs;
use crate::messages;

/// What can be kept of an article.
pub(crate) trait Kept: Sized {
    /// Tells entries of one kind from those of another.
    const KIND: &'static str;

    /// The bytes to keep; none for what can not be written down.
    fn to_bytes(&self) -> Option<Vec<u8>>;

    /// What was kept; none where the bytes are not of this kind.
    fn of_bytes(bytes: &[u8]) -> Option<Self>;
}

impl Kept for Reading {
    const KIND: &'static str = "reading";

    fn to_bytes(&self) -> Option<Vec<u8>> {
        postcard::to_stdvec(self).ok()
    }

    fn of_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

impl Kept for ArticleRecord {
    const KIND: &'static str = "record";

    fn to_bytes(&self) -> Option<Vec<u8>> {
        serde_json::to_vec(self).ok()
    }

    fn of_bytes(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }
}

/// The entries of this program in the folder, if there is one, and how they were used.
#[derive(Debug)]
pub(crate) struct Cache {
    entries: Option<PathBuf>,
    known: AtomicUsize,
    new: AtomicUsize,
    /// The first thing that went wrong with writing.
    trouble: OnceLock<String>,
}

/// The hash before the bytes of an entry.
const SEAL: usize = 32;

/// Opens the folder, which is made if it is not there.
///
/// # Errors
/// If it can not be made, or is no folder.
pub(crate) fn open(folder: Option<&Path>) -> Result<Cache> {
    let entries = folder.map(|folder| {
        let made = std::fs::create_dir_all(folder);
        let entries = made.and_then(|()| Ok(folder.join(format!("{:016x}", program()?))));
        entries.map_err(|error| {
            let what = format!("can not be used as a cache: {error}");
            let mend = "name a folder that you can write to, or leave out --cache";
            Error::new(folder.display().to_string(), what, mend)
        })
    });
    Ok(Cache {
        entries: entries.transpose()?,
        known: AtomicUsize::new(0),
        new: AtomicUsize::new(0),
        trouble: OnceLock::new(),
    })
}

/// A hash of the running program: any change of a rule, a table or a model is one of these bytes.
fn program() -> io::Result<u64> {
    let mut hasher = FxHasher::default();
    hasher.write(&std::fs::read(std::env::current_exe()?)?);
    Ok(hasher.finish())
}

impl Cache {
    /// What the article was understood as, made only if it is not known.
    pub(crate) fn understand<T: Kept>(&self, article: &Article, work: impl FnOnce() -> T) -> T {
        let Some(entries) = &self.entries else {
            return work();
        };
        let name = name(article, T::KIND);
        let path = entries.join(&name[..2]).join(&name[2..]);
        if let Some(known) = read(&path) {
            self.known.fetch_add(1, Ordering::Relaxed);
            return known;
        }
        let made = work();
        self.new.fetch_add(1, Ordering::Relaxed);
        if let Some(Err(error)) = made.to_bytes().map(|bytes| write(&path, &bytes)) {
            self.trouble.get_or_init(|| error.to_string());
        }
        made
    }

    /// Says what the cache was good for.
    pub(crate) fn tell(&self, say: &MessageArgs) {
        let Some(entries) = &self.entries else {
            return;
        };
        let count = |count: &AtomicUsize| count.load(Ordering::Relaxed);
        let (known, new) = (count(&self.known), count(&self.new));
        messages::note(
            say,
            &format!("cache: {known} articles were known, {new} are new"),
        );
        if let Some(trouble) = self.trouble.get() {
            let what = format!("the cache can not be written: {trouble}");
            let mend = "make it writable, or leave out --cache";
            messages::warn(say, &Error::new(entries.display().to_string(), what, mend));
        }
    }
}

/// The name of an entry: a hash of all that the article is understood from.
fn name(article: &Article, kind: &str) -> String {
    let mut seen = Seen(Sha256::new());
    kind.hash(&mut seen);
    (&article.path, &article.given_id, &article.key).hash(&mut seen);
    (&article.title, &article.source, &article.url, &article.date).hash(&mut seen);
    (
        &article.raw,
        &article.text,
        &article.origin,
        &article.blocks,
    )
        .hash(&mut seen);
    let hash: [u8; 32] = seen.0.finalize().into();
    let (high, low) = hash.split_at(16);
    let digits = |half: &[u8]| half.try_into().map(u128::from_be_bytes).unwrap_or_default();
    format!("{:032x}{:032x}", digits(high), digits(low))
}

/// Hands what is hashed on to a hash that no two articles share.
struct Seen(Sha256);

impl Hasher for Seen {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        unreachable!("the hash that is wanted is the whole one")
    }
}

fn read<T: Kept>(path: &Path) -> Option<T> {
    let bytes = std::fs::read(path).ok()?;
    let (seal, bytes) = bytes.split_at_checked(SEAL)?;
    (Sha256::digest(bytes).as_slice() == seal).then(|| T::of_bytes(bytes))?
}

/// Aside, then renamed: whoever reads at the same time finds the whole entry or none.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder)?;
    let mut aside = tempfile::NamedTempFile::new_in(folder)?;
    aside.write_all(&Sha256::digest(bytes))?;
    aside.write_all(bytes)?;
    aside.persist(path)?;
    Ok(())
}
