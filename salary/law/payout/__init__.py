"""The check of payouts: what the municipality paid, compared with what the rules give."""
