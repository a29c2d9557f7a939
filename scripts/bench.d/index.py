# Usage: index.py [MEGABYTES [ROUNDS [NAME...]]]: see scripts/bench index.
# Makes the feed once, runs the programs by turns on it, and prints the median of what GNU time says of each.
import glob
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

HERE = "scripts/bench.d"
SEED = 1
CPUS = len(os.sched_getaffinity(0))


def make_feed(work, megabytes):
    feed = work / f"{megabytes}.jsonl"
    if not feed.exists():
        with open(f"{feed}.new", "wb") as out:
            subprocess.run([sys.executable, f"{HERE}/make_corpus.py", str(SEED), megabytes], stdout=out, check=True)
        os.rename(f"{feed}.new", feed)
    return feed


def text_bytes(feed):
    with open(feed, encoding="utf-8") as lines:
        sizes = [len(json.loads(line)["text"].encode()) for line in lines]
    return sum(sizes), len(sizes)


def make_dump(feed):
    """The feed as scriptindex reads it."""
    dump = feed.with_suffix(".dump")
    if not dump.exists():
        with open(feed, encoding="utf-8") as lines, open(f"{dump}.new", "w", encoding="utf-8") as out:
            for line in lines:
                article = {name: value.replace("\n", " ") for name, value in json.loads(line).items()}
                out.write("".join(f"{name}={value}\n" for name, value in article.items()) + "\n")
        os.rename(f"{dump}.new", dump)
    return dump


def compile_lucene(work):
    jars = ":".join(glob.glob("/usr/share/java/lucene-core-8*.jar") +
                    glob.glob("/usr/share/java/lucene-analyzers-common-8*.jar"))
    subprocess.run(["javac", "-cp", jars, "-d", work / "java", f"{HERE}/lucene/IndexLucene.java"], check=True)
    return ["java", "-Xmx1g", "-cp", f"{jars}:{work}/java", "IndexLucene"]


def commands(names, work, feed):
    """What to run, by its name; each writes what is then at `out`."""
    out = work / "out"
    known = {"pantau": lambda: ["build/release/bin/pantau-index", "--db", out, feed],
             "lucene": lambda: compile_lucene(work) + [out, str(CPUS), feed],
             "scriptindex": lambda: ["scriptindex", "--stemmer=english", out, work / "script", make_dump(feed)],
             "fts5": lambda: [sys.executable, f"{HERE}/index_fts5.py", out, feed]}
    (work / "script").write_text("url : field boolean=Q unique=Q\nlang : field boolean=L\ndate : field date=yyyymmdd\n"
                                 "outlet : field index=XO\nauthor : field index=A\ntitle : field index=S index\n"
                                 "text : field index\n")
    return {name: known[name]() for name in names or known}


def size_of(path):
    return sum(file.stat().st_size for file in [path, *path.rglob("*")] if file.is_file())


def run(command, work):
    """Seconds, CPU seconds, peak megabytes and megabytes on disk."""
    out = work / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.unlink(missing_ok=True)
    done = subprocess.run(["/usr/bin/time", "-o", work / "time", "-f", "%e %U %S %M", *command],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{done.stderr}")
    seconds, user, system, kilobytes = map(float, (work / "time").read_text().split()[-4:])
    return seconds, user + system, kilobytes / 1024, size_of(out) / 1e6


def main(megabytes="50", rounds="3", *names):
    work = pathlib.Path("build/bench-index")
    work.mkdir(parents=True, exist_ok=True)
    feed = make_feed(work, megabytes)
    size, articles = text_bytes(feed)
    print(f"{articles} articles, {size / 1e6:.1f} MB of text, {CPUS} processors; median of {rounds} rounds")
    runs = commands(names, work, feed)
    taken = {name: [] for name in runs}
    for _ in range(int(rounds)):
        for name, command in runs.items():
            taken[name].append(run(command, work))
            print(f"  {name:12} {size / 1e6 / taken[name][-1][0]:6.2f} MB/s", file=sys.stderr)
    first = None
    print(f"{'':12}{'MB/s':>8}{'s':>8}{'CPU s':>8}{'peak MB':>9}{'index MB':>10}{'ratio':>7}")
    for name, results in taken.items():
        seconds, cpu, peak, disk = (statistics.median(column) for column in zip(*results))
        first = first or seconds
        print(f"{name:12}{size / 1e6 / seconds:8.2f}{seconds:8.1f}{cpu:8.1f}{peak:9.0f}{disk:10.1f}"
              f"{seconds / first:7.2f}")
    shutil.rmtree(work / "out", ignore_errors=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
