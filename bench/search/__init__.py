"""What search costs: a trilingual corpus made here, the embedded engine, and PostgreSQL's full text beside it."""
