"""What depends on a language: the interface's words, dates and numbers, sentences and words of prose."""
