"""What a document's next edition may be called."""

import pytest

from discussion.domain.publications import stages


@pytest.mark.parametrize(
    ("before", "next_ones"),
    [
        ((), ("ZERO", "FINAL")),
        (("ZERO",), ("REV.1", "FINAL")),
        (("ZERO", "REV.1"), ("REV.2", "FINAL")),
        (("ZERO", "FINAL"), ("CORR.1",)),
        (("ZERO", "FINAL", "CORR.1"), ("CORR.2",)),
    ],
)
def test_after_a_final_text_come_corrections_alone(before, next_ones) -> None:
    assert stages(before) == next_ones
