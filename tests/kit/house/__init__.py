"""A house in the test's own process: fixed clock, counted ids, real SQLite, real commands.

Fixtures: ``database`` is empty; ``workshop`` is the sample with two tables and one person of
every role, whose ``act``, ``refused`` and ``batch`` send commands the way sockets do;
``another_workshop()`` makes one more in the same house. ``house`` puts the pages and sockets on
top: ``house.visitor("moderator")`` opens pages and sends forms, ``house.socket("rapporteur")``
is a live connection. A folder of tests imports what it needs in its ``conftest.py``.
"""

from tests.kit.house.fixtures import another_workshop, database, house, model, opened, workshop
from tests.kit.house.held import Held, new_workshop
from tests.kit.house.live import Line, RefusedAtTheDoor
from tests.kit.house.pages import PagesOf, Visitor
from tests.kit.house.runtime import OPENING, Clock, new_runtime

__all__ = [
    "OPENING",
    "Clock",
    "Held",
    "Line",
    "PagesOf",
    "RefusedAtTheDoor",
    "Visitor",
    "another_workshop",
    "database",
    "house",
    "model",
    "new_runtime",
    "new_workshop",
    "opened",
    "workshop",
]
