"""What may be uploaded for what: types, sizes, and how the bytes are kept."""

from __future__ import annotations

from dataclasses import dataclass

JPEG, PNG, WEBP, SVG = "image/jpeg", "image/png", "image/webp", "image/svg+xml"
PDF, XML, CSV, TEXT, JSON = "application/pdf", "application/xml", "text/csv", "text/plain", "application/json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GZIP = "application/gzip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

IMAGES = frozenset({JPEG, PNG, WEBP})
EXTENSIONS = {
    JPEG: "jpg", PNG: "png", WEBP: "webp", SVG: "svg", PDF: "pdf", XML: "xml", CSV: "csv", TEXT: "txt",
    JSON: "json", XLSX: "xlsx", DOCX: "docx", GZIP: "gz",
}  # fmt: skip
PIXELS_MAX = 40_000_000
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Kind:
    """Allowed sniffed types, cap in bytes, and whether the bytes are encrypted at rest."""

    types: frozenset[str]
    bytes_max: int
    encrypted: bool = False
    made_here: bool = False


KINDS: dict[str, Kind] = {
    "photo": Kind(IMAGES, 15 * MEGABYTE),
    "attachment": Kind(IMAGES | {PDF, XLSX, DOCX, CSV, TEXT}, 10 * MEGABYTE),
    "evidence": Kind(IMAGES | {PDF}, 10 * MEGABYTE, encrypted=True),
    "statement": Kind(frozenset({XML, CSV, TEXT, XLSX}), 20 * MEGABYTE),
    "spreadsheet": Kind(frozenset({XLSX, CSV}), 10 * MEGABYTE),
    "reference": Kind(frozenset({CSV, TEXT, JSON, XML, GZIP}), 20 * MEGABYTE),
    "report": Kind(IMAGES | {PDF}, 10 * MEGABYTE),
    "document": Kind(frozenset({PDF, XML, JSON, CSV}), 20 * MEGABYTE, made_here=True),
}
