"""The day's page: one large button for the next step."""

import pytest
from all_screens import STAGES
from pytestqt.qtbot import QtBot
from test_screens_behaviour import Visit

from kiosk.journey.intents import (
    CloseDay,
    HoldCorner,
    Intent,
    LeaveStaff,
    OpenDay,
    PauseDay,
    Refresh,
    Resume,
    ShowArea,
    ShowDay,
)
from kiosk.ui.staff.day_screen import DayScreen
from kiosk.ui.staff.staff_screen import StaffScreen


@pytest.mark.parametrize(
    ("name", "on", "back"),
    [
        ("day", OpenDay(), ShowArea()),
        ("day-problem", Refresh(), ShowArea()),
        ("day-open", LeaveStaff(), ShowArea()),
        ("day-paused", OpenDay(), ShowArea()),
        ("day-closing", CloseDay(), Resume()),
    ],
)
def test_the_next_step_and_the_way_back(qtbot: QtBot, name: str, on: Intent, back: Intent) -> None:
    visit = Visit(qtbot, STAGES[name])
    visit.tap(visit.screen.bottom.on)
    visit.tap(visit.screen.bottom.back)
    assert visit.intents == [on, back]


def test_an_open_day_may_pause_or_end(qtbot: QtBot) -> None:
    visit = Visit(qtbot, STAGES["day-open"])
    screen = visit.screen
    assert isinstance(screen, DayScreen)
    visit.tap(screen.pause)
    visit.tap(screen.close_day)
    assert visit.intents == [PauseDay(), CloseDay()]


def test_what_does_not_go_now_is_not_offered(qtbot: QtBot) -> None:
    shown = {}
    for name in ("day", "day-problem", "day-open", "day-paused", "day-closing"):
        screen = Visit(qtbot, STAGES[name]).screen
        assert isinstance(screen, DayScreen)
        shown[name] = (screen.pause.isVisible(), screen.close_day.isVisible())
    assert shown == {
        "day": (False, False),
        "day-problem": (False, False),
        "day-open": (True, True),
        "day-paused": (False, True),
        "day-closing": (False, False),
    }


def test_the_staff_area_leads_to_the_day_where_there_is_one(qtbot: QtBot) -> None:
    visit = Visit(qtbot, STAGES["staff-daily"])
    screen = visit.screen
    assert isinstance(screen, StaffScreen)
    visit.tap(screen.day)
    assert visit.intents == [ShowDay()]
    always = Visit(qtbot, STAGES["staff"]).screen
    assert isinstance(always, StaffScreen)
    assert not always.day.isVisible()


def test_staff_come_in_where_it_is_closed(qtbot: QtBot) -> None:
    for name in ("closed", "closed-paused"):
        visit = Visit(qtbot, STAGES[name])
        visit.tap(visit.screen.bottom.on)
        assert visit.intents == [HoldCorner()]
