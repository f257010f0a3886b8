"""Where things stand: languages, reviews, sources, facts and how readable each page is."""
