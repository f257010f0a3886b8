"""`./run` makes .venv when it is needed, runs verbs faithfully, and explains itself in one line when it cannot."""

import ast
import hashlib
import importlib.machinery
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
ECHO = '''"""Say how this verb was started.

More about it.
"""
import json, os, sys
if __name__ == "__main__":
    names = ("PYTHONPATH", "NO_MKDOCS_2_WARNING")
    print(json.dumps([sys.argv[1:], os.getcwd(), sys.prefix, *[os.environ[name] for name in names]]))
    sys.exit(7)
'''
TEST = '''"""Run tests."""
NEEDS = "dev"
if __name__ == "__main__":
    print("tested")
'''
SLEEP = '''"""Wait to be stopped."""
import time
if __name__ == "__main__":
    print("waiting", flush=True)
    time.sleep(60)
'''
POOL = '''"""Share work between new processes."""
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
def double(number): return 2 * number
if __name__ == "__main__":
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        print(list(pool.map(double, [1, 2])))
'''
BROKEN = '''"""Fail when imported."""
raise SystemExit("imported")
if __name__ == "__main__":
    pass
'''
HOOK = '"""Not a verb."""\n'
VERBS = {"echo": ECHO, "test": TEST, "sleep": SLEEP, "pool": POOL, "broken": BROKEN, "mkdocs_hooks": HOOK}
# Stands for uv: notes which lock it is given; fails when a file called "offline" is there.
FAKE_UV = """#!/bin/sh
for last; do :; done
echo "$(basename "$last")" >> "{folder}/installed.txt"
test ! -e "{folder}/offline" || {{ echo "no route to host"; exit 1; }}
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in for uv is a shell script")


@dataclass(frozen=True)
class Project:
    """A small project with a copy of `run`, in a folder whose name has spaces."""

    root: Path
    tools: Path

    def command(self, *arguments: str, path: str = "") -> tuple[list[str], dict[str, str]]:
        """The command line and environment of `./run` with these arguments."""
        environment = {**os.environ, "PATH": path or f"{self.tools}:/usr/bin:/bin"}
        return [sys.executable, str(self.root / "run"), *arguments], environment

    def run(self, *arguments: str, cwd: Path | None = None, path: str = "") -> subprocess.CompletedProcess[str]:
        """Run `./run` to its end."""
        command, environment = self.command(*arguments, path=path)
        return subprocess.run(command, env=environment, cwd=cwd, capture_output=True, text=True, timeout=120)

    def installed(self) -> list[str]:
        """The locks that were installed since the last call."""
        path = self.tools / "installed.txt"
        names = path.read_text(encoding="utf-8").split() if path.exists() else []
        path.unlink(missing_ok=True)
        return names

    def lock(self, kind: str, text: str) -> None:
        """Change a lock."""
        name = {"runtime": "requirements.txt", "dev": "requirements-dev.txt"}[kind]
        (self.root / name).write_text(text, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project in which nothing was run yet."""
    root, tools = tmp_path / "my calf project", tmp_path / "tools"
    (root / "scripts").mkdir(parents=True)
    tools.mkdir()
    shutil.copy(ROOT / "run", root / "run")
    for name, text in VERBS.items():
        (root / "scripts" / f"{name}.py").write_text(text, encoding="utf-8")
    (tools / "uv").write_text(FAKE_UV.format(folder=tools), encoding="utf-8")
    (tools / "uv").chmod(0o755)
    project = Project(root, tools)
    project.lock("runtime", "# runtime\n")
    project.lock("dev", "# dev\n")
    return project


@pytest.fixture
def run() -> ModuleType:
    """The script as a module."""
    loader = importlib.machinery.SourceFileLoader("run_script", str(ROOT / "run"))
    spec = importlib.util.spec_from_loader("run_script", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",), ("help",)])
def test_help_lists_verbs_without_running_or_installing(project: Project, arguments: tuple[str, ...]) -> None:
    """The list must be there at once, before .venv exists and though a verb is broken."""
    result = project.run(*arguments)

    assert 0 == result.returncode
    assert "  echo    Say how this verb was started.\n" in result.stdout
    assert "  broken  Fail when imported.\n" in result.stdout
    assert "hooks" not in result.stdout
    assert not (project.root / ".venv").exists()


@pytest.mark.parametrize(("slip", "meant"), [("ehco", "echo"), ("tests", "test"), ("xyzzy", None)])
def test_unknown_verb_gets_the_nearest_suggested(project: Project, slip: str, meant: str | None) -> None:
    """A slip costs one look, and never a wait for .venv."""
    result = project.run(slip)
    hint = f' Did you mean "{meant}"?' if meant else ""

    assert f'There is no verb "{slip}".{hint} ./run lists them all.\n' == result.stderr
    assert (2, "") == (result.returncode, result.stdout)
    assert not (project.root / ".venv").exists()


def test_verb_gets_arguments_folder_and_environment_and_gives_its_code(project: Project, tmp_path: Path) -> None:
    """A verb behaves the same from every folder; progress never mixes with what it prints."""
    result = project.run("echo", "two words", "--flag", "", cwd=tmp_path)
    arguments, folder, prefix, path, silence = json.loads(result.stdout)

    assert 7 == result.returncode
    assert ["two words", "--flag", ""] == arguments
    assert str(project.root) == folder
    assert str(project.root / ".venv") == prefix
    assert (str(project.root / "scripts"), "1") == (path, silence)
    assert result.stderr.startswith("Preparing .venv (first time, about 20 s) ...\n")


def test_second_run_installs_nothing(project: Project) -> None:
    """After the first time no network is needed."""
    project.run("echo")
    (project.tools / "offline").touch()
    result = project.run("echo")

    assert (7, "") == (result.returncode, result.stderr)
    assert ["requirements.txt"] == project.installed()


def test_tools_for_tests_are_added_when_a_verb_needs_them(project: Project) -> None:
    """Whoever only serves the site does not download a browser driver."""
    project.run("echo")
    result = project.run("test")

    assert (0, "tested\n") == (result.returncode, result.stdout)
    assert result.stderr.startswith("Adding the tools for tests to .venv")
    assert ["requirements.txt", "requirements-dev.txt"] == project.installed()
    assert "" == project.run("echo").stderr


def test_tests_first_install_once(project: Project) -> None:
    """The lock for tests holds the one for the site."""
    project.run("test")
    project.run("echo")

    assert ["requirements-dev.txt"] == project.installed()


def test_changed_lock_makes_venv_anew(project: Project) -> None:
    """What the new lock no longer names must be gone."""
    project.run("echo")
    leftover = project.root / ".venv" / "leftover"
    leftover.touch()
    project.lock("runtime", "# changed\n")
    result = project.run("echo")

    assert "Preparing .venv (what it needs has changed, about 20 s) ..." in result.stderr
    assert not leftover.exists()


def test_changed_lock_keeps_the_tools_for_tests(project: Project) -> None:
    """A pull must not cost two installations, one for serve and one for test."""
    project.run("test")
    project.lock("runtime", "# changed\n")
    project.lock("dev", "# changed too\n")
    project.installed()
    project.run("echo")
    project.run("test")

    assert ["requirements-dev.txt"] == project.installed()


def test_failed_installation_is_explained_and_tried_again(project: Project) -> None:
    """A lost connection leaves nothing that looks finished."""
    (project.tools / "offline").touch()
    project.lock("runtime", "no-such-package==1 --hash=sha256:00\n")
    failed = project.run("echo")
    (project.tools / "offline").unlink()
    again = project.run("echo")

    assert 2 == failed.returncode
    assert "no route to host" in failed.stderr
    assert "The packages could not be installed." in failed.stderr.splitlines()[-1]
    assert "Traceback" not in failed.stderr
    assert "Preparing .venv (it was not finished, about 20 s) ..." in again.stderr
    assert 7 == again.returncode


def test_moved_python_makes_venv_anew(project: Project) -> None:
    """A system update may take away the Python that .venv points to."""
    project.run("echo")
    python = project.root / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to(project.root / "gone")

    assert 7 == project.run("echo").returncode


def test_two_runs_at_once_prepare_once(project: Project) -> None:
    """Serve in one window and test in another must not break each other's .venv."""
    command, environment = project.command("echo")
    pair = [subprocess.Popen(command, env=environment, stdout=-1, stderr=-1, text=True) for _ in range(2)]
    ends = [(process.communicate()[1], process.returncode) for process in pair]

    assert [7, 7] == [code for _, code in ends]
    assert ["requirements.txt"] == project.installed()


def test_ctrl_c_ends_a_verb_without_a_traceback(project: Project) -> None:
    """Stopping is not an error; 130 is what a shell expects."""
    command, environment = project.command("sleep")
    with subprocess.Popen(command, env=environment, stdout=-1, stderr=-1, text=True) as process:
        assert process.stdout is not None
        assert "waiting\n" == process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)

    assert 130 == process.returncode
    assert "Traceback" not in errors


def test_a_verb_can_start_processes_that_import_it(project: Project) -> None:
    """Languages are built side by side; macOS and Windows start each process from the verb's own file."""
    result = project.run("pool")

    assert "[2, 4]\n" == result.stdout, result.stderr


def test_old_python_is_told_in_one_line(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The commonest first obstacle gets the clearest sentence."""
    monkeypatch.setattr(run, "OLDEST", (99, 0))
    monkeypatch.setattr(run, "NEWER", ())
    monkeypatch.setattr(sys, "argv", ["run", "serve"])

    assert 2 == run.main()
    errors = capsys.readouterr().err
    assert errors.startswith("Python 3.11 or newer is needed, this is 3.")
    assert 1 == errors.count("\n")


def test_missing_venv_module_is_told_in_one_line(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian splits Python: the sentence names the package."""
    monkeypatch.setattr(run.shutil, "which", lambda name: None)
    monkeypatch.setattr(run, "VENV", Path("/nowhere"))
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda name: None)

    with pytest.raises(run.Stop, match="sudo apt install python3-venv"):
        list(run.installers())


def test_old_pythons_can_read_the_script() -> None:
    """Otherwise they would show a syntax error instead of the sentence."""
    tree = ast.parse((ROOT / "run").read_text(encoding="utf-8"), feature_version=(3, 6))
    annotations = [node.returns for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]

    assert [] == [ast.unparse(note) for note in annotations if isinstance(note, ast.Subscript | ast.BinOp)]


def test_only_the_standard_library_is_imported() -> None:
    """A bare machine has nothing else."""
    tree = ast.parse((ROOT / "run").read_text(encoding="utf-8"))
    names = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert set() == {name.partition(".")[0] for name in names} - set(sys.stdlib_module_names)


def test_every_verb_says_what_it_does(run: ModuleType) -> None:
    """`ls scripts/` and `./run` are the help pages."""
    for name, path in run.verbs(ROOT / "scripts").items():
        assert run.first_line(path).endswith((".", ")", "?")), name


@pytest.mark.slow
def test_without_uv_pip_installs_what_the_hash_names(project: Project, tmp_path: Path) -> None:
    """The real way on a bare machine, with a package of one module."""
    wheel = tmp_path / "calf-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("calf.py", "")
        archive.writestr("calf-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: calf\nVersion: 1\n")
        archive.writestr("calf-1.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr("calf-1.dist-info/RECORD", "calf.py,,\n")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    project.lock("runtime", f"calf @ {wheel.as_uri()} --hash=sha256:{'0' * 64}\n")
    refused = project.run("echo", path="/usr/bin:/bin")
    project.lock("runtime", f"calf @ {wheel.as_uri()} --hash=sha256:{digest}\n")
    accepted = project.run("echo", path="/usr/bin:/bin")

    assert 2 == refused.returncode
    assert "DO NOT MATCH THE HASHES" in refused.stderr
    assert 7 == accepted.returncode, accepted.stderr
    assert any((project.root / ".venv").glob("lib/*/site-packages/calf.py"))
