"""Opening content files: bytes to text, with the reasons when that fails."""

from pathlib import Path

from sehat.problems import Problem


def read_text(path: Path, file: str) -> tuple[str | None, list[Problem]]:
    """The text of a UTF-8 file with line ends as `\\n`, or None and the problem."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "unknown"
        return None, [
            Problem(
                file,
                1,
                1,
                "error",
                "unreadable-file",
                {
                    "en": f"This file cannot be opened ({reason}). Check that it exists and may be read.",
                    "id": f"Berkas ini tidak dapat dibuka ({reason}). Pastikan berkas ada dan boleh dibaca.",
                },
            )
        ]
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        return None, [
            Problem(
                file,
                line,
                column,
                "error",
                "encoding",
                {
                    "en": "This place is not UTF-8 text. Save the file as UTF-8.",
                    "id": "Bagian ini bukan teks UTF-8. Simpan berkas sebagai UTF-8.",
                },
            )
        ]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []
