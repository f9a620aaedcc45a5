"""The two encodings of a WebSocket frame: text is JSON, binary is MessagePack."""

import json

import msgpack


def encode(step):
    return msgpack.packb(step["frame"]) if step["encoding"] == "msgpack" else json.dumps(step["frame"])


def decode(data, sender):
    """The step that arrived, as the script would have it."""
    if isinstance(data, bytes):
        return {"from": sender, "frame": msgpack.unpackb(data), "encoding": "msgpack"}
    return {"from": sender, "frame": json.loads(data), "encoding": "json"}
