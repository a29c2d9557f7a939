# System calls of a run under strace: which it makes, and faults in one of them.
import os
import re
import subprocess

from ways import Failure, acknowledged_in

CALLS = ("write", "pwrite64", "fsync", "fdatasync", "rename", "openat")
STRACE = ["strace", "-f", "-qq", "-y"]
QUICK = ["--seccomp-bpf"]  # which injects no signals
LINE = re.compile(r"^(\d+) +(\w+)\((.*)")
ERROR_LINE = re.compile(r"^pantau-index: ", re.MULTILINE)


def can_trace():
    """strace is there and may trace."""
    try:
        return subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], check=False,
                              stderr=subprocess.DEVNULL).returncode == 0
    except FileNotFoundError:
        return False


def traced(way, bench, options):
    """Runs the way's command under strace; gives its exit code, its errors and the trace."""
    way.prepare(bench.index)
    log = bench.folder + "/trace"
    command = [*STRACE, "-o", log, *options, *way.command(bench.programs, bench.index)]
    # Leaks cannot be looked for under ptrace.
    environment = {**os.environ, "ASAN_OPTIONS": "detect_leaks=0:" + os.environ.get("ASAN_OPTIONS", "")}
    result = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                            stderr=subprocess.PIPE, env=environment, check=False)
    with open(log, encoding="utf-8", errors="replace") as trace:
        return result.returncode, result.stderr.decode(), trace.read()


def count_calls(way, bench, calls):
    """Of an undisturbed run: for each call which numbers, as one of the threads counts them, reach
    the index and nothing else: files of the dynamic linker, inputs, messages."""
    code, errors, trace = traced(way, bench, [*QUICK, "-e", "trace=" + ",".join(calls)])
    if code != 0:
        raise Failure(f"undisturbed run ended with {code}: {errors}")
    bench.verify(bench.index, [way.points[-1][1]])
    numbers, reached, other = {}, {call: set() for call in calls}, {call: set() for call in calls}
    for line in trace.splitlines():
        found = LINE.match(line)
        if not found:
            continue
        thread, call, rest = found.groups()
        number = numbers[thread, call] = numbers.get((thread, call), 0) + 1
        (reached if bench.index in rest else other)[call].add(number)
    return {call: sorted(reached[call] - other[call]) for call in calls}


def places(way, bench, calls, every):
    """Every so many of the calls that reach the index, and the last ones."""
    return [(way, call, number) for call, where in count_calls(way, bench, calls).items()
            for number in sorted({*where[::every], *where[-1:]})]


def holder_of(index):
    """The process that last began to work on an index."""
    try:
        with open(index + "/pantau.lock", encoding="utf-8") as lock:
            return int(lock.read() or 0)
    except FileNotFoundError:
        return 0


def kill_at(bench, way, call, number):
    """kill -9 in the middle of one call. Gives how many articles were acknowledged before."""
    code, errors, _ = traced(way, bench, ["-e", "trace=" + call,
                                          "-e", f"inject={call}:signal=KILL:when={number}"])
    if code != -9:
        raise Failure(f"was not killed, but ended with {code}: {errors}")
    acknowledged = acknowledged_in(errors)
    bench.verify(bench.index, way.allowed(acknowledged))
    bench.complete(way, bench.index)
    return acknowledged


def fail_at(bench, way, call, number, error, for_good):
    """One call, or it and all that follow, fails. Gives exit code and what was acknowledged."""
    when = f"{number}+" if for_good else str(number)
    code, errors, trace = traced(way, bench, [*QUICK, "-e", "trace=" + call,
                                              "-e", f"inject={call}:error={error}:when={when}"])
    injected = [line for line in trace.splitlines() if "(INJECTED)" in line]
    if not injected:
        raise Failure(f"nothing was injected; ended with {code}: {errors}")
    silenced = any(re.match(r"\d+ +write\(2<", line) for line in injected)
    told = [line for line in errors.splitlines() if line.startswith("pantau-index: ")]
    if code not in (0, 1, 2) or (code != 0 and len(told) != 1 and not silenced):
        raise Failure(f"ended with {code} and said: {errors}")
    acknowledged = acknowledged_in(errors)
    # UBSan asks through a pipe whether memory can be read. If that write is one that fails, the sanitizer gives up,
    # which says nothing of the program but that the index must hold.
    gave_up = "SanitizerTool: CHECK failed" in trace
    bench.verify(bench.index, way.allowed(acknowledged, ended=code == 0 and not gave_up))
    bench.complete(way, bench.index)
    return code, acknowledged, told
