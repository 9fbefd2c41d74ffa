"""Widgets go when their test is over."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _no_glass_left() -> Iterator[None]:
    """Widgets a test is done with go at once.

    Qt deletes later only once an event loop runs; without one every screen of the run would stay,
    hear every change of language and font, and hold its pixels.
    """
    yield
    if QApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
