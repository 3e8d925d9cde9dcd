"""Checks by example: a trainer's own check, read from a few replies that meet it and a few that only seem to."""
