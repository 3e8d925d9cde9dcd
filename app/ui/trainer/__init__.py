"""The windows of a trainer."""
