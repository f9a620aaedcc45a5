import { describe, expect, test } from "vitest";
import type { ServerOptions } from "../../runtime/src/server/options.ts";
import { HANDLERS, serveRoom } from "./support/serveRoom.ts";

describe("what nobody would ever call or read is refused", () => {
  test.each([
    ["sayy", /^handlers of room: there is no "sayy"; did you mean "say"\?$/],
    ["Say", /did you mean "say"\?$/],
    ["somethingElse", /^handlers of room: there is no "somethingElse"; it may be .*\bsay\b/],
  ])("a handler named %s", (name, text) => {
    expect(() => serveRoom({ [name]: () => undefined })).toThrow(text);
  });

  test.each([
    ["authenicate", /^options of room: there is no "authenicate"; did you mean "authenticate"\?$/],
    ["jwt", /there is no "jwt"/],
  ])("an option named %s", (name, text) => {
    const options = { [name]: () => null } as ServerOptions;
    expect(() => serveRoom({}, options)).toThrow(text);
  });

  test("but not a class's own methods, what an object keeps, nor what is undefined", () => {
    class Rooms {
      hello = HANDLERS.hello;
      helper() {}
    }
    const handlers = Object.assign(new Rooms(), { own: () => undefined });
    expect(() => serveRoom(Object.create(handlers))).not.toThrow();
    expect(() => serveRoom({ names: new Map(), sya: undefined } as never, { athenticate: undefined } as never)).not.toThrow();
  });
});
