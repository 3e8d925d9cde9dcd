"""Training data for the offline scorer, and the one command that makes its learned part from them."""
