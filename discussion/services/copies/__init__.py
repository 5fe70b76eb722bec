"""Copies: what a table saved to a file is read, tried out and taken in."""
