"""The long proofs behind the short ones of the suite; run by ``make soak``."""
