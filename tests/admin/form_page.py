"""The form in a real browser, working on a folder of files that the browser keeps for itself."""

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page, Request

CHOOSE_FOLDER = """
window.showDirectoryPicker = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle("project", { create: true });
"""
"""Headless browsers have no dialog for folders; this one always chooses the same, which no other page can see."""

WRITE = """async (files) => {
  const root = await window.showDirectoryPicker();
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/");
    const name = parts.pop();
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writer.write(text);
    await writer.close();
  }
}"""

READ = """async (path) => {
  const parts = path.split("/");
  const name = parts.pop();
  let folder = await window.showDirectoryPicker();
  for (const part of parts) folder = await folder.getDirectoryHandle(part);
  return (await (await folder.getFileHandle(name)).getFile()).text();
}"""


class FormPage:
    """What an editor does with the form: open an entry, change words, save."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url
        self.messages: list[str] = []
        self.foreign: list[Request] = []
        page.add_init_script(CHOOSE_FOLDER)
        page.on("console", lambda message: self.messages.append(f"{message.type}: {message.text}"))
        page.on("request", self._note)

    def _note(self, request: Request) -> None:
        if not request.url.startswith((self.url.removesuffix("admin/"), "blob:", "data:")):
            self.foreign.append(request)

    def open_folder(self, files: Mapping[str, str]) -> None:
        """Sign in with a local folder that holds these files."""
        self.page.goto(self.url)
        self.page.evaluate(WRITE, {".git/HEAD": "ref: refs/heads/main\n", **files})
        self.page.get_by_role("button", name="Work with Local Repository").click()
        self.page.wait_for_url("**/#/collections/**")

    def open_entry(self, collection: str, entry: str) -> None:
        """Show the fields of an entry."""
        self.page.goto(f"{self.url}#/collections/{collection}/entries/{entry}")
        self.page.locator("section[data-key-path]").first.wait_for()

    def type(self, field: str, words: str) -> str:
        """Put words into a field, given by its path like `steps.0.id`; returns what stood there."""
        parts = field.split(".")
        for depth in range(1, len(parts)):
            if not parts[depth - 1].isdigit():
                self._unfold(".".join(parts[:depth]), ".".join(parts[: depth + 1]))
        box = self._section(field).locator("textarea, input").first
        box.scroll_into_view_if_needed()
        before = box.input_value()
        box.fill(words)
        return before

    def save(self) -> None:
        """Save the entry and wait until that is done."""
        button = self.page.get_by_role("button", name="Save", exact=True)
        button.click()
        self.page.wait_for_function(
            """() => [...document.querySelectorAll("button")].some((each) =>
              each.dataset.label === "Save" && each.disabled) || location.hash.split("/").length < 5"""
        )

    def read(self, path: str) -> str:
        """A file of the folder as it is now."""
        text: Any = self.page.evaluate(READ, path)
        return str(text)

    def _section(self, field: str) -> Locator:
        """The field's part of the page. The program draws only what is near the window, so scroll until it is there."""
        section = self.page.locator(f'section[data-key-path="{field}"]')
        for _ in range(300):
            if section.count():
                break
            self.page.locator("section[data-key-path]").last.scroll_into_view_if_needed()
            self.page.wait_for_timeout(30)
        section.first.scroll_into_view_if_needed()
        return section.first

    def _unfold(self, field: str, inside: str) -> None:
        section = self._section(field)
        child = self.page.locator(f'section[data-key-path="{inside}"], [data-key-path^="{inside}."]')
        every = section.get_by_role("button", name="Expand All", exact=True)
        one = section.get_by_role("button", name="Expand", exact=True)
        for _ in range(100):
            if child.count():
                return
            if every.count() and every.first.is_enabled():
                every.first.click()
            elif one.count():
                one.first.click()
            self.page.wait_for_timeout(50)
