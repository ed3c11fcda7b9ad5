"""The embedded engine: an index in a folder, one writer process, readers in every process."""
