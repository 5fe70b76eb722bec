"""Commands up, frames down: the inbox of each connection, the pump that writes, the fan-out."""
