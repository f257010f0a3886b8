"""One question to one address: does it still answer, and where has it moved?"""

import http.client
import ssl
from dataclasses import dataclass
from typing import IO, Literal
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
)

State = Literal["good", "moved", "gone", "closed", "silent"]
"""gone: the page is not there; closed: it is, but not for programs; silent: no answer, or a broken one."""

TIMEOUT = 20.0
MOVED_FOR_GOOD = (301, 308)
GONE = (404, 410)
ANYTHING = {"Accept": "*/*", "Accept-Language": "id, en"}


@dataclass(frozen=True)
class Answer:
    """What an address answered: its state, the status it gave or why there is none, and where it leads now."""

    state: State
    detail: str
    leads_to: str | None = None


class _Redirects(HTTPRedirectHandler):
    """Follows redirects and remembers whether all of them are meant to last."""

    max_redirections = 5

    def __init__(self) -> None:
        self.statuses: list[int] = []

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> Request | None:
        """The next request, with the method of the first."""
        self.statuses.append(code)
        following = super().redirect_request(req, fp, code, msg, headers, newurl)
        if following is not None:
            following.method = req.get_method()
        return following


def ask(url: str, agent: str, *, timeout: float = TIMEOUT) -> Answer:
    """What `url` answers. Asked without its content first; many servers refuse that, so then with it, unread."""
    answer = Answer("silent", "")
    for method in ("HEAD", "GET"):
        answer = _ask(url, method, agent, timeout)
        if answer.state in ("good", "moved"):
            break
    return answer


def _ask(url: str, method: str, agent: str, timeout: float) -> Answer:
    redirects = _Redirects()
    try:
        request = Request(url, headers={**ANYTHING, "User-Agent": agent}, method=method)
        with _opener(redirects).open(request, timeout=timeout) as response:
            leads_to = str(response.geturl())
            if leads_to != url and redirects.statuses and all(each in MOVED_FOR_GOOD for each in redirects.statuses):
                return Answer("moved", str(response.status), leads_to)
            return Answer("good", str(response.status))
    except HTTPError as error:
        error.close()
        return Answer("gone" if error.code in GONE else "closed" if error.code < 500 else "silent", str(error.code))
    except URLError as error:
        return Answer("silent", _reason(error.reason))
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Answer("silent", _reason(error))


def _opener(redirects: _Redirects) -> OpenerDirector:
    """Speaks HTTP and nothing else: no files, no cookies, no passwords."""
    opener = OpenerDirector()
    secure = HTTPSHandler(context=ssl.create_default_context())
    for handler in (HTTPHandler(), secure, redirects, HTTPErrorProcessor(), HTTPDefaultErrorHandler()):
        opener.add_handler(handler)
    return opener


def _reason(error: object) -> str:
    if isinstance(error, TimeoutError):
        return "timeout"
    if isinstance(error, ssl.SSLError):
        return "certificate"
    return type(error).__name__ if isinstance(error, Exception) else str(error)
