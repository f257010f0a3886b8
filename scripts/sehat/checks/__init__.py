"""What must hold of the content, one module per rule."""
