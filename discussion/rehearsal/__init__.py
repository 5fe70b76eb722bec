"""A client that plays a whole workshop against a running server; it knows no storage and no web."""
