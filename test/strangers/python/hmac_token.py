"""A JWT made of nothing but Python's standard library."""

import base64
import hashlib
import hmac
import json
import sys


def part(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


orders = json.loads(sys.stdin.readline())
text = part(json.dumps(orders["header"]).encode()) + "." + part(json.dumps(orders["claims"]).encode())
signature = hmac.new(orders["secret"].encode(), text.encode(), getattr(hashlib, orders["hash"])).digest()
print(json.dumps(text + "." + part(signature)))
