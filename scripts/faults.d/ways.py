# What is done to an index while something goes wrong, the states it may be left in, and how to look.
import json
import os
import re
import shutil
import subprocess

from feed import Feed

COMMITTED = re.compile(r"^committed (\d+) articles$", re.MULTILINE)


class Failure(Exception):
    """What an index was found to be, or a run to have done, that it must not."""


def articles_of(feed):
    return feed.added_to({}, len(feed.articles))


class Way:
    """One command on an index, and the states it goes through.

    `points` are pairs of how many articles are said to be committed there and the state, in order;
    the last one is where the command ends."""

    def __init__(self, name, base, arguments, points):
        self.name, self.base, self.arguments, self.points = name, base, arguments, points

    def command(self, programs, index):
        return [programs + "/pantau-index", "--db", index, *self.arguments]

    def prepare(self, index):
        shutil.rmtree(index, ignore_errors=True)
        if self.base:
            shutil.copytree(self.base, index)

    def allowed(self, acknowledged, ended=False):
        """The states for somebody who was told so much: that one, or one batch more."""
        if ended:
            return [self.points[-1][1]]
        at = max(i for i, (count, _) in enumerate(self.points) if count <= acknowledged)
        return [state for _, state in self.points[at:at + 2]]


def acknowledged_in(errors):
    return max([0] + [int(count) for count in COMMITTED.findall(errors)])


def run(command, **more):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          stdin=subprocess.DEVNULL, text=True, check=False, **more)


class Bench:
    """A folder with inputs, an index to begin with, and the ways of changing one."""

    def __init__(self, programs, folder, seed, small):
        self.programs, self.folder = programs, folder
        self.count, self.batch = (48, 12) if small else (100, 20)
        self.index = folder + "/news.idx"
        base = Feed(seed, self.count)
        feed = Feed(seed + 1, self.count, base.articles)
        self.base, self.feed = articles_of(base), feed
        base.write(folder + "/base.jsonl")
        feed.write(folder + "/feed.jsonl")
        self.make(folder + "/base.idx", folder + "/base.jsonl")
        self.make(folder + "/other.idx", folder + "/feed.jsonl")
        self.ways = self.all_ways()

    def make(self, index, articles):
        result = run([self.programs + "/pantau-index", "--db", index, articles])
        if result.returncode != 0:
            raise Failure("cannot make an index to begin with: " + result.stderr)

    def all_ways(self):
        base, old, feed = self.folder + "/base.idx", self.base, self.folder + "/feed.jsonl"
        steps = [*range(0, self.count, self.batch), self.count]
        fresh = [(n, self.feed.added_to({}, n)) for n in steps]
        update = [(n, self.feed.added_to(old, n)) for n in steps]
        ways = []
        for build in ("direct", "segments"):
            how = ["--build", build, "--jobs", "2", "--commit-every", str(self.batch), feed]
            ways.append(Way("new " + build, None, how, fresh))
            ways.append(Way("update " + build, base, how, update))
            ways.append(Way("rebuild " + build, base, ["--rebuild", *how],
                            [(0, old), (self.count, fresh[-1][1])]))
        url, outlet, day = list(old)[3], "Outlet 2", "2021-06-01"

        def without(is_gone):
            return [(0, old), (1, {k: v for k, v in old.items() if not is_gone(v)})]

        ways += [Way("compact", base, ["--compact"], [(0, old), (1, old)]),
                 Way("merge", base, ["--merge", self.folder + "/other.idx"],
                     [(0, old), (1, update[-1][1])]),
                 Way("delete", base, ["--delete", url], without(lambda a: a[0] == url)),
                 Way("delete outlet", base, ["--delete-outlet", outlet],
                     without(lambda a: a[1] == outlet)),
                 Way("expire", base, ["--expire", day], without(lambda a: a[2] < day))]
        return ways

    def read(self, index):
        """The articles of a sound index by URL."""
        check = run([self.programs + "/pantau-index", "--db", index, "--check"])
        if check.returncode != 0:
            raise Failure("not sound: " + check.stderr)
        export = run([self.programs + "/pantau-index", "--db", index, "--export"])
        if export.returncode != 0:
            raise Failure("cannot be read: " + export.stderr)
        articles = {}
        for line in export.stdout.splitlines():
            one = json.loads(line)
            if one["url"] in articles:
                raise Failure(f"twice in the index: {one}")
            articles[one["url"]] = (one["url"], one["outlet"], one["date"], one["text"])
        self.find_phrase(index, articles)
        return articles

    def find_phrase(self, index, articles):
        """An export does not tell of positions that are lost."""
        for url, _, _, text in list(articles.values())[-1:]:
            phrase = run([self.programs + "/pantau-search", "--db", index, "--format", "json", "--no-fold",
                          '"' + " ".join(text.rstrip(".").split(" ")[:12]) + '"'])
            if phrase.returncode != 0 or url not in phrase.stdout:
                raise Failure(f"does not find {url} by a phrase: {phrase.stderr}")

    def verify(self, index, allowed):
        """The index opens, is sound, and holds one of the states that it may."""
        if not os.path.exists(index + "/XAPIANDB"):
            articles = {}  # nothing was published yet: no index, if that may be
        else:
            articles = self.read(index)
        if articles not in allowed:
            nearest = min(allowed, key=lambda state: len(set(state.values()) ^ set(articles.values())))
            raise Failure(f"holds {len(articles)} articles, {[len(s) for s in allowed]} allowed; "
                          f"{len(set(nearest.values()) - set(articles.values()))} missing, "
                          f"{len(set(articles.values()) - set(nearest.values()))} too many")

    def complete(self, way, index):
        """The same command again, undisturbed, reaches what it would have reached at once."""
        again = run(way.command(self.programs, index))
        nothing_left = again.returncode == 1 and again.stdout == "removed 0\n"
        if again.returncode != 0 and not nothing_left:
            raise Failure(f"the next run ended with {again.returncode}: {again.stderr}")
        self.verify(index, [way.points[-1][1]])
        left = sorted(name for name in os.listdir(index) if not name.startswith("generation-"))
        if left != ["XAPIANDB", "pantau.lock"]:
            raise Failure(f"left behind: {left}")
