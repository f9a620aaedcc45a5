import type { Session } from "@wirepact/runtime";
import { expect, onTestFinished, test } from "vitest";
import { connectPanel } from "../../generated/panel/client.js";
import { type PanelHandlers, type PanelServerOptions, servePanel } from "../../generated/panel/server.js";

// What counts here is that it compiles: the contract says what a path and a query have.
test("a session's request has the names of the contract, as they must and may be there", async () => {
  const handlers: PanelHandlers<{ name: string }> = {
    connected({ request, user }) {
      const [id, token]: [string, string | undefined] = [request.parameters.id, request.query.token];
      // @ts-expect-error: what is optional may be absent
      const certain: string = request.query.token;
      // @ts-expect-error: the path has no such parameter
      expect(request.parameters.idd).toBeUndefined();
      return { panelId: id, state: { token, certain, name: user.name } };
    },
    trigger: onAny,
  };
  const options: PanelServerOptions<{ name: string }> = {
    exists: ({ parameters }) => parameters["id"] === "demo",
    authenticate: ({ parameters, query }) => ({ name: `${query.token} of ${parameters.id}` }),
  };
  const server = await servePanel(handlers, options).listen(0);
  onTestFinished(() => server.close({ deadline: 0 }));
  const client = await connectPanel(`ws://localhost:${server.port}/panels/demo/ws`, { query: { token: "t" } });
  expect(client.opening).toMatchObject({ panelId: "demo", state: { token: "t", certain: "t", name: "t of demo" } });
  await client.close();
});

test("a user's type is still taken from what authenticate gives, and a handler may be of any package", () => {
  const server = servePanel(
    { connected: () => ({ panelId: "", state: {} }) },
    { authenticate: ({ query }) => ({ n: query.token?.length }) },
  );
  const counts: (number | undefined)[] = [...server.sessions].map(({ user }) => user.n);
  expect(counts).toEqual([]);
});

/** A handler that knows no more than that there is a session. */
function onAny(_message: unknown, session: Session): never {
  throw new Error(session.request.query["token"]);
}
