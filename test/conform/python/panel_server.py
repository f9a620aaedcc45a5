"""A panel on Debian's websockets, which knows nothing of Wirepact. It prints its port, and serves until its input ends."""

import asyncio
import json
import sys
import time

import websockets

TOPICS = {"state": "PATCH", "events": "EVENT"}


class Refused(Exception):
    def __init__(self, code, message, request_id=None):
        super().__init__(message)
        self.frame = {"type": "ERROR", "code": code, "message": message}
        if isinstance(request_id, str):
            self.frame["requestId"] = request_id


class Panel:
    def __init__(self, socket):
        self.socket = socket
        self.topics = set(TOPICS)
        self.count = 0

    async def send(self, frame):
        await self.socket.send(json.dumps(frame))

    async def run(self):
        await self.send({"type": "CONNECTED", "panelId": "demo", "state": {"count": self.count}})
        async for data in self.socket:
            try:
                await self.hear(data)
            except Refused as refused:
                await self.send(refused.frame)

    async def hear(self, data):
        frame = parse(data)
        kind = frame.get("type")
        if kind == "PING":
            await self.send({"type": "PONG"})
        elif kind == "TRIGGER":
            await self.trigger(frame)
        elif kind in ("SUBSCRIBE", "UNSUBSCRIBE"):
            self.subscribe(frame.get("topics"), kind == "SUBSCRIBE")
        else:
            raise Refused("UNKNOWN_MESSAGE", f"no message is called {kind!r}")

    def subscribe(self, topics, is_more):
        if not isinstance(topics, list) or not all(isinstance(topic, str) for topic in topics):
            raise Refused("PARSE_ERROR", "topics must be a list of strings")
        self.topics = self.topics | set(topics) if is_more else self.topics - set(topics)

    async def trigger(self, frame):
        request_id = frame.get("requestId")
        if not isinstance(frame.get("tool"), str) or ("requestId" in frame and not isinstance(request_id, str)):
            raise Refused("PARSE_ERROR", "tool and requestId must be strings", request_id)
        if frame["tool"] != "increment":
            raise Refused("TOOL_NOT_FOUND", f"no tool named {frame['tool']}", request_id)
        self.count += 1
        mutations = [{"op": "set", "key": "count", "value": self.count}]
        event = {"name": "counted", "payload": {"count": self.count}, "timestamp": int(time.time() * 1000)}
        if "state" in self.topics:
            await self.send({"type": "PATCH", "mutations": mutations})
        if "events" in self.topics:
            await self.send({"type": "EVENT", "event": event})
        named = {} if request_id is None else {"requestId": request_id}
        await self.send({"type": "RESULT", **named, "result": {"stateMutations": mutations, "events": [event]}})


def no_constant(name):
    """Python's json takes NaN and Infinity, which are no JSON."""
    raise ValueError(name)


def parse(data):
    try:
        frame = None if isinstance(data, bytes) else json.loads(data, parse_constant=no_constant)
    except ValueError:
        frame = None
    if frame is None and data != "null":
        raise Refused("PARSE_ERROR", "no JSON text")
    if not isinstance(frame, dict):
        raise Refused("UNKNOWN_MESSAGE", "no object")
    return frame


async def serve():
    async with websockets.serve(lambda socket, *_: Panel(socket).run(), "127.0.0.1", 0) as server:
        print(server.sockets[0].getsockname()[1], flush=True)
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(serve())
