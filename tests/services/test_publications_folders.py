"""The folders that builds write in: what stands in the way, and who else still writes there."""

from pathlib import Path

import pytest

from discussion.services.publications import editions
from discussion.services.publications.building import build
from tests.kit.house import Held
from tests.services.editions import House


@pytest.fixture
def house(workshop: Held, tmp_path: Path) -> House:
    return House(workshop, tmp_path / "exports")


def test_a_link_in_the_way_is_taken_away_and_what_it_leads_to_is_left(
    house: House, tmp_path: Path
) -> None:
    house.build("programme")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "letter.txt").write_text("Somebody's")
    (folder,) = house.exports.glob("*/programme")
    for place in (folder.parent / ".building", folder / "REV.1"):
        place.symlink_to(elsewhere)
    (kept,) = house.build("programme")
    assert kept.edition.label == "REV.1" and house.bytes_of(kept, "html")
    assert [file.name for file in elsewhere.iterdir()] == ["letter.txt"]


def test_a_folder_that_cannot_be_cleared_blocks_no_later_build(house: House) -> None:
    building = house.building("programme")
    building.folder.parent.parent.mkdir(parents=True)
    building.folder.parent.write_text("A file in the way.")
    with pytest.raises(OSError), house.builds.one(building):
        pass
    building.folder.parent.unlink()
    with house.builds.one(building):
        assert house.builds.of(house.held.id) == building
    assert house.builds.of(house.held.id) is None


def test_what_the_child_of_a_killed_house_still_writes_is_in_no_later_build(house: House) -> None:
    orphan, later = house.building("programme"), house.building("programme")
    with house.builds.one(later):
        build(house.held.database, house.held.id, orphan.documents, orphan.folder)
        editions.run_build(house.url, later, "request-1")
        (kept,) = house.keep(later)
    assert house.bytes_of(kept, "html")
    assert not orphan.folder.exists()
