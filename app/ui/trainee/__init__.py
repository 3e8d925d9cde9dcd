"""The windows of a trainee."""
