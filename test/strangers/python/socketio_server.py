"""A Socket.IO server that knows nothing of Wirepact: it plays its half of a script to one client and tells every event that it gets."""

import asyncio

import socketio
from aiohttp import web

from frames import read_orders, tell


async def run(orders):
    server = socketio.AsyncServer(async_mode="aiohttp")
    app = web.Application()
    server.attach(app)
    events = asyncio.Queue()
    done = asyncio.get_running_loop().create_future()

    async def play(sid):
        for step in orders["steps"]:
            if step["from"] == "server":
                await server.emit(step["frame"]["event"], step["frame"]["data"], to=sid)
            else:
                tell(await asyncio.wait_for(events.get(), 20))

    @server.event
    async def connect(sid, environ):
        server.start_background_task(play, sid)

    @server.event
    async def disconnect(sid):
        done.set_result(None)

    @server.on("*")
    async def any_event(event, sid, data):
        await events.put({"from": "client", "frame": {"event": event, "data": data}})

    async def session(request):
        return web.json_response({"session_id": orders["session"]})

    app.router.add_post("/api/session", session)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    tell({"port": site._server.sockets[0].getsockname()[1]})
    await asyncio.wait_for(done, 30)


asyncio.run(run(read_orders()))
