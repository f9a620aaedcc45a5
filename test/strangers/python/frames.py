"""How a scripted peer reads its orders and tells what it got: JSON lines, bytes as {"base64": ...}."""

import base64
import json
import sys


def read_orders():
    """The script: {"url": ..., "steps": [{"from": ..., "frame": ..., "encoding": "json" | "msgpack"}]}."""
    return json.loads(sys.stdin.readline(), object_hook=revived)


def tell(value):
    """One line to whoever started this peer."""
    print(json.dumps(value, default=printable), flush=True)


def printable(value):
    return {"base64": base64.b64encode(value).decode()}


def revived(value):
    return base64.b64decode(value["base64"]) if set(value) == {"base64"} else value
