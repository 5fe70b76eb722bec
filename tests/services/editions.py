"""A workshop whose editions are built and kept; must not know what tests ask of them."""

from pathlib import Path

from discussion.domain.publications import documents_of
from discussion.services.publications import editions
from discussion.services.publications.building import build
from discussion.services.publications.editions import Building, Builds
from discussion.services.publications.overview import formats_of
from discussion.storage import publications
from discussion.storage.publications import KeptEdition
from tests.kit.house import Held


class House:
    """A workshop with a folder for its documents, and a secretariat that builds them."""

    def __init__(self, held: Held, exports: Path) -> None:
        self.held = held
        self.exports = exports
        self.builds = Builds()
        self.url = str(held.database.writes.url)

    def building(self, *documents: str) -> Building:
        """A build of these documents, or of all."""
        wanted = documents or documents_of(self.held.plan.programme)
        folder = editions.building_folder(self.exports, self.held.id, self.held.runtime.new_id())
        return Building(self.held.id, wanted, formats_of(wanted), folder)

    def build(self, *documents: str, final: bool = False) -> tuple[KeptEdition, ...]:
        """Builds in this process, which is quicker; what is written is the same."""
        building = self.building(*documents)
        with self.builds.one(building):
            where = (self.held.id, building.documents, building.folder)
            build(self.held.database, *where, final=final)
            editions.check_built(building.folder)
            return self.keep(building)

    def build_in_child(self, *documents: str) -> tuple[KeptEdition, ...]:
        """Builds as the server does."""
        building = self.building(*documents)
        with self.builds.one(building):
            editions.run_build(self.url, building, "request-1")
            return self.keep(building)

    def keep(self, building: Building) -> tuple[KeptEdition, ...]:
        return editions.keep_editions(
            self.held.database,
            self.held.runtime,
            self.held.actor("secretariat"),
            self.exports,
            building,
        )

    def kept(self) -> tuple[KeptEdition, ...]:
        with self.held.database.reading() as transaction:
            return publications.list_editions(transaction, self.held.id)

    def bytes_of(self, kept: KeptEdition, form: str) -> bytes:
        return editions.read_file(self.exports, kept, form)[1]
