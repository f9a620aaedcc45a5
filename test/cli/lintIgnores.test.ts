import { expect, test } from "vitest";
import { runHere } from "../support/runHere.ts";
import { newProject } from "./chatProject.ts";

test.each([
  "say/text",
  "say.text",
])("an ignore that names what stands in a message by more than its name covers nothing: %s", async (at) => {
  const settings = `lint: { ignore: [{ rule: closed-enum, at: ${at}, reason: Old. }] }`;
  const { stdout } = await runHere(["lint", "chat"], newProject({ "wirepact.yaml": settings }));
  expect(stdout).toContain(
    `stale-ignore: no message and no schema is named "${at}"; write "say", or the JSON Pointer of what stands in it, which begins with "/`,
  );
});
