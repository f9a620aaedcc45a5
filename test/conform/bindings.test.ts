import { expect, test } from "vitest";
import { Bindings } from "../../generator/conform/wire/bindings.ts";
import { shippedContract } from "../support/shipped.ts";

const nodetool = await shippedContract("nodetool");

test("what the server calls otherwise than the flow does is called so from there on", () => {
  const bindings = new Bindings(nodetool);
  bindings.learn({ type: "job_update", job_id: "job-123", status: "running" }, { job_id: "j-77", status: "running", more: [1] });
  const cancel = { command: "cancel_job", data: { job_id: "job-123" } };
  expect(bindings.apply(cancel)).toEqual({ command: "cancel_job", data: { job_id: "j-77" } });
});

test("a name is one of a property: the same text elsewhere stays", () => {
  const bindings = new Bindings(nodetool);
  bindings.learn({ job_id: "1", workflow_id: "1" }, { job_id: "2", workflow_id: "1" });
  expect(bindings.apply({ job_id: "1", workflow_id: "1", input: "1" })).toEqual({ job_id: "2", workflow_id: "1", input: "1" });
});

test("what the client named itself keeps its name, whatever the server says", () => {
  const bindings = new Bindings(nodetool);
  bindings.apply({ command: "chat_message", data: { thread_id: "thread-123", content: "hi" } });
  bindings.learn({ thread_id: "thread-123" }, { thread_id: "thread-9" });
  expect(bindings.apply({ data: { thread_id: "thread-123" } })).toEqual({ data: { thread_id: "thread-123" } });
});

test("the first name stays, numbers are none, and what is missing or of another type is not learnt", () => {
  const bindings = new Bindings(nodetool);
  bindings.learn({ job_id: "a", progress: 50 }, { job_id: "b", progress: 51 });
  bindings.learn({ job_id: "a", list: [{ id: "x" }] }, { job_id: "c", list: "none" });
  expect(bindings.apply({ job_id: "a", progress: 50, id: "x" })).toEqual({ job_id: "b", progress: 50, id: "x" });
});
