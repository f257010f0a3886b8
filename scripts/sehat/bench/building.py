"""The whole build, beside a bare `mkdocs build` of the same pages with stock Material, and beside itself when small."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from sehat.bench.measuring import measure
from sehat.bench.synthetic import synthetic_project

SMALL = 500
STOCK = """\
site_name: Stock
docs_dir: docs
site_dir: site-stock
theme: {name: material, features: [navigation.prune], font: false}
plugins: []
markdown_extensions: [attr_list]
exclude_docs: /theme/
validation: {links: {not_found: ignore, unrecognized_links: ignore, anchors: ignore, absolute_links: ignore}}
"""


def built(root: Path, folder: Path, *, stock: bool = False) -> Path:
    """The real content, built in a project at `folder`: our site in `site`, and with stock Material in `site-stock`."""
    project = synthetic_project(root, folder, 0)
    commands = [["scripts/build.py"]]
    if stock:
        (project / "stock.yml").write_text(STOCK, encoding="utf-8")
        commands.append(["-m", "mkdocs", "build", "--quiet", "-f", "stock.yml"])
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    for command in commands:
        subprocess.run([sys.executable, *command], cwd=project, env=environment, check=True, stderr=subprocess.DEVNULL)
    return project


def build(root: Path, work: Path, pages: int) -> Iterator[str]:
    """Lines of the report."""
    environment = {"NO_MKDOCS_2_WARNING": "1"}
    per_page = {}
    for size in (SMALL, pages):
        project = synthetic_project(root, work / f"build-{size}", size)
        ours = measure([sys.executable, "scripts/build.py"], project, environment)
        made = sum(1 for _ in (project / "site").rglob("index.html"))
        per_page[size] = ours.seconds / made * 1000
        yield f"./run build, {made} pages: {ours.seconds:.1f} s, {per_page[size]:.2f} ms a page, {ours.peak:.0f} MiB"
    yield f"  a page at {pages} takes {per_page[pages] / per_page[SMALL]:.2f} of one at {SMALL} (target 1.3)"
    (project / "stock.yml").write_text(STOCK, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", "stock.yml"]
    stock = measure(command, project, environment)
    yield f"mkdocs build, stock Material, navigation.prune, no search: {stock.seconds:.1f} s, {stock.peak:.0f} MiB"
    yield f"  ours takes {ours.seconds / stock.seconds:.2f} of it (target 0.25)"
