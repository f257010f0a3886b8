"""The plural rule of a language, as PO files state it."""

from collections.abc import Mapping

from babel.plural import to_gettext

from sehat.language.formats import cldr

# Babel's own table (`get_plural`) gives Indonesian two forms; CLDR gives it one. Its English rule is right but long.
_SHORT: Mapping[str, str] = {
    "nplurals=1; plural=(0);": "nplurals=1; plural=0;",
    "nplurals=2; plural=((((n == 1)) && ((0 == 0))) ? 0 : 1);": "nplurals=2; plural=(n != 1);",
}


def plural_header(locale: str) -> str:
    """The value of `Plural-Forms` for `locale`: "nplurals=1; plural=0;" for Indonesian."""
    rule = to_gettext(cldr(locale).plural_form)
    return _SHORT.get(rule, rule)
