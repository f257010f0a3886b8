"""The self-check: its model as data, the reference engine, and proofs over both."""
