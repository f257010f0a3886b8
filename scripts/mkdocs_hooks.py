"""The adaptor between MkDocs and the rest: renders the content first, and keeps each build to what a page needs.

The only module that imports MkDocs. `mkdocs build` and `mkdocs serve` come through here; so does `./run build`, which
starts one `mkdocs build` per language with `SEHAT_LOCALE` set.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from watchdog.observers.polling import PollingObserver

from sehat import render as renderer
from sehat.publish import front_matter
from sehat.publish.frame import frame
from sehat.publish.link_pictures import picture_of
from sehat.publish.merging import write_part
from sehat.publish.preview import Preview
from sehat.publish.template_markdown import html_of
from sehat.publish.watching import watched
from sehat.publish.whole_site import finish

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

LOCALE = "SEHAT_LOCALE"
"""Set by `./run build`: the one language of this process, whose pages are already rendered."""

POLL_SECONDS = 0.2
"""How often the preview looks for saved files; MkDocs' own half a second is most of the wait for a page."""

ROOT = Path(__file__).absolute().parent.parent


class SitePage(Page):
    """A page that says in its front matter what MkDocs would otherwise work out."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the front matter line by line instead of as YAML."""
        self.meta, self.markdown = front_matter.split(self.file.content_string)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Turn what templates write into HTML the short way; leave anything else to MkDocs."""
        self.content = html_of(self.markdown or "")
        if self.content is None:
            super().render(config, files)
        self.markdown = ""  # Nobody reads it again; it would be a third of the build's memory.


class Run:
    """What one start of MkDocs keeps between its events; MkDocs offers hooks no other place."""

    def __init__(self) -> None:
        self.serving = False
        self.loaded: renderer.Loaded | None = None
        self.config: MkDocsConfig | None = None
        self.env: jinja2.Environment | None = None
        self.files: Files | None = None


run = Run()


def on_startup(command: str, dirty: bool) -> None:
    """Render the content, once for each start of MkDocs."""
    run.serving = command == "serve"
    if LOCALE in os.environ:
        return
    run.loaded = renderer.load(ROOT)
    renderer.report(run.loaded.problems)
    if run.loaded.good:
        renderer.write(ROOT, run.loaded)
    elif not run.serving:
        raise Abort("The content has problems; nothing was built.")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give the templates the words, menus and addresses of every language."""
    data = frame(ROOT, preview=run.serving)
    if data is None:  # The very first rendering failed: there is nothing to show but its problems.
        config.theme.static_templates = set()
        return config
    config.extra["sehat"] = data | {"site_url": f"{(config.site_url or '').rstrip('/')}/"}
    config.theme.static_templates = {"index.html", "404.html", "offline.html"} if _carries_shared_files(data) else set()
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keep what is published: our own files, and in a build of one language only that language's pages."""
    locale = os.environ.get(LOCALE)
    shared = _carries_shared_files(config.extra.get("sehat", {}))
    languages = config.extra.get("sehat", {}).get("locales", {})
    kept = Files([])
    for file in files:
        if file.is_documentation_page():
            if locale is None or file.src_uri.startswith(locale + "/"):
                SitePage(None, file, config)
                kept.append(file)
        elif file.src_dir == config.docs_dir:
            of_language = file.src_uri.partition("/")[0] in languages
            if (locale is None or file.src_uri.startswith(locale + "/")) if of_language else shared:
                kept.append(file)
    return kept


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Templates without superfluous blank lines, and an error for every word they miss."""
    env = env.overlay(trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined)
    env.globals["picture_of"] = picture_of
    run.config, run.env, run.files = config, env, files
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Write what needs every page: sitemap, feeds, headers, what is kept offline. MkDocs' own sitemap knows no languages."""
    data = config.extra.get("sehat")
    if not data or run.files is None:
        return
    pages = [file.page.meta for file in run.files.documentation_pages() if file.page]
    if LOCALE in os.environ:
        write_part(Path(config.site_dir), data, pages)
        return
    finish(Path(config.site_dir), data, pages)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Watch what people edit instead of what is rendered from it, and build only what an edit touches."""
    assert run.loaded is not None
    site = Preview(ROOT, Path(config.site_dir), run.loaded, build_all=builder, build_pages=build_pages)
    server.unwatch(config.docs_dir)
    server.unwatch(config.config_file_path)
    server.observer = PollingObserver(timeout=POLL_SECONDS)
    for path in watched(ROOT):
        server.watch(str(path))
    server.builder = site.update
    server.set_app(site.application(server.serve_request, server.mount_path))
    print(f"Open {server.url} in a browser. Ctrl+C stops.", flush=True)
    return server


def build_pages(written: Sequence[Path], removed: Sequence[Path]) -> None:
    """Build these pages, and files beside them, as the last whole build would have done; forget the removed ones."""
    config, env, files = run.config, run.env, run.files
    if config is None or env is None or files is None:
        return
    docs = Path(config.docs_dir)
    sources = {path.relative_to(docs).as_posix() for path in (*written, *removed) if path.is_relative_to(docs)}
    template = env.get_template("main.html")
    for source in sorted(sources):
        known = files.get_file_from_path(source)
        file = known or File(source, config.docs_dir, config.site_dir, config.use_directory_urls)
        if not (docs / source).exists():
            Path(file.abs_dest_path).unlink(missing_ok=True)
            if known:
                files.remove(known)
            continue
        if not known:
            files.append(file)
        if file.is_documentation_page():
            page = SitePage(None, file, config)
            page.read_source(config)
            page.render(config, files)
            context = get_context(Navigation([], []), files, config, page)
            write_file(template.render(context).encode(), file.abs_dest_path)
    files.copy_static_files(dirty=True)


def _carries_shared_files(data: Mapping[str, Any]) -> bool:
    """Whether this build writes what all languages share; of several at once, the default language's does."""
    return os.environ.get(LOCALE) in (None, data.get("default_locale"))
