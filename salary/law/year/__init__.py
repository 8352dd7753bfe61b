"""A year planned month by month: what is paid in each, by whom, and from which wage (BEK 227/2024 §§ 2-12)."""
