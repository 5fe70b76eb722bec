"""What every page and socket handler needs, made once by app.py and found through Flask."""

from dataclasses import dataclass
from typing import cast

from flask import current_app

from discussion.services.work import Runtime
from discussion.settings import Settings
from discussion.storage.database import Database
from discussion.web.live.attendance import Attendance
from discussion.web.live.fanout import FanOut
from discussion.web.live.nudges import Nudges
from discussion.web.live.pump import Pump
from discussion.web.live.twins import TwinsOfBoards
from discussion.web.live.watching import Watching


@dataclass(frozen=True)
class House:
    """The parts of one running installation."""

    settings: Settings
    database: Database
    runtime: Runtime
    pump: Pump
    fanout: FanOut
    attendance: Attendance
    nudges: Nudges
    watching: Watching
    twins: TwinsOfBoards


def house() -> House:
    """The house of the request being answered."""
    return cast(House, current_app.extensions["discussion"])
