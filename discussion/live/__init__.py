"""Engine 1: versioned texts, commands and events, as pure functions without queue or clock."""
