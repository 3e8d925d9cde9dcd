"""What is rehearsed, and the customer who plays it. Knows scoring's vocabulary. No Qt, no SQL, no network."""
