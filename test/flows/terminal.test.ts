import { refuseTerminal, serveTerminal, type TerminalHandlers, type TerminalServerOptions } from "@wirepact/terminal/server";
import { describe, expect, test } from "vitest";
import { FakeClock } from "../server/support/fakeClock.ts";
import type { Stranger } from "../server/support/listening.ts";
import { asks, dialled, serving } from "./support/serving.ts";

/** Facts of terminal's connections, in the words of decisions.md, "terminal": what a plain socket sees of the generated server. */

const NOW = "2024-01-01T00:00:00Z";

const handlers: TerminalHandlers = {
  connectionEstablished: ({ request }) => ({ message: `Hello ${request.query["user_id"] ?? "nobody"}`, timestamp: NOW }),
  executeCode: () => ({ success: true, output: "ran", timestamp: NOW }),
  terminalCommand({ sessionId, command }) {
    if (command === "refuse") throw refuseTerminal({ message: "not allowed" });
    if (command === "fail") throw new Error("the password is hunter2");
    return { output: command, sessionId };
  },
  saveFile: ({ sessionId, filename }) => ({ success: true, filename, sessionId }),
};

function start(options: TerminalServerOptions = {}, more: Partial<TerminalHandlers> = {}): Promise<string> {
  return serving(serveTerminal({ ...handlers, ...more }, { onError: () => undefined, ...options }));
}

const command = (sessionId: string, text = "ls") => ({ type: "terminal_command", sessionId, command: text });
const output = (sessionId: string, text = "ls") => ({ type: "terminal_output", sessionId, output: text });

test.each([
  ["/ws?user_id=ada", "Hello ada"],
  ["/ws", "Hello nobody"],
])("%s: user_id optional; the connection confirmation is the first frame", async (path, message) => {
  const stranger = await dialled(`ws://${await start()}${path}`);
  expect(await stranger.next()).toEqual({ type: "connection_established", message, timestamp: NOW });
});

describe("required: sessionId, and code, command, or filename and content; filename is optional in execute_code", () => {
  const whole = {
    execute_code: { sessionId: "s", code: "1" },
    terminal_command: { sessionId: "s", command: "ls" },
    save_file: { sessionId: "s", filename: "a", content: "" },
  };
  const lacking = Object.entries(whole).flatMap(([type, fields]) =>
    Object.keys(fields).map((field): [string, string, object] => [type, field, { type, ...fields, [field]: undefined }]),
  );

  test.each(lacking)("%s without %s is answered by error", async (_, field, frame) => {
    const stranger = await dialled(`ws://${await start()}/ws`, 1);
    expect(await asks(stranger, frame)).toMatchObject({ type: "error", message: `${field} is required` });
    expect(await asks(stranger, command("s"))).toEqual(output("s"));
  });

  test.each(Object.entries(whole))("%s with them all is carried out", async (type, fields) => {
    const stranger = await dialled(`ws://${await start()}/ws`, 1);
    expect(await asks(stranger, { type, ...fields })).toMatchObject({ sessionId: "s" });
  });
});

describe("one reply per request, in order per sessionId", () => {
  test.each([
    ["of one session wait for each other", ["s", "s"], ["slow", "quick"]],
    ["of two sessions do not", ["s", "t"], ["quick", "slow"]],
  ])("answers %s", async (_, [first = "", second = ""], order) => {
    let finish: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const terminalCommand: TerminalHandlers["terminalCommand"] = async ({ sessionId, command: output }) => {
      if (output === "slow") await slow;
      else queueMicrotask(finish);
      return { sessionId, output };
    };
    const stranger = await dialled(`ws://${await start({}, { terminalCommand })}/ws`, 1);
    stranger.send(command(first, "slow"));
    stranger.send(command(second, "quick"));
    expect([await stranger.next(), await stranger.next()]).toMatchObject(order.map((text) => ({ output: text })));
  });

  test.each([
    ["what the handler refuses", "refuse", "not allowed"],
    ["what it fails at, in words of the stub's own", "fail", "internal error"],
  ])("error answers any of them: %s", async (_, text, message) => {
    const stranger = await dialled(`ws://${await start()}/ws`, 1);
    expect(await asks(stranger, command("s", text))).toEqual({ type: "error", message, sessionId: "s" });
    expect(await asks(stranger, command("s"))).toEqual(output("s"));
  });

  test.each([
    ["no JSON", "{"],
    ["an unknown type", { type: "jump", sessionId: "s" }],
    ["a message that only servers send", output("s")],
  ])("%s is answered by error, and the connection lives on", async (_, frame) => {
    const stranger = await dialled(`ws://${await start()}/ws`, 1);
    expect(await asks(stranger, frame)).toMatchObject({ type: "error", message: expect.any(String) });
    expect(await asks(stranger, command("s"))).toEqual(output("s"));
  });
});

describe("container lifecycle: start at a session's first command, pause when idle, destroy when its last connection closes", () => {
  test("two connections of one user, one session", async () => {
    const { host, events, clock } = await startContainers();
    const [first, second] = [await as(host, "ada"), await as(host, "ada")];
    expect(events.all).toEqual([]);
    await asks(first, command("s"));
    await asks(second, command("s"));
    expect(events.all).toEqual(["start s"]);
    clock.pass(59_999);
    expect(events.all).toEqual(["start s"]);
    clock.pass(1);
    await events.until("pause s");
    await asks(first, command("s"));
    expect(events.all).toEqual(["start s", "pause s", "resume s"]);
    await close(first);
    await asks(second, command("s"));
    expect(events.all).toEqual(["start s", "pause s", "resume s"]);
    await close(second);
    await events.until("destroy s");
    expect(events.all).toEqual(["start s", "pause s", "resume s", "destroy s"]);
  });

  test("a container that does not start fails its command by error, and the next command tries again", async () => {
    let failures = 1;
    const start = () => {
      failures -= 1;
      if (failures >= 0) throw new Error("Docker daemon not responding");
    };
    const { host } = await startContainers({ start });
    const stranger = await as(host, "ada");
    expect(await asks(stranger, command("s"))).toEqual({ type: "error", message: "internal error", sessionId: "s" });
    expect(await asks(stranger, command("s"))).toEqual(output("s"));
  });

  test("a command that still runs does not keep the container of a closed connection", async () => {
    const { host, events } = await startContainers({}, { terminalCommand: () => new Promise(() => undefined) });
    const stranger = await as(host, "ada");
    stranger.send(command("s"));
    await events.until("start s");
    await close(stranger);
    await events.until("destroy s");
    expect(events.all).toEqual(["start s", "destroy s"]);
  });
});

describe("a session belongs to the user whose connection opened it; another user's frame for it is refused", () => {
  test.each([
    ["another user", "user_id=bob"],
    ["somebody without a name", ""],
  ])("%s", async (_, query) => {
    const { host, events } = await startContainers();
    await asks(await as(host, "ada"), command("s"));
    const other = await dialled(`ws://${host}/ws?${query}`, 1);
    expect(await asks(other, command("s"))).toMatchObject({ type: "error", sessionId: "s" });
    expect(await asks(other, command("t"))).toEqual(output("t"));
    expect(events.all).toEqual(["start s", "start t"]);
  });

  test.each([
    ["another user", "user_id=bob"],
    ["somebody without a name", ""],
    ["one who takes a connection's place for a name", "user_id=connection"],
  ])("without any option of the server: %s", async (_, query) => {
    const host = await start();
    expect(await asks(await as(host, "ada"), command("s"))).toEqual(output("s"));
    const other = await dialled(`ws://${host}/ws?${query}`, 1);
    expect(await asks(other, command("s"))).toMatchObject({ type: "error", sessionId: "s" });
    expect(await asks(other, command("t"))).toEqual(output("t"));
    expect(await asks(await as(host, "ada"), command("s"))).toEqual(output("s"));
  });

  test("whom authenticate knows is who it is, whatever the query says", async () => {
    const authenticate = ({ headers }: { headers: Readonly<Record<string, unknown>> }) => headers["x-user"];
    const host = await serving(serveTerminal(handlers, { authenticate }));
    const dial = (user: string) => dialled(`ws://${host}/ws?user_id=ada`, 1, { "x-user": user });
    await asks(await dial("ada"), command("s"));
    expect(await asks(await dial("bob"), command("s"))).toMatchObject({ type: "error", sessionId: "s" });
  });

  test("two without a name are not the same user", async () => {
    const { host } = await startContainers();
    const [one, two] = [await dialled(`ws://${host}/ws`, 1), await dialled(`ws://${host}/ws`, 1)];
    await asks(one, command("s"));
    expect(await asks(two, command("s"))).toMatchObject({ type: "error", sessionId: "s" });
  });

  test("it is free again when its owner is gone", async () => {
    const { host, events } = await startContainers();
    const ada = await as(host, "ada");
    await asks(ada, command("s"));
    await close(ada);
    await events.until("destroy s");
    expect(await asks(await as(host, "bob"), command("s"))).toEqual(output("s"));
  });
});

/** A server that writes down what it does to containers. The user is who the query says, as the document has it. */
async function startContainers(hooks: { readonly start?: () => void } = {}, more: Partial<TerminalHandlers> = {}) {
  const [events, clock] = [new Events(), new FakeClock()];
  const options: TerminalServerOptions = {
    clock,
    limits: { idle: Number.POSITIVE_INFINITY },
    onError: () => undefined,
    resources: {
      idle: 60_000,
      start: hooks.start ?? ((id) => events.put(`start ${id}`)),
      pause: (id) => events.put(`pause ${id}`),
      resume: (id) => events.put(`resume ${id}`),
      destroy: (id) => events.put(`destroy ${id}`),
    },
  };
  return { host: await serving(serveTerminal({ ...handlers, ...more }, options)), events, clock };
}

/** What happened, and whoever waits for something of it. */
class Events {
  readonly all: string[] = [];
  #tell: () => void = () => undefined;

  put(event: string): void {
    this.all.push(event);
    this.#tell();
  }

  async until(event: string): Promise<void> {
    while (!this.all.includes(event)) {
      await new Promise<void>((resolve) => {
        this.#tell = resolve;
      });
    }
  }
}

function as(host: string, user: string): Promise<Stranger> {
  return dialled(`ws://${host}/ws?user_id=${user}`, 1);
}

async function close(stranger: Stranger): Promise<void> {
  stranger.socket.close();
  await stranger.closed;
}
