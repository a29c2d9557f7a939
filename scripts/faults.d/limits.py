# What a disk or an administrator allows: files no longer than so much, and a disk that is full and grows again.
import os
import resource
import signal
import subprocess
import time

from ways import Failure, acknowledged_in, run

SPARED_MB = 64  # of any disk, by pantau-index
LINE = "pantau-index: "
BLANK = "\n" * 65536  # what pantau-index waits for before it looks at a pipe's article


def one_line_of(errors):
    told = [line for line in errors.splitlines() if line.startswith(LINE)]
    if len(told) != 1:
        raise Failure(f"not one clear line: {errors}")
    return told[0]


def file_size_limit(bench, way, kilobytes):
    """A run whose files may not grow beyond a limit ends with a line, not with a signal."""
    way.prepare(bench.index)

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes << 10, kilobytes << 10))

    result = run(way.command(bench.programs, bench.index), preexec_fn=limit)
    if result.returncode not in (0, 2):
        raise Failure(f"ended with {result.returncode}: {result.stderr}")
    if result.returncode == 2:
        one_line_of(result.stderr)
    bench.verify(bench.index, way.allowed(acknowledged_in(result.stderr), ended=result.returncode == 0))
    bench.complete(way, bench.index)
    return f"file-size limit, exit {result.returncode}"


class SmallDisk:
    """A disk in memory, of its own size, as long as we may mount."""

    def __init__(self, folder, megabytes):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], check=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", self.folder], check=True)

    def fill(self):
        """Until nothing goes in any more, as somebody else's file would."""
        with open(self.folder + "/ballast", "ab", buffering=0) as ballast:
            try:
                while True:
                    ballast.write(bytes(4096))
            except OSError:
                pass

    def grow(self, megabytes):
        subprocess.run(["mount", "-o", f"remount,size={megabytes}m", self.folder], check=True)


def can_mount(folder):
    try:
        with SmallDisk(folder, 1):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


def full_disk(bench, way):
    """A disk that somebody else fills once the run has committed twice: the run ends, keeps what it
    acknowledged, and goes on when the disk has grown."""
    usual, bench.index = bench.index, bench.folder + "/small/news.idx"
    try:
        with SmallDisk(bench.folder + "/small", 2 * SPARED_MB) as disk:
            way.prepare(bench.index)
            command = way.command(bench.programs, bench.index)[:-1] + ["-"]
            with open(bench.folder + "/errors", "w", encoding="utf-8") as errors:
                process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=errors, text=True)
            feed_until(process, bench, disk, errors.name)
            process.wait()
            told = text_of(errors.name)
            if process.returncode != 2:
                raise Failure(f"ended with {process.returncode}: {told}")
            noticed = "by a look at the disk" if "are free on its disk" in one_line_of(told) else "by a failed write"
            bench.verify(bench.index, way.allowed(acknowledged_in(told)))
            refused = run(way.command(bench.programs, bench.index))
            if refused.returncode != 2 or "are free on its disk" not in one_line_of(refused.stderr):
                raise Failure(f"a full disk was tried again: {refused.stderr}")
            disk.grow(4 * SPARED_MB)
            bench.complete(way, bench.index)
            return f"full disk, told {noticed}"
    finally:
        bench.index = usual


def feed_until(process, bench, disk, errors):
    """Gives it articles one by one until it has committed twice, fills the disk, gives it the rest."""
    lines = list(bench.feed.lines())
    fed = 0
    while fed < len(lines) and acknowledged_in(text_of(errors)) < 2 * bench.batch:
        process.stdin.write(lines[fed] + BLANK)
        process.stdin.flush()
        time.sleep(0.005)
        fed += 1
    if fed == len(lines):
        raise Failure("has not committed twice before the end")
    disk.fill()
    try:
        process.stdin.write("".join(lines[fed:]))
        process.stdin.close()
    except BrokenPipeError:
        pass


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def all_limits(bench, rng, count, tally):
    cases = [(way, kilobytes) for way in bench.ways for kilobytes in (1, 8, 32, 64, 100, 150)]
    for way, kilobytes in cases if count == "all" else rng.sample(cases, min(int(count), len(cases))):
        tally.case(f"{way.name}, files up to {kilobytes} KB",
                   lambda way=way, kilobytes=kilobytes: file_size_limit(bench, way, kilobytes))
    if not can_mount(bench.folder + "/small"):
        print("limits: skipped: no right to mount a disk of our own")
        return
    growing = [way for way in bench.ways if len(way.points) > 2]
    for way in growing if count == "all" else rng.sample(growing, min(1, len(growing))):
        tally.case(f"{way.name}, full disk", lambda way=way: full_disk(bench, way))
