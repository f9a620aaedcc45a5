"""A client of panel that knows nothing of Wirepact: WIREPACT_URL and WIREPACT_SCENARIO say where to go and what to play."""

import asyncio
import json
import os
import sys

import websockets


async def play(send, receive):
    async def until(kind):
        while (frame := await receive())["type"] != kind:
            pass
        return frame

    scenario = os.environ["WIREPACT_SCENARIO"]
    await until("CONNECTED")
    if scenario == "trigger":
        await send({"type": "TRIGGER", "tool": "count", "requestId": "python-1"})
        assert (await until("RESULT"))["requestId"] == "python-1"
        await send({"type": "SUBSCRIBE", "topics": ["events"]})
        await send({"type": "UNSUBSCRIBE", "topics": ["events"]})
    if scenario == "unknown-tool":
        await send({"type": "TRIGGER", "tool": "none", "requestId": "python-2"})
        assert (await until("ERROR"))["requestId"] == "python-2"
    else:
        await send({"type": "PING"})
        await until("PONG")


async def main():
    if os.environ["WIREPACT_SCENARIO"] not in ("trigger", "heartbeat", "unknown-tool"):
        sys.exit("no such flow is written")
    async with websockets.connect(os.environ["WIREPACT_URL"]) as socket:

        async def receive():
            return json.loads(await socket.recv())

        await play(lambda frame: socket.send(json.dumps(frame)), receive)


asyncio.run(main())
