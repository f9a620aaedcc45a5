"""A Socket.IO client that knows nothing of Wirepact: it emits its half of a script and tells every event that it gets."""

import asyncio

import aiohttp
import socketio

from frames import read_orders, tell


async def run(orders):
    async with aiohttp.ClientSession() as http, http.post(orders["url"] + "/api/session") as response:
        tell({"status": response.status, "body": await response.json()})
    client = socketio.AsyncClient(reconnection=False)
    events = asyncio.Queue()

    @client.on("*")
    async def any_event(event, data):
        await events.put({"from": "server", "frame": {"event": event, "data": data}})

    await client.connect(orders["url"])
    for step in orders["steps"]:
        if step["from"] == "client":
            await client.emit(step["frame"]["event"], step["frame"]["data"])
        else:
            tell(await asyncio.wait_for(events.get(), 20))
    await client.disconnect()


asyncio.run(run(read_orders()))
