"""What the content is made of: frozen pydantic models, which are the schema too."""
