"""Contributions: capture is what tables do with their notes, review what moderators do."""
