"""From a Record to a Document or a Deck; pure functions that know no file format."""
