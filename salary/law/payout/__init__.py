"""What the municipality paid against what the rules give: the law of the check, its form and its pages."""
