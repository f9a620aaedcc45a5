"""A client that knows nothing of Wirepact: it sends its half of a script and tells every frame that it gets."""

import asyncio

import websockets

from codec import decode, encode
from frames import read_orders, tell

# Its name changed with the rewrite of 14.0.
HEADERS = "additional_headers" if int(websockets.__version__.split(".")[0]) >= 14 else "extra_headers"


async def run(orders):
    async with websockets.connect(orders["url"], **{HEADERS: orders.get("headers", {})}) as socket:
        for step in orders["steps"]:
            if step["from"] == "client":
                await socket.send(encode(step))
            else:
                tell(decode(await asyncio.wait_for(socket.recv(), 20), "server"))


asyncio.run(run(read_orders()))
