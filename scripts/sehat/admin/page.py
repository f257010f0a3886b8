"""The page of the form: its frame, and what it may load."""

from html import escape

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' data: blob: https://avatars.githubusercontent.com; "
    "connect-src 'self' data: blob: https://api.github.com; form-action 'none'; base-uri 'none'"
)
"""Looser than that of readers' pages, and only here: the program writes styles into the page and talks to the Git host.

Fonts, icons and status pages of other companies, which the program would load, stay blocked.
"""

PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<link rel="icon" href="../assets/images/favicon.svg" type="image/svg+xml">
<style>
@font-face {{
  font-family: "Material Symbols Outlined";
  font-weight: 100 700;
  src: url("icons.woff2") format("woff2");
}}
</style>
<script src="sveltia-cms.js" defer></script>
</head>
<body>
<noscript>{no_script}</noscript>
</body>
</html>
"""


def page(title: str, no_script: str) -> str:
    """The HTML of the form; `no_script` is what browsers without scripts show."""
    return PAGE.format(policy=escape(POLICY), title=escape(title), no_script=escape(no_script))
