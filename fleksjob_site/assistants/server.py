"""The server that offers the tools over MCP; needs the dependency group `mcp`.

It keeps nothing between two calls and logs none of their content (`serving/logs.py` writes no arguments of others).
"""

import json
from typing import Any

import anyio
import uvicorn
from django.conf import settings
from mcp.server import Server
from mcp.server.stdio import stdio_server
from mcp.server.transport_security import TransportSecuritySettings
from mcp.shared.exceptions import MCPError
from mcp_types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    ToolAnnotations,
)
from mcp_types import Tool as ListedTool
from starlette.applications import Starlette

from fleksjob_site import VERSION
from fleksjob_site.assistants.tools import INSTRUCTIONS, TOOLS, Refused, Tool

PATH = "/mcp"
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def make_server() -> Server[Any]:
    """The server with its tools, for any transport."""
    return Server(
        "fleksjob",
        version=VERSION,
        title="Fleksjobguiden",
        instructions=INSTRUCTIONS,
        on_list_tools=_list,
        on_call_tool=_call,
    )


async def _list(context: Any, params: PaginatedRequestParams | None) -> ListToolsResult:
    return ListToolsResult(tools=[_listed(tool) for tool in TOOLS.values()])


def _listed(tool: Tool) -> ListedTool:
    return ListedTool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.input_schema,
        output_schema=tool.output_schema,
        annotations=ToolAnnotations(
            read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
        ),
    )


async def _call(context: Any, params: CallToolRequestParams) -> CallToolResult:
    tool = TOOLS.get(params.name)
    if tool is None:
        raise MCPError(INVALID_PARAMS, f"There is no such tool. The tools are: {', '.join(TOOLS)}.")
    try:
        answer = tool.call(params.arguments or {})
    except Refused as refused:
        return CallToolResult(content=[TextContent(text=str(refused))], is_error=True)
    # Clients that do not read structured content get the same as text.
    return CallToolResult(content=[TextContent(text=json.dumps(answer, ensure_ascii=False))], structured_content=answer)


def serve_stdio() -> None:
    """Serve the program that started this one, until it closes stdin."""
    anyio.run(_serve_stdio)


async def _serve_stdio() -> None:
    server = make_server()
    async with stdio_server() as (read, write):
        await server.run(read, write, server.create_initialization_options())


def http_app() -> Starlette:
    """Streamable HTTP without sessions. Requests for other hosts, and from pages of other origins, are refused."""
    named = [host for host in settings.ALLOWED_HOSTS if host not in LOOPBACK and not host.startswith(".")]
    hosts = [*named, *(f"{host}:*" for host in (*LOOPBACK, *named))]
    origins = [*(f"http://{host}:*" for host in LOOPBACK), *(f"https://{host}" for host in named)]
    return make_server().streamable_http_app(
        streamable_http_path=PATH,
        json_response=True,
        stateless_http=True,
        max_request_body_size=settings.DATA_UPLOAD_MAX_MEMORY_SIZE,
        transport_security=TransportSecuritySettings(allowed_hosts=hosts, allowed_origins=origins),
    )


def serve_http(host: str, port: int) -> None:
    """Serve over HTTP until a signal. Log lines go through the site's own handler, and no request has one."""
    uvicorn.run(http_app(), host=host, port=port, log_config=None, access_log=False, server_header=False)
