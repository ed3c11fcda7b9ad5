"""The engine of a cluster: OpenSearch 2.x behind the same face, words read by ourselves, indices behind an alias."""
