"""Reading content files into nodes that remember where each value stands."""
