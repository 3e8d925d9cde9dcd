"""The windows: everything that knows Qt lives here; nothing but `main` and the commands imports it."""
