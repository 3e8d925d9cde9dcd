"""What a reply is worth: rubrics, the offline scorer, scorecards and agreement. No Qt, no SQL, no network."""
