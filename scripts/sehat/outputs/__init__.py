"""Files made from the library: pure functions, one module per kind of output."""
