"""One module a step of the rubric, and one for violations: each yields Hits from a Reading."""
