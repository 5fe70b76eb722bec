"""Engine 2: the tree and the deck, builders that make them, writers that turn them into bytes."""
