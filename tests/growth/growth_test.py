"""What large inputs cost: no kind of text (kinds.py) may take more than in proportion to its size.

    growth_test.py [NAME...]              the short form: instructions, as valgrind counts them, for texts of some KB
    growth_test.py --full [NAME...]       time and memory at full sizes; for people, and for scripts/torture

Each text is made at three sizes, each twice the one before. Per byte of it, neither step may cost more than 1.15 times as
much: 2.3 times for twice the text.
"""

import argparse
import concurrent.futures
import glob
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kinds import KINDS  # noqa: E402

PY3K = os.environ.get("PY3K", "py3k")
MOST_GROWTH = 1.15  # of the cost of a byte
MOST_TIME_GROWTH = 1.4  # times vary
MOST_MEMORY = 150  # bytes for one of the text
BASE_MEMORY = 12 << 20  # what a run takes that has nothing to do
SHORT = 6000  # bytes of the largest text of the short form; where that takes too much, a larger one is asked, for which
SURE = 24000  # what is done once for a file does not count
ARGUMENTS = ["-w", "-j1", "--no-config", "--no-journal", "--no-diffs"]


def sizes(name):
    smallest = KINDS[name][0]
    return [smallest, 2 * smallest, 4 * smallest]


def short_sizes(name, longest):
    """The largest for which the text is short; but Python's own bounds, of 100 blocks and 200 brackets, are not to be met."""
    make = KINDS[name][1]
    largest = 4
    while largest < sizes(name)[2] and len(make(largest * 2)) <= longest:
        largest *= 2
    while "brackets are nested" in refusal(make(largest)) or "blocks are nested" in refusal(make(largest)):
        largest //= 2
    return [largest // 4, largest // 2, largest]


def refusal(text):
    depth = most = 0
    for letter in text:
        depth += (letter in "([{") - (letter in ")]}")
        most = max(most, depth)
    if most > 190:
        return "brackets are nested"
    deepest = max((len(line) - len(line.lstrip()) for line in text.split("\n")), default=0)
    return "blocks are nested" if deepest > 95 and "\n" + " " * 95 in text else ""


def write(directory, name, text):
    path = os.path.join(directory, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def environment(directory):
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "GIT_"))}
    return dict(kept, HOME=directory, XDG_STATE_HOME=os.path.join(directory, "state"))


def growth(costs, lengths):
    """Of the cost of a byte, in each step."""
    return [(b / m) / (a / n) for a, b, n, m in zip(costs, costs[1:], lengths, lengths[1:])]


# --- by instructions


def instructions(program, directory, paths):
    """Of a run over each of the files, and how the runs end."""
    counts, codes = [], []
    for path in paths:
        out = os.path.join(directory, "callgrind.out")
        words = ["valgrind", "--tool=callgrind", "--callgrind-out-file=" + out, program] + ARGUMENTS + [path]
        done = subprocess.run(words, env=environment(directory), stdin=subprocess.DEVNULL, capture_output=True, check=False)
        if done.returncode not in (0, 3):
            raise RuntimeError("exit code %d: %s" % (done.returncode, done.stderr.decode(errors="replace")[-300:]))
        codes.append(done.returncode)
        with open(out, encoding="utf-8", errors="replace") as file:
            counts.append(int(re.search(r"^(?:summary|totals): (\d+)", file.read(), re.MULTILINE).group(1)))
    return counts, codes


def short(name, program, base):
    try:
        wrong = wrong_growth(name, program, base, short_sizes(name, SHORT))
        return name, wrong and wrong_growth(name, program, base, short_sizes(name, SURE))
    except (RuntimeError, AttributeError) as error:
        return name, str(error)


def wrong_growth(name, program, base, numbers):
    with tempfile.TemporaryDirectory() as directory:
        texts = [KINDS[name][1](n) for n in numbers]
        paths = [write(directory, "%d.py" % i, text) for i, text in enumerate(texts)]
        counts, codes = instructions(program, directory, paths)
    # What fails takes more, or less, than what does not.
    if len(set(codes)) > 1 and numbers[0] > 1:
        return wrong_growth(name, program, base, [n // 2 for n in numbers])
    counts = [max(1, count - base) for count in counts]
    steps = growth(counts, [len(text) for text in texts])
    if max(steps) <= MOST_GROWTH:
        return ""
    return "takes %s times as much a byte, for %s bytes: %s instructions" % (
        ", ".join("%.2f" % step for step in steps), ", ".join(str(len(text)) for text in texts), counts)


def run_short(names, jobs):
    with tempfile.TemporaryDirectory() as directory:
        # Without what debuggers need, valgrind starts in half the time.
        program = shutil.copy(PY3K, os.path.join(directory, "py3k"))
        subprocess.run(["strip", program], check=False)
        warm = write(directory, "base.py", "print 1\nd.has_key(1)\n")
        base = instructions(program, directory, [warm])[0][0]
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            return list(pool.map(lambda name: short(name, program, base), names))


# --- by time


def measured(path, directory, limit):
    """Seconds and bytes that a run over a file takes; its exit code."""
    def bound():
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    process = subprocess.Popen([PY3K] + ARGUMENTS + [path], env=environment(directory), stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=bound)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime, usage.ru_maxrss << 10, process.returncode


def full(name, limit):
    times, lengths, wrong = [], [], []
    with tempfile.TemporaryDirectory() as directory:
        for n in sizes(name):
            text = KINDS[name][1](n)
            path = write(directory, "a.py", text)
            seconds, memory, code = measured(path, directory, limit)
            if code not in (0, 3):
                wrong.append("exit code %d after %.1f s for %d bytes" % (code, seconds, len(text)))
                break
            times.append(max(seconds, 0.05))
            lengths.append(len(text))
            if memory - BASE_MEMORY > MOST_MEMORY * len(text) and memory > 5 * BASE_MEMORY:
                wrong.append("takes %d bytes for each of %d" % ((memory - BASE_MEMORY) // len(text), len(text)))
    slow = [step for step, time in zip(growth(times, lengths), times[1:]) if time > 0.5 and step > MOST_TIME_GROWTH]
    if slow:
        wrong.append("takes %.2f times as much a byte: %s s" % (max(slow), ", ".join("%.2f" % time for time in times)))
    return name, "; ".join(wrong)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--limit", type=int, default=60, help="seconds for one file")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count())
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    names = arguments.names or list(KINDS)
    if arguments.full:
        found = [full(name, arguments.limit) for name in names]
    else:
        if shutil.which("valgrind") is None:
            print("skipped: there is no valgrind, which counts instructions")
            return 77
        found = run_short(names, arguments.jobs)
    wrong = [(name, what) for name, what in found if what]
    for name, what in wrong:
        print("%s: %s" % (name, what))
    print("%d of %d kinds grow as they should" % (len(found) - len(wrong), len(found)))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
