"""What a change of content means for readers, told on a pull request."""
