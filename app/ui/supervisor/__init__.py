"""The windows of a supervisor."""
