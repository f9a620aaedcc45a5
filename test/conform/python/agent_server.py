"""An agent on Debian's python-socketio, which knows nothing of Wirepact. It prints its port, and serves until its input ends."""

import asyncio
import sys

import socketio
from aiohttp import web

server = socketio.AsyncServer(async_mode="aiohttp")


@server.event
async def connect(sid, environ):
    # What is sent inside of this handler would overtake the connection's own confirmation.
    server.start_background_task(server.emit, "connected", {"data": "Connected to agent"}, to=sid)


@server.on("*")
async def any_event(event, sid, *values):
    await server.emit("error", {"message": f"no event is called {event}"}, to=sid)


@server.event
async def query(sid, data=None):
    data = data if isinstance(data, dict) else {}
    prompt, session_id = data.get("prompt"), data.get("session_id")
    if not isinstance(prompt, str) or not isinstance(session_id, str):
        await server.emit("error", {"message": "prompt and session_id must be strings"}, to=sid)
        return
    for step in ("searching", "executing"):
        told = {"tool_name": "answer"} if step == "executing" else {}
        await server.emit("agent_event", {"event_type": step, "data": told}, to=sid)
    metadata = {"tool_name": "answer", "synthesized": False, "tool_result": "42"}
    complete = {"success": True, "response": "42", "metadata": metadata, "session_id": session_id}
    await server.emit("query_complete", complete, to=sid)
    await server.emit("session_memory", {"session_id": session_id, "messages": []}, to=sid)
    await server.emit("tool_count", {"count": 1}, to=sid)


async def session(request):
    return web.json_response({"session_id": "session-of-python"})


async def serve():
    app = web.Application()
    server.attach(app)
    app.router.add_post("/api/session", session)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(site._server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await runner.cleanup()


asyncio.run(serve())
