"""From the rendered pages to the site that is published: what MkDocs needs around it, and what comes after it."""
