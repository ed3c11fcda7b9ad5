"""What a trade document costs: milliseconds and bytes."""
