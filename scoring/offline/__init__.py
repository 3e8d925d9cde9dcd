"""The offline scorer: a pure function from a reply to its assessment. Rules now; a learned part joins in `decide`."""
