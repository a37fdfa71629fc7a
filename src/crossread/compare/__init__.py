"""compare: claims to conflicts, one kind a file; ``registry`` lists them."""
