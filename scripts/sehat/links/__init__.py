"""Whether the sources' addresses still answer: asked on the network, apart from the checks of the content."""
