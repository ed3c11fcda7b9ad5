"""Kill -9 at random, with the ids that clients were told of kept outside."""
