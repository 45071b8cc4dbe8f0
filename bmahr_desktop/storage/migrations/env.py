"""Nothing to do here: `storage.upgrade` runs the migrations in its own transaction."""
