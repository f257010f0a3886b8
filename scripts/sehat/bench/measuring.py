"""How long a program takes, and how much memory it and everything that it starts take together."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.05


@dataclass(frozen=True)
class Run:
    """One run of a program; `peak` is in MiB, 0 where the system does not tell."""

    seconds: float
    peak: float


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Run:
    """Run a program to its end; it must succeed."""
    started = time.monotonic()
    process = subprocess.Popen(
        command, cwd=folder, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, peak), daemon=True)
    watcher.start()
    _, said = process.communicate()
    seconds = time.monotonic() - started
    watcher.join()
    if process.returncode:
        sys.stderr.write(said.decode(errors="replace")[-4000:])
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Run(seconds, peak[0])


def _watch(process: subprocess.Popen[bytes], peak: list[float]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], sum(map(_megabytes, _family(process.pid))))
        time.sleep(SAMPLE_SECONDS)


def _family(pid: int) -> Iterator[int]:
    """A process and all that it started."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _megabytes(pid: int) -> float:
    """The memory of a process, with its share of what it has in common with others."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0
