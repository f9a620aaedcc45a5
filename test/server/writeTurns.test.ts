import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { createWriteTurns } from "../../runtime/src/websocketServer/writeTurns.ts";

test("what is written in one turn leaves at once, when the turn is over", async () => {
  const { socket, left } = recorder();
  const inTurn = createWriteTurns(socket, 1024);
  for (const text of ["a", "b", "c"]) inTurn(() => socket.write(text));
  expect(left).toEqual([]);
  await turn();
  expect(left).toEqual([["a", "b", "c"]]);
  inTurn(() => socket.write("d"));
  await turn();
  expect(left).toEqual([["a", "b", "c"], ["d"]]);
});

test("what would wait too long leaves before the end of its turn", () => {
  const { socket, left } = recorder();
  const inTurn = createWriteTurns(socket, 4);
  for (const text of ["abc", "def", "g"]) inTurn(() => socket.write(text));
  expect(left).toEqual([["abc", "def"]]);
});

test("a turn that ended early does not keep the next one from ending", async () => {
  const { socket, left } = recorder();
  const inTurn = createWriteTurns(socket, 1);
  inTurn(() => socket.write("abc"));
  inTurn(() => socket.write("d"));
  await turn();
  await turn();
  expect(left.flat()).toEqual(["abc", "d"]);
});

/** A socket that notes what leaves it together. */
function recorder() {
  const left: string[][] = [];
  const socket = new Writable({
    decodeStrings: false,
    write: (chunk: string, _encoding, done) => {
      left.push([chunk]);
      done();
    },
    writev: (chunks, done) => {
      left.push(chunks.map(({ chunk }) => String(chunk)));
      done();
    },
  });
  return { socket, left };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
