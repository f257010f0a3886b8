"""Search: how words are compared, what of a page is searched, the index, and how well it does."""
