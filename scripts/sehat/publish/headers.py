"""The response headers of every part of the site: one definition for the meta tag, every kind of host and the tests."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sehat.admin import page as admin_page

Headers = Mapping[str, str]

FIRST_SCRIPT = (
    "(d=>{d.classList.add('js');try{const c=localStorage.getItem('colours');"
    "if(c=='default'||c=='slate')d.dataset.mdColorScheme=c}catch{}"
    "const{load}=document.currentScript.dataset;"
    "load&&addEventListener('load',()=>requestAnimationFrame(()=>setTimeout(()=>"
    "Promise.allSettled(load.split(' ').map(a=>import(a))).then(()=>d.dataset.ready=''))))"
    "})(document.documentElement)"
)
"""The only script inside pages: the colours that a reader chose, before the first paint and without another request.

After the first paint it loads the modules that its `data-load` names, so that none of them holds up what is read, and
marks the page with `data-ready` when they have started.
"""

_FIRST_HASH = base64.b64encode(hashlib.sha256(FIRST_SCRIPT.encode()).digest()).decode()

POLICY = (
    f"default-src 'none'; script-src 'self' 'sha256-{_FIRST_HASH}'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types offline search"
)
"""What a page may load: only files of this site, one script inside the page, no text turned into code.

The Trusted Types policies let `assets/js/offline.js` name the service worker and `assets/search/main.mjs` its worker.
"""

PREVIEW_POLICY = POLICY.replace(f"'sha256-{_FIRST_HASH}'", "'unsafe-inline'")
"""While previewing, MkDocs writes its reload script into each page."""

WORKER_POLICY = "default-src 'none'; connect-src 'self'"
NO_FRAMES = "; frame-ancestors 'none'"
"""What a meta tag cannot say."""

FOREVER = "public, max-age=31536000, immutable"
A_DAY = "public, max-age=86400"
ASK_FIRST = "no-cache"

EVERYWHERE: Headers = {
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
SAME_SITE: Headers = {"Cross-Origin-Resource-Policy": "same-origin"}
STYLESHEET = "assets/css/site.css"
SCRIPT = "assets/js/site.js"
OFFLINE_SCRIPT = "assets/js/offline.js"
VERSIONED = (STYLESHEET, SCRIPT, OFFLINE_SCRIPT)
"""Files that every page names together with a mark of their content."""


@dataclass(frozen=True)
class Place:
    """A part of the site: paths from its root (a `*` at the end stands for anything), and the headers it adds."""

    paths: tuple[str, ...]
    headers: Headers

    def holds(self, path: str) -> bool:
        """Whether the part holds this path."""
        return any(path.startswith(each[:-1]) if each.endswith("*") else path == each for each in self.paths)


def places(locales: Iterable[str], asset_folders: Iterable[str]) -> tuple[Place, ...]:
    """The parts of a site. No path is in two of them: some hosts join headers of the same name instead of choosing one.

    What is in none, such as a style sheet without a mark, is kept as long as the host thinks right: not at all.
    """
    own = {name.split("/")[1] for name in VERSIONED} | {"images"}
    other = tuple(f"/assets/{name}/*" for name in sorted(set(asset_folders) - own))
    found = (
        Place(
            ("/", "/404.html", "/offline.html", *(f"/{locale}/*" for locale in locales)),
            {
                "Content-Security-Policy": POLICY + NO_FRAMES,
                "Cross-Origin-Opener-Policy": "same-origin",
                **SAME_SITE,
                "Cache-Control": ASK_FIRST,
            },
        ),
        Place(tuple(f"/{name}" for name in VERSIONED), {**SAME_SITE, "Cache-Control": FOREVER}),
        Place(("/assets/images/*",), {**SAME_SITE, "Cache-Control": A_DAY}),
        Place(other, {**SAME_SITE, "Cache-Control": ASK_FIRST}),
        Place(("/sw.js",), {"Content-Security-Policy": WORKER_POLICY, **SAME_SITE, "Cache-Control": ASK_FIRST}),
        Place(
            ("/api/*",),
            {
                "Access-Control-Allow-Origin": "*",
                "Cross-Origin-Resource-Policy": "cross-origin",
                "Cache-Control": ASK_FIRST,
            },
        ),
        Place(
            ("/admin/*",),
            {
                "Content-Security-Policy": admin_page.POLICY + NO_FRAMES,
                "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
                **SAME_SITE,
                "Cache-Control": ASK_FIRST,
            },
        ),
    )
    return tuple(place for place in found if place.paths)


def headers_for(path: str, parts: Iterable[Place]) -> dict[str, str]:
    """Every header of the answer for `path`."""
    found = next((place.headers for place in parts if place.holds(path)), {})
    return {**EVERYWHERE, **found}
