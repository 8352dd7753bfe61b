"""What a host gives the site: its logo, its colour and its municipality, checked when the site starts."""
