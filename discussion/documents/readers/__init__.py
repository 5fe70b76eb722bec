"""Readers: bytes of Office files into what the house can use; they never change a file."""
