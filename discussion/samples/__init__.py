"""Where the sample programme files stand; it must not read them."""

from pathlib import Path

KUALA_LUMPUR = Path(__file__).with_name("kuala_lumpur.json")
"""The workshop on digital platforms for job seekers, Kuala Lumpur, 8-9 July 2025."""
