"""Lighthouse on a slow phone: our kinds of pages, beside a page of the same words with stock Material."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sehat import browser
from sehat.bench.building import built
from sehat.bench.serving import CompressingHost, serving

PROGRAM = "lighthouse@12.8.2"
"""From the npm registry, kept in npm's own cache; nothing of it enters the project or the site."""
TRIES = 3
KINDS = ("home", "condition", "cause", "self-check", "search")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def lighthouse(root: Path, work: Path, pages: int) -> Iterator[str]:
    """Lines of the report; the number of pages does not matter here. Needs Node and npm."""
    if shutil.which("npx") is None:
        yield "Lighthouse needs Node 18.16 or newer with npx. Install it and run ./run bench lighthouse again."
        return
    project = built(root, work / "lighthouse", stock=True)
    listed = json.loads((project / "site/api/v1/pages.json").read_text(encoding="utf-8"))
    first = {(page["kind"], page["locale"]): page["url"] for page in reversed(listed)}
    yield f"mobile, simulated slow 4G, {PROGRAM}: {', '.join(CATEGORIES)}; LCP, CLS, TBT"
    with serving(project / "site", host=CompressingHost) as site:
        for kind in KINDS:
            for locale in ("id", "en"):
                address = first.get((kind, locale), f"{locale}/")
                yield _line(f"{kind} /{address}", report(site + address, work))
    cause = next(page["url"] for page in listed if page["kind"] == "cause")
    with serving(project / "site-stock", host=CompressingHost) as stock:
        yield _line(f"stock Material /{cause}", report(stock + cause, work))
    yield "  (target: 100 in each, LCP at most 1.1 s, CLS 0, TBT 0)"


def report(url: str, work: Path) -> Mapping[str, Any]:
    """What Lighthouse says of a page."""
    path = browser.find(browser.this_machine())
    output = work / "report.json"
    command = ["npx", "--yes", PROGRAM, url, "--quiet", "--output=json", f"--output-path={output}"]
    flags = ["--headless=new", *(["--no-sandbox"] if browser.is_root() else [])]
    command += [f"--chrome-flags={' '.join(flags)}", f"--only-categories={','.join(CATEGORIES)}"]
    environment = os.environ | ({"CHROME_PATH": str(path)} if path else {})
    for _ in range(TRIES):
        if not subprocess.call(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
            break
    else:
        raise SystemExit(f"{PROGRAM} gives no report of {url}. Try: {' '.join(command)}")
    found: Mapping[str, Any] = json.loads(output.read_text("utf-8"))
    return found


def _line(name: str, found: Mapping[str, Any]) -> str:
    scores = " ".join(str(round((found["categories"][each]["score"] or 0) * 100)) for each in CATEGORIES)
    audits = found["audits"]
    lcp, cls, tbt = (
        audits[each]["numericValue"]
        for each in ("largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time")
    )
    failed = [
        name
        for each in CATEGORIES
        for name in (ref["id"] for ref in found["categories"][each]["auditRefs"] if ref["weight"])
        if audits[name]["score"] is not None and audits[name]["score"] < 1
    ]
    return f"  {scores}; {lcp / 1000:.2f} s, {cls:.3f}, {tbt:.0f} ms  {name}" + f"  [{', '.join(failed)}]" * bool(
        failed
    )
