"""HTTP and sockets: thin; it asks services, never an engine."""
