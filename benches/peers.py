#!/usr/bin/env python3
"""gainsay extract beside programs that each do a part of its work, on the same files, in processor time of one core.

    python3 benches/peers.py                       the stories of fixtures/
    python3 benches/peers.py --minilm FILE...      other texts, and sentence embeddings too (some gigabytes to install)

The peers are installed into a virtual environment (target/peers) by pip. What they do differs: spaCy's blank pipeline
splits words and sentences, dateparser finds dates, quantulum3 finds quantities, MiniLM turns sentences into vectors;
gainsay parses every sentence, finds all of these but vectors, and states claims. gainsay is measured as a whole process
from start to end, the peers inside a process that has loaded everything and has run once.
"""

import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PACKAGES = ["spacy", "dateparser", "quantulum3"]


def spacy():
    import spacy

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    return spacy.__version__, lambda text: [len(s) for s in pipeline(text).sents]


def dateparser():
    import dateparser
    from dateparser.search import search_dates

    return dateparser.__version__, lambda text: search_dates(text, languages=["en"])


def quantulum3():
    from importlib.metadata import version

    from quantulum3 import parser

    return version("quantulum3"), parser.parse


def minilm():
    import sentence_transformers
    import spacy
    import torch

    torch.set_num_threads(1)
    model = sentence_transformers.SentenceTransformer("sentence-transformers/all-MiniLM-L6-v2", device="cpu")
    split = spacy.blank("en")
    split.add_pipe("sentencizer")
    return sentence_transformers.__version__, lambda text: model.encode([s.text for s in split(text).sents])


PEERS = {
    "spaCy blank + sentencizer": spacy,
    "dateparser search_dates": dateparser,
    "quantulum3 parse": quantulum3,
    "MiniLM-L6 of each sentence": minilm,
}


def inside(name, passes, files):
    """Runs in the virtual environment: one peer over all files, each time anew."""
    version, work = PEERS[name]()
    texts = [pathlib.Path(file).read_text(encoding="utf-8", errors="replace") for file in files]
    seconds = []
    for _ in range(passes + 1):
        begun = time.process_time()
        for text in texts:
            work(text)
        seconds.append(time.process_time() - begun)
    print(json.dumps({"version": version, "seconds": seconds[1:]}))


def of_peer(python, name, passes, files):
    command = [python, __file__, "--inside", name, "--passes", str(passes), *files]
    quiet = dict(os.environ, OMP_NUM_THREADS="1", TOKENIZERS_PARALLELISM="false")
    done = subprocess.run(command, capture_output=True, text=True, env=quiet)
    if done.returncode != 0:
        sys.exit(f"{name}: {done.stderr.strip().splitlines()[-1]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def of_gainsay(program, passes, files):
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
    seconds = []
    for _ in range(passes):
        command = [program, "extract", "--isolated", "-j", "1", "--format", "jsonl", *files]
        before = os.times()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        after = os.times()
        seconds.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return {"version": version, "seconds": seconds}


def install(folder, packages):
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages], check=True)
    return str(python)


def processor():
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("files", nargs="*")
    arguments.add_argument("--gainsay", default=str(ROOT / "target/release/gainsay"))
    arguments.add_argument("--venv", default=str(ROOT / "target/peers"))
    arguments.add_argument("--passes", type=int, default=5)
    arguments.add_argument("--minilm", action="store_true")
    arguments.add_argument("--inside", help=argparse.SUPPRESS)
    given = arguments.parse_args()
    files = given.files or sorted(map(str, (ROOT / "fixtures/stories").glob("*/*.md")))
    if given.inside:
        return inside(given.inside, given.passes, files)

    names = [name for name in PEERS if given.minilm or PEERS[name] is not minilm]
    packages = PACKAGES + (["sentence-transformers"] if given.minilm else [])
    python = install(pathlib.Path(given.venv), packages)
    size = sum(pathlib.Path(file).stat().st_size for file in files)
    rows = [("gainsay extract", of_gainsay(given.gainsay, given.passes, files))]
    rows += [(name, of_peer(python, name, given.passes, files)) for name in names]

    print(f"{len(files)} files, {size / 1e6:.3f} MB; {processor()}; Python {platform.python_version()}; ", end="")
    print(f"median of {given.passes} passes, load {os.getloadavg()[0]:.1f}\n")
    print("| program | version | processor seconds (least to most) | MB/s | gainsay is faster by |")
    print("|---|---|---|---|---|")
    own = statistics.median(rows[0][1]["seconds"])
    for name, row in rows:
        middle, least, most = statistics.median(row["seconds"]), min(row["seconds"]), max(row["seconds"])
        speed = size / 1e6 / middle
        print(f"| {name} | {row['version']} | {middle:.3f} ({least:.3f} to {most:.3f}) | {speed:.3g} | {middle / own:.2g} |")


if __name__ == "__main__":
    main()
