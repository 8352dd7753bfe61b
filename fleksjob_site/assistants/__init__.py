"""The site for AI assistants: llms.txt, and the tools of a server that speaks MCP (Model Context Protocol)."""
