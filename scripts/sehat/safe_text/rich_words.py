"""What the writer of a prose page is told, by construct, in Indonesian and English."""

from collections.abc import Mapping


def _say(en: str, id: str) -> Mapping[str, str]:
    return {"id": id, "en": en}


_HTML = _say(
    "HTML tags are not used here. Write the words without tags.",
    "Tag HTML tidak dipakai di sini. Tulis kata-katanya tanpa tag.",
)
_CODE = _say(
    "Text set as code is not used here. Remove the backticks or the four spaces before it.",
    "Teks berbentuk kode tidak dipakai di sini. Hapus tanda petik terbaliknya atau empat spasi di depannya.",
)

RULES: Mapping[str, Mapping[str, str]] = {
    "html_block": _HTML,
    "html_inline": _HTML,
    "fence": _CODE,
    "code_block": _CODE,
    "code_inline": _CODE,
    "image": _say(
        "Pictures are not used here. Say it in words.",
        "Gambar tidak dipakai di sini. Jelaskan dengan kata-kata.",
    ),
    "hr": _say(
        "A dividing line is not used here. Begin a new part with a heading (##).",
        "Garis pemisah tidak dipakai di sini. Mulai bagian baru dengan judul (##).",
    ),
    "blockquote_open": _say(
        'A quotation with ">" is not used here. Write it as a paragraph.',
        'Kutipan dengan ">" tidak dipakai di sini. Tulis sebagai paragraf biasa.',
    ),
    "table_open": _say(
        "Tables are not used here. Write a list.",
        "Tabel tidak dipakai di sini. Tulis sebagai daftar.",
    ),
    "reference": _say(
        "A link address on a line of its own is not used here. Write [words](address) where the link stands.",
        "Alamat tautan di baris tersendiri tidak dipakai di sini. Tulis [kata](alamat) di tempat tautannya.",
    ),
    "underlined": _say(
        'An underlined heading is not used here. Put "## " before the words and delete the line below.',
        'Judul bergaris bawah tidak dipakai di sini. Tulis "## " di depan kata-katanya dan hapus garis di bawahnya.',
    ),
    "h1": _say(
        'The title above already is the main heading. Begin this one with "## ".',
        'Judul utama sudah tertulis di atas. Awali judul ini dengan "## ".',
    ),
    "h4": _say(
        'Headings go no deeper than "###". Use "##" or "###".',
        'Judul tidak lebih dalam dari "###". Pakai "##" atau "###".',
    ),
    "h3_first": _say(
        'A heading with "###" must stand below one with "##". Use "##" here.',
        'Judul dengan "###" harus berada di bawah judul "##". Pakai "##" di sini.',
    ),
    "autolink": _say(
        '"<{detail}>" shows a bare address. Write [words]({detail}).',
        '"<{detail}>" menampilkan alamat mentah. Tulis [kata]({detail}).',
    ),
    "link": _say(
        'A link may not lead to "{detail}". Use https:, tel:, mailto:, or a page of this site such as page:about.',
        'Tautan tidak boleh menuju "{detail}". Pakai https:, tel:, mailto:, atau halaman situs ini seperti page:about.',
    ),
    "page": _say(
        'There is no page for "{detail}". Check its kind and its name.',
        'Tidak ada halaman untuk "{detail}". Periksa jenis dan namanya.',
    ),
    "wordless": _say(
        "This link has no words. Write them between the square brackets.",
        "Tautan ini tidak punya kata-kata. Tulis di antara kurung siku.",
    ),
}
"""One sentence of what is wrong and one of what to do; `{detail}` is what was read."""
