"""What helps editors: canonical files, new files, schemas, lists of fields, translations."""
