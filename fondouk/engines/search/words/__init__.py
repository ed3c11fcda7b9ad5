"""From text to the words an index knows: the same reading for documents and questions, for every engine."""
