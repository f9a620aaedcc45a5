"""python3 testee.py generated/PROTOCOL: a codec for `wirepact conform codec`, made of a protocol's AsyncAPI document and of Debian's
python3-yaml, python3-jsonschema and python3-msgpack. What is asked, and how it is answered, is told in docs/conform.md."""
import base64, datetime, json, re, sys
if len(sys.argv) != 2: sys.exit("usage: python3 testee.py generated/PROTOCOL, the folder with its asyncapi.yaml")
import jsonschema, msgpack, yaml

DOCUMENT = yaml.safe_load(open(sys.argv[1] + "/asyncapi.yaml"))
ROOT, MESSAGES, SENT = DOCUMENT["x-wirepact"], DOCUMENT["components"]["messages"], {"client": [], "server": []}
for operation in DOCUMENT["operations"].values():  # the document is the server's: what it receives, the client sends
    SENT["client" if operation["action"] == "receive" else "server"] += [m["$ref"].split("/")[-1] for m in operation["messages"]]
BODY = "/data" if ROOT["transport"] == "socketio" else ""  # there a frame is an event's name and its data
BASE64 = "([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"
FORMATS = jsonschema.FormatChecker([])
for name in ("date-time", "iso-date-time"):
    FORMATS.checks(name, ValueError)(lambda text: not isinstance(text, str) or datetime.datetime.fromisoformat(text))

def is_base64(_, __, value, ___):
    if not (isinstance(value, str) and re.fullmatch(BASE64, value)): yield jsonschema.ValidationError("", validator="bytes")

def schema_of(name):
    required = ["event"] if MESSAGES[name].get("x-wirepact", {}).get("dataOptional") else ["event", "data"]
    payload = MESSAGES[name]["payload"]
    return {"required": required, "properties": {"event": {"const": name}, "data": payload}} if BODY else payload

Validator = jsonschema.validators.extend(jsonschema.Draft7Validator, {"contentEncoding": is_base64})
RESOLVER = jsonschema.RefResolver("", DOCUMENT)
VALIDATORS = {name: Validator(schema_of(name), resolver=RESOLVER, format_checker=FORMATS) for name in MESSAGES}

def walk(value, pointer):  # what stands at a pointer, as JSON; the pointer as far as it leads; what is wrong there
    path = ""
    for step in pointer.split("/")[1:]:
        if not isinstance(value, dict): return None, path, "type"
        path += "/" + step
        if step not in value: return None, path, "required"
        value = value[step]
    return json.dumps(value), path, "unknown-message"

def constants(schema, pointer):  # what a schema lets stand at a discriminator, as JSON
    place = json.loads(walk(schema, pointer.replace("/", "/properties/"))[0] or "{}")
    return [json.dumps(value) for value in place.get("enum", [place["const"]] if "const" in place else [])]

def dispatch(side, frame):  # the message that a frame is meant to be, or None; where that is told; what is wrong there
    walks = [(pointer, *walk(frame, pointer)) for pointer in ROOT["discriminators"][side]]
    for pointer, value, path, code in walks:
        if value is not None: return next((n for n in SENT[side] if value in constants(schema_of(n), pointer)), None), path, code
    for name in ROOT.get("shapes", []):  # told by the properties that it requires
        if name in SENT[side] and set(schema_of(name)["required"]) <= set(frame if isinstance(frame, dict) else ()): return name, "", ""
    return None, *walks[0][2:]

def told(error):  # what the branches of a union say counts as well
    path = "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in error.absolute_path)
    missing = [name for name in error.validator_value if name not in error.instance] if error.validator == "required" else []
    own = [{"path": f"{path}/{name}", "code": "required"} for name in missing] or [{"path": path, "code": error.validator}]
    return own + [one for inner in error.context for one in told(inner)]

def refused(message, *errors): return {"ok": False, "message": message, "errors": errors}

def validate(request):
    side, frame = request["from"], request["frame"]
    name, path, code = dispatch(side, frame)
    if name is None:
        other, place, _ = dispatch("server" if side == "client" else "client", frame)
        if other is None or (code == "unknown-message" and place != path): return refused(None, {"path": path, "code": code})
        return refused(other, {"path": place, "code": "wrong-direction"})
    errors, payload = [one for error in VALIDATORS[name].iter_errors(frame) for one in told(error)], MESSAGES[name]["payload"]
    variant = f"{BODY}/{payload.get('discriminator')}"  # the variants of a message are a closed set, as messages are
    isnt, kind = ({"path": variant, "code": code} for code in ("const", "type"))
    if errors.count(isnt) == len(payload.get("oneOf", [])) > 0 and kind not in errors:
        return refused(None, {"path": variant, "code": "unknown-message"})
    return refused(name, *errors) if errors else {"ok": True, "message": name}

def decode(request):
    try:
        if "hex" in request: return {"ok": True, "frame": msgpack.unpackb(bytes.fromhex(request["hex"]))}
        return {"ok": True, "frame": json.loads(request["text"], parse_constant=int)}  # NaN is no integer, and no JSON
    except Exception: return refused(None)

def encode(request):
    name, frame = dispatch(request["from"], request["frame"])[0], request["frame"]
    if request["encoding"] == "json": return {"ok": True, "text": json.dumps(frame)}
    if "contentEncoding" in str(schema_of(name)): return {"skip": "does not look for the places of bytes in MessagePack"}
    return {"ok": True, "hex": msgpack.packb(frame).hex()}

DOES = {"validate": validate, "decode": decode, "encode": encode}
for request in map(json.loads, sys.stdin):
    if request["do"] == "stop": break
    start = {"ok": True, "implementation": "testee.py", "does": ["errors", *DOES]}
    answer = start if request["do"] == "start" else {"id": request["id"], **DOES[request["do"]](request)}
    print(json.dumps(answer, default=lambda value: base64.b64encode(value).decode()), flush=True)
