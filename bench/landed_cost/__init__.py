"""What landed cost costs: cards of a page, JSON lines, and the import of a whole tariff."""
