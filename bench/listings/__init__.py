"""What it costs to keep listings true: landed costs looked at again, whole listings made anew, the index told."""
