"""An upload far too large leaves no more than the cap on the disk, and a sentence on the page."""

from __future__ import annotations

import os

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fondouk.doors.web import uploads
from fondouk.market.catalogue.models import Product
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_what_is_far_too_large_is_refused_with_a_sentence(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[int] = []
    complete = uploads.CappedUploadHandler.file_complete

    def watched(self: uploads.CappedUploadHandler, file_size: int) -> object:
        found = complete(self, file_size)
        kept.append(os.path.getsize(found.temporary_file_path()))
        return found

    monkeypatch.setattr(uploads.CappedUploadHandler, "file_complete", watched)
    client = Client()
    client.force_login(cast.argan.owner)
    photo = SimpleUploadedFile("big.jpg", b"\xff\xd8\xff" + b"\0" * 40_000_000, "image/jpeg")
    typed = {"title": "Oil", "currency": "USD", "photos": photo, "once": "1"}
    answer = client.post("/en/sell/products/new/", typed)
    assert answer.status_code == 422
    assert "This file is larger than 15 MB." in answer.content.decode()
    assert 'value="Oil"' in answer.content.decode()
    assert kept == [uploads.KEPT_BYTES]
    assert not Product.objects.exists()
