"""Engine 3: what is kept. SQLAlchemy lives here only; rows go in, values come out."""
