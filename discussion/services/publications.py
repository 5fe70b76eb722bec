"""Building documents from the Record, keeping their editions, and reading them again."""
