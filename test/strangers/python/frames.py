"""How a scripted peer reads its orders and tells what it got: JSON lines, bytes as {"base64": ...}."""

import base64
import json
import sys


def read_orders():
    """The script: {"url": ..., "encoding": "json" | "msgpack", "steps": [{"from": ..., "frame": ...}]}."""
    return json.loads(sys.stdin.readline())


def tell(value):
    """One line to whoever started this peer."""
    print(json.dumps(value, default=printable), flush=True)


def printable(value):
    return {"base64": base64.b64encode(value).decode()}
