"""One rehearsal from the opening line to the scorecard: what happens in which order, and what is written when."""
