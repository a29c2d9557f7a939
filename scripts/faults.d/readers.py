# Searches beside writers: every query is answered, from a state that was committed, with no article twice.
import json
import threading
import time

from ways import Failure, Way, run

READERS = 4
QUERY = "tanda"  # every article has it
IN_ONE_PROCESS = 200  # queries, which outlive many commits


class Answers:
    """What readers got; used by all of their threads."""

    def __init__(self, allowed):
        self.allowed = [set(state) for state in allowed]
        self.lock, self.count, self.failures, self.states = threading.Lock(), 0, [], set()

    def take(self, urls):
        state = next((i for i, one in enumerate(self.allowed) if one == set(urls)), None)
        with self.lock:
            self.count += 1
            self.states.add(state)
            if state is None or len(set(urls)) != len(urls):
                self.failures.append(f"{len(urls)} hits, {len(set(urls))} addresses, of no committed state")

    def fail(self, what):
        with self.lock:
            self.count += 1
            self.failures.append(what)


def one_by_one(bench, answers, is_over):
    """A process a query."""
    while not is_over():
        result = run([bench.programs + "/pantau-search", "--db", bench.index, "--format", "json", "--limit", "1000",
                      "--no-fold", QUERY])
        if result.returncode != 0:
            answers.fail(f"a search ended with {result.returncode}: {result.stderr}")
            continue
        answers.take([hit["url"] for hit in json.loads(result.stdout)["hits"]])


def many_in_one(bench, answers, is_over):
    """One process for many queries."""
    batch = bench.folder + "/queries.tsv"
    with open(batch, "w", encoding="utf-8") as out:
        out.write("".join(f"{number}\t{QUERY}\n" for number in range(IN_ONE_PROCESS)))
    while not is_over():
        result = run([bench.programs + "/pantau-search", "--db", bench.index, "--limit", "1000", "--batch", batch])
        if result.returncode != 0:
            answers.fail(f"a batch ended with {result.returncode}: {result.stderr}")
            continue
        hits = {}
        for line in result.stdout.splitlines():
            query, _, document, *_ = line.split(" ")
            hits.setdefault(query, []).append(document)
        for number in range(IN_ONE_PROCESS):
            answers.take(hits.get(str(number), []))


def rounds_of(bench):
    """Commands that come back to the base, and the states they go through."""
    def ways(*names):
        return [next(way for way in bench.ways if way.name == name) for name in names]
    rounds, states = [], [bench.base]
    back = Way("back", None, ["--rebuild", "--jobs", "2", bench.folder + "/base.jsonl"], [])
    for name in ("update direct", "update segments", "rebuild direct", "rebuild segments", "compact", "merge",
                 "delete", "delete outlet", "expire"):
        rounds += [*ways(name), back]
        states += [state for _, state in ways(name)[0].points]
    return rounds, states


def read_beside_writers(bench, _, count, tally):
    seconds = 60 if count == "all" else int(count)
    rounds, states = rounds_of(bench)
    answers, runs = Answers(states), 0
    rounds[-1].base = bench.folder + "/base.idx"
    rounds[-1].prepare(bench.index)
    end = time.monotonic() + seconds
    threads = [threading.Thread(target=(one_by_one, many_in_one)[number % 2],
                                args=(bench, answers, lambda: time.monotonic() > end)) for number in range(READERS)]
    for thread in threads:
        thread.start()
    failures = []
    while time.monotonic() < end:
        result = run(rounds[runs % len(rounds)].command(bench.programs, bench.index))
        runs += 1
        if result.returncode != 0:
            failures.append(f"{rounds[runs % len(rounds)].name} ended with {result.returncode}: {result.stderr}")
    for thread in threads:
        thread.join()

    def judge():
        if failures or answers.failures:
            raise Failure("; ".join((failures + answers.failures)[:3])
                          + f" ({len(answers.failures)} of {answers.count} queries)")
        if answers.count == 0 or runs == 0 or (seconds > 30 and len(answers.states) < 8):
            raise Failure(f"{answers.count} queries, {runs} runs, {len(answers.states)} states: nothing was tried")
        return f"{answers.count} queries answered from {len(answers.states)} states beside {runs} runs:"

    tally.case(f"{seconds} seconds", judge)
