"""The simulated customer: the protocol, the mood that code moves, and the scripted member of the family."""
