"""What tests of this floor stand on: a workshop held on a real database."""

from tests.kit.house import another_workshop, database, house, model, workshop

__all__ = ["another_workshop", "database", "house", "model", "workshop"]
