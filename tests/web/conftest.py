"""What tests of pages and sockets stand on: a house whose pump runs in the test's process."""

from tests.kit.house import another_workshop, database, house, model, workshop

__all__ = ["another_workshop", "database", "house", "model", "workshop"]
