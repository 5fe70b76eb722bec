"""The workshop: making it, its tables and cards, and the discussions it starts and closes."""
