"""A whole small project: the good sample with the real theme, adaptor and scripts."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.projects import ROOT, rendered, sample


def whole_project(folder: Path) -> Path:
    """A project at `folder` that MkDocs and the verbs can build."""
    sample(folder)
    shutil.copytree(ROOT / "docs/theme", folder / "docs/theme")
    for part in ("css", "drawings", "images", "js"):
        shutil.copytree(ROOT / "docs/assets" / part, folder / "docs/assets" / part, ignore=rendered)
    (folder / "scripts").mkdir()
    shutil.copy(ROOT / "scripts/mkdocs_hooks.py", folder / "scripts")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def environment() -> dict[str, str]:
    """How a program of a project finds the package."""
    return os.environ | {"PYTHONPATH": str(ROOT / "scripts"), "NO_MKDOCS_2_WARNING": "1"}


def run_build(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`./run build` of the project."""
    return _run(project, str(ROOT / "scripts/build.py"), "--root", str(project), *arguments)


def run_mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """MkDocs, as somebody would start it by hand."""
    return _run(project, "-m", "mkdocs", *arguments)


def _run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=project, env=environment(), capture_output=True, text=True, check=False)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
