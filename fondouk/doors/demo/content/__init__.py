"""The words and figures of the demo, as files somebody can read and mend: makers, goods, shelves, people."""
