"""Betis Sehat: health content read once into a library, everything else made from it."""
