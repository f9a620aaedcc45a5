import { type Call, callsOf } from "../model/calls.ts";
import type { Contract, Message } from "../model/contract.ts";
import { alternatives, codeSpan } from "./markdown.ts";
import { peersOf } from "./packageFile.ts";
import { limitRows } from "./readmeLimits.ts";
import { listConnectOptions, listServerOptions } from "./readmeOptions.ts";
import { rejectionsOf } from "./rejection.ts";
import { openingOf } from "./server.ts";
import { whoIsLetIn } from "./serverOptions.ts";

/** What the README says of the two stubs, as Markdown. */
export function stubsView(contract: Contract) {
  const { stubs, session } = contract;
  return {
    peers: Object.keys(peersOf(contract)).map(codeSpan).join(", "),
    connect: stubs.connect,
    serve: stubs.serve,
    refuse: session.errors === null ? "" : stubs.refuse,
    isRejection: rejectionsOf(contract).length === 0 ? "" : stubs.isRejection,
    opened: session.opening === null ? "" : ` and the server's ${codeSpan(session.opening)} is here`,
    connectOptions: listConnectOptions(contract),
    calls: [...callsOf(contract, "client").map(callRow), ...httpRows(contract, "call")],
    handlers: [
      ...openingOf(contract).map(openingRow),
      ...callsOf(contract, "client").map(handlerRow),
      ...httpRows(contract, "handler"),
    ],
    streams: session.streams.length > 0,
    refusal: codeSpan(session.errors?.message ?? ""),
    serverOptions: listServerOptions(contract),
    letIn: whoIsLetIn(contract),
    limits: limitRows(),
  };
}

/** A row of a table: a method, the message that it is for, and what it gives. */
type Row = Readonly<Record<"method" | "message" | "gives", string>>;

function callRow({ message, reply, stream }: Call): Row {
  const errors = reply === null || reply.errors.length === 0 ? "" : `; rejects with ${listed(reply.errors)}`;
  const answer = reply === null ? "" : `${listed(reply.answers)}${errors}`;
  const isOptional = message.fields.kind !== "none" && message.fields.optional;
  const parameters = message.fields.kind === "none" ? "" : `fields${isOptional ? "?" : ""}`;
  return row(
    `${message.method}(${parameters})`,
    message,
    stream === null ? answer : `a stream${answer === "" ? "" : `; its \`reply\` is ${answer}`}`,
  );
}

function openingRow(message: Message): Row {
  return row(`${message.method}(session)`, null, listed([message]));
}

function handlerRow(call: Call): Row {
  const { message, reply, stream, isHandledByStub } = call;
  const answer = reply === null ? "" : listed(reply.answers);
  const gives = [...(answer === "" ? [] : [answer]), ...(stream === null ? [] : ["a stream"])].join(", then ");
  return row(
    `${message.method}(message, session)`,
    message,
    isHandledByStub ? "the stub does it; a handler may hear of it" : gives,
  );
}

function row(method: string, message: Message | null, gives: string): Row {
  return { method: codeSpan(method), message: message === null ? "" : codeSpan(message.name), gives };
}

function httpRows({ session }: Contract, kind: "call" | "handler"): Row[] {
  return session.http.map(({ callName, method, path, response }) => ({
    method: codeSpan(`${callName}()`),
    message: codeSpan(`${method} ${path}`),
    gives: `${kind === "call" ? "" : "its body, "}\`${response}\``,
  }));
}

function listed(messages: readonly Message[]): string {
  return alternatives(messages.map(({ name }) => name));
}
