"""What the field calls its people, things and acts in three languages; data, no rules.

A row is ``name: English / French / Arabic``, the forms parted by commas; a line that begins with
spaces goes on with the row above. A star before the name: so common that it tells little.
"""

from discussion.domain.likeness.terms.acts import ACTS, STRENGTHS
from discussion.domain.likeness.terms.everyday import EVERYDAY
from discussion.domain.likeness.terms.people import PEOPLE
from discussion.domain.likeness.terms.things import THINGS

__all__ = ["ACTS", "EVERYDAY", "PEOPLE", "STRENGTHS", "THINGS"]
