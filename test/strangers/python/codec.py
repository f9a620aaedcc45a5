"""The two encodings of a WebSocket frame: text is JSON, binary is MessagePack."""

import json

import msgpack


def encode(frame, encoding):
    return msgpack.packb(frame) if encoding == "msgpack" else json.dumps(frame)


def decode(data):
    return msgpack.unpackb(data) if isinstance(data, bytes) else json.loads(data)
