import { expect, test } from "vitest";
import { runHere } from "../support/runHere.ts";
import { chatSchema, generatedProject, SCHEMA, writeFiles } from "./chatProject.ts";

const SOCKET_IO = chatSchema()
  .replace('websocket("/chat")', "socketio()")
  .replace("websocket }", "socketio }")
  .replaceAll("byType", "events");

test("what a package needs that it did not need before is told once, with the command that installs it", async () => {
  const project = await generatedProject();
  writeFiles(project, { [SCHEMA]: SOCKET_IO });
  const { status, stdout, stderr } = await runHere(["generate"], project);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(
    /\nchat now needs socket\.io, socket\.io-client: npm install --ignore-scripts \.\/generated\/chat\n\n1 package/,
  );
  expect((await runHere(["generate"], project)).stdout).not.toContain("now needs");
});

test("a package that is new needs to be installed anyway", async () => {
  const project = await generatedProject();
  expect((await runHere(["generate", "--out", "packages"], project)).stdout).not.toContain("now needs");
});
