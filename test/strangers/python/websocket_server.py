"""A server that knows nothing of Wirepact: it plays its half of a script to one client and tells every frame that it gets."""

import asyncio

import websockets

from codec import decode, encode
from frames import read_orders, tell


async def run(orders):
    done = asyncio.get_running_loop().create_future()

    async def play(socket):
        for step in orders["steps"]:
            if step["from"] == "server":
                await socket.send(encode(step))
            else:
                tell(decode(await asyncio.wait_for(socket.recv(), 20), "client"))
        await socket.wait_closed()
        done.set_result(None)

    async with websockets.serve(play, "127.0.0.1", 0) as server:
        tell({"port": server.sockets[0].getsockname()[1]})
        await asyncio.wait_for(done, 30)


asyncio.run(run(read_orders()))
