"""A client of agent that knows nothing of Wirepact, with Debian's python3-socketio. All four flows are a query and what follows it."""

import asyncio
import os

import aiohttp
import socketio

AFTER = {"session_memory", "tool_count"}


async def main():
    url = os.environ["WIREPACT_URL"]
    async with aiohttp.ClientSession() as http, http.post(url + "/api/session") as response:
        session = (await response.json())["session_id"]
    client, heard, done = socketio.AsyncClient(reconnection=False), set(), asyncio.Event()

    @client.on("*")
    async def any_event(event, data):
        heard.add(event)
        if AFTER <= heard and heard & {"query_complete", "error"}:
            done.set()

    await client.connect(url)
    await client.emit("query", {"prompt": "How many?", "session_id": session})
    await done.wait()
    await client.disconnect()


asyncio.run(main())
