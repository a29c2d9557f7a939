# Power cuts: the operations of a run are recorded with their data by strace and played to a Disk up to some
# moment; what the cut may leave there is written out, and must be an index with all that was acknowledged.
import os
import re
import shutil

from calls import traced
from disk import Disk, File, Folder
from ways import Failure, acknowledged_in

RECORDED = ("openat,creat,write,pwrite64,writev,pwritev,ftruncate,truncate,fallocate,rename,renameat,renameat2,"
            "unlink,unlinkat,mkdir,mkdirat,rmdir,fsync,fdatasync,sync_file_range,lseek,close,dup,dup2,dup3,"
            "copy_file_range,sendfile,link,linkat,symlink")
CALL = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+|\?)")
UNFINISHED = re.compile(r"^(\d+) +(.*) <unfinished \.\.\.>$")
RESUMED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")
STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
DESCRIPTOR = re.compile(r"^(-?\d+|AT_FDCWD)(?:<((?:\\.|[^>\\])*)>)?")


def text_of(hexadecimal):
    return bytes.fromhex(hexadecimal.replace("\\x", ""))


def whole_calls(trace):
    """The calls in the order they ended, those of several threads unbraided."""
    begun = {}
    for line in trace.splitlines():
        if found := UNFINISHED.match(line):
            begun[found[1]] = line[:found.end(2)]
            continue
        if found := RESUMED.match(line):
            line = begun.pop(found[1]) + found[2]
        found = CALL.match(line)
        if found and found[4] != "?" and int(found[4]) >= 0:
            yield found[2], found[3], int(found[4])


class Player:
    """Plays recorded calls to a Disk; knows what the run's descriptors are."""

    def __init__(self, disk):
        self.disk, self.open, self.told = disk, {}, ""

    def inside(self, path):
        return path.startswith(self.disk.root + "/")

    def path(self, arguments, nth=0):
        """The nth path of a call, absolute, with the folder that a descriptor before it names."""
        strings = STRING.findall(arguments)
        path = text_of(strings[nth]).decode()
        if path.startswith("/"):
            return os.path.normpath(path)
        folder = DESCRIPTOR.match(arguments)
        base = folder[2] if folder and folder[2] else os.getcwd()
        return os.path.normpath(re.sub(r"\\x(..)", lambda hit: chr(int(hit[1], 16)), base) + "/" + path)

    def descriptor(self, arguments):
        return int(DESCRIPTOR.match(arguments)[1])

    def play(self, call, arguments, result):
        """Whether the call changed or synced anything, or told somebody."""
        method = getattr(self, "do_" + call, None)
        if method is None:
            raise Failure(f"the replay does not know {call}({arguments[:200]})")
        return bool(method(arguments, result))

    def do_openat(self, arguments, result):
        path = self.path(arguments)
        if path != self.disk.root and not self.inside(path):
            return False
        new = False
        folder, name = self.disk.find(path) if path != self.disk.root else (None, None)
        if folder is not None and name not in folder.names:
            self.disk.add(path, File())
            new = True
        what = self.disk.at(path)
        if "O_TRUNC" in arguments and what.data:
            what.truncate(0)
            new = True
        self.open[result] = [what, 0, "O_APPEND" in arguments]
        return new

    def do_close(self, arguments, _):
        self.open.pop(self.descriptor(arguments), None)

    def do_lseek(self, arguments, result):
        if entry := self.open.get(self.descriptor(arguments)):
            entry[1] = result

    def do_write(self, arguments, result):
        number = self.descriptor(arguments)
        if number not in self.open:
            return self.tell(number, arguments)
        file, offset, appends = self.open[number]
        offset = len(file.data) if appends else offset
        file.write(offset, text_of(STRING.search(arguments)[1])[:result])
        self.open[number][1] = offset + result
        return True

    def do_writev(self, arguments, _):
        if self.descriptor(arguments) in self.open:
            raise Failure("the replay knows writev to streams only")
        return self.tell(self.descriptor(arguments), arguments)

    def tell(self, number, arguments):
        """What a user reads."""
        if number in (1, 2):
            self.told += b"".join(text_of(one) for one in STRING.findall(arguments)).decode()
        return number in (1, 2)

    def do_pwrite64(self, arguments, result):
        entry = self.open.get(self.descriptor(arguments))
        if entry:
            entry[0].write(int(arguments.rsplit(",", 1)[1]), text_of(STRING.search(arguments)[1])[:result])
        return entry

    def do_ftruncate(self, arguments, _):
        entry = self.open.get(self.descriptor(arguments))
        if entry:
            entry[0].truncate(int(arguments.rsplit(",", 1)[1]))
        return entry

    def do_fsync(self, arguments, _):
        entry = self.open.get(self.descriptor(arguments))
        if entry:
            entry[0].sync()
        return entry

    do_fdatasync = do_fsync

    def do_rename(self, arguments, _):
        old, new = self.path(arguments, 0), self.path(arguments, 1)
        if self.inside(old):
            self.disk.rename(old, new)
        return self.inside(old)

    def do_unlink(self, arguments, _):
        path = self.path(arguments)
        if self.inside(path):
            self.disk.remove(path)
        return self.inside(path)

    do_unlinkat = do_rmdir = do_unlink

    def do_mkdir(self, arguments, _):
        path = self.path(arguments)
        if self.inside(path):
            self.disk.add(path, Folder())
        return self.inside(path)

    do_mkdirat = do_mkdir


def record(way, bench):
    """The calls of an undisturbed run, and how many of them matter."""
    code, errors, trace = traced(way, bench, ["--seccomp-bpf", "-xx", "-s", "1000000000", "-e", "trace=" + RECORDED])
    if code != 0:
        raise Failure(f"undisturbed run ended with {code}: {errors}")
    return list(whole_calls(trace))


def begin(way, bench, root):
    """A disk with what there was before the run."""
    way.prepare(bench.index)
    disk = Disk(root)
    if way.base:
        disk.load(bench.index)
    disk.top.sync()
    return Player(disk)


def moments_of(player, recorded, rng, count):
    """Where to cut: half of the cuts right before or after a sync, a rename or a word to the user.
    Plays all of it."""
    changes = [i for i, call in enumerate(recorded) if player.play(*call)]
    turns = [i for i in changes if recorded[i][0] in ("fsync", "fdatasync", "rename")
             or (recorded[i][0].startswith("write") and player.descriptor(recorded[i][1]) in (1, 2))]
    near = [i - rng.randint(0, 1) for i in rng.choices([*turns, len(recorded)], k=count // 2)]
    return sorted(near + rng.choices(changes, k=count - len(near)))


def cuts_of_way(bench, way, rng, count, tally):
    root = os.path.dirname(bench.index)
    recorded = record(way, bench)
    player = begin(way, bench, root)
    moments = moments_of(player, recorded, rng, count)
    cut(bench, way, player, rng, True, "all", "all")  # or the replay is wrong
    player, done = begin(way, bench, root), 0
    for moment in moments:
        for call in recorded[done:moment + 1]:
            player.play(*call)
        done = max(done, moment + 1)
        names, data = rng.choice(("none", "some", "all")), rng.choice(("none", "torn", "all"))
        tally.case(f"{way.name}, after call {moment} of {len(recorded)}, {names} of the names, {data} of the data",
                   lambda: cut(bench, way, player, rng, moment == len(recorded), names, data))


def cut(bench, way, player, rng, ended, names, data):
    shutil.rmtree(player.disk.root)
    player.disk.write_after_cut(rng, names, data)
    acknowledged = acknowledged_in(player.told)
    ended = ended or "\nread " in "\n" + player.told or "removed " in player.told
    bench.verify(bench.index, way.allowed(acknowledged, ended))
    bench.complete(way, bench.index)
    return f"{names} of the names and {data} of the data"


def cut_power(bench, rng, count, tally):
    """The index lies in a folder of its own, so that its own name can be lost too."""
    count = 300 if count == "all" else int(count)
    usual, bench.index = bench.index, bench.folder + "/disk/news.idx"
    os.makedirs(bench.folder + "/disk")
    for number, way in enumerate(bench.ways):
        share = count // len(bench.ways) + (number < count % len(bench.ways))
        if share:
            cuts_of_way(bench, way, rng, share, tally)
    bench.index = usual
