"""Write a PDF leaflet of every complaint in every language; the next build publishes them.

They are small, tagged for screen readers, and the same bytes whenever the content and the fonts are the same.
"""

import argparse
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml

from sehat.files import OutputFile, remove_others, write_if_changed
from sehat.outputs.leaflet import FOLDER, STYLE, leaflets
from sehat.render import load
from sehat.reports import report

NEEDS = "leaflets"
ROOT = Path(__file__).resolve().parent.parent
NO_WEASYPRINT = "WeasyPrint cannot start ({error}). It needs Pango: on Debian and Ubuntu, apt install libpango-1.0-0 libpangoft2-1.0-0"


def main() -> int:
    """Write what changed; 1 with problems in the content, 2 when PDF files cannot be made here."""
    parser = argparse.ArgumentParser(prog="./run leaflets", description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    root: Path = parser.parse_args().root.absolute()
    try:
        from weasyprint import CSS, HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as error:
        print(NO_WEASYPRINT.format(error=error), file=sys.stderr)
        return 2

    class OwnFiles(URLFetcher):  # type: ignore[misc]
        """Opens the drawings of the site, and nothing else."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> object:
            """The file, whatever mark of its content the address carries."""
            path = Path(unquote(urlsplit(url).path)).resolve()
            if urlsplit(url).scheme != "file" or not path.is_relative_to(root / "docs/assets"):
                raise ValueError(f"A leaflet may not load {url}")
            return super().fetch(path.as_uri(), headers)

    loaded = load(root)
    if not loaded.good:
        report(loaded.problems)
        return 1
    site_url = f"{site_address(root).rstrip('/')}/"
    kept = []
    for edition in loaded.editions.values():
        for path, address, document in leaflets(edition, site_url):
            page = HTML(string=document, base_url=f"{(root / 'docs' / address).as_uri()}/", url_fetcher=OwnFiles())
            pdf = page.write_pdf(stylesheets=[CSS(filename=STYLE)], pdf_variant="pdf/ua-1")
            kept.append(root / path)
            if write_if_changed(root, OutputFile(path, pdf)):
                print(path)
    list(remove_others(root / FOLDER, kept))
    return 0


def site_address(root: Path) -> str:
    """Where the site is published, from mkdocs.yml."""
    return str(yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))["site_url"])


if __name__ == "__main__":
    sys.exit(main())
