"""A test bench for the customer: made-up trainees of known quality play every drill, and she must treat them as they deserve."""
