"""From a Document or a Deck to bytes; they know no workshop, only the tree."""
