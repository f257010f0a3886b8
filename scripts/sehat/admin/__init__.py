"""The web form at `/admin/`: its configuration, made from the models, and the vendored program that shows it."""
