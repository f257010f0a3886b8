"""Text that stays text: what editors write can never become markup, a script or an unexpected link."""
