import { get, getList, getObject, isList, isObject, type Json } from "../../generator/json.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { endpointChannel } from "../../generator/model/endpointChannel.ts";
import { follow } from "../../generator/model/references.ts";
import { serversOf } from "../../generator/model/servers.ts";

/** What is for people alone, wherever it stands. */
const PROSE = new Set([
  "description",
  "source",
  "when",
  "meaning",
  "notes",
  "settings",
  "details",
  "title",
  "summary",
  "examples",
]);

/**
 * All that a contract says to machines beyond its payloads, as one text: two contracts with the same one must be told of as unchanged,
 * and two with different ones as changed. Written apart from the rules of reviews, over the contract as a whole.
 */
export function meaningOf(contract: Contract): string {
  const { transport, endpoint, encodings, discriminators, messages, shapes, replies, session, packageName, document } = contract;
  const { scenarios: _, machines, http, ...rest } = session;
  const { url, options: __, ...where } = { options: null, ...endpoint };
  const said = {
    transport,
    packageName,
    where: { ...where, query: where.query.map(({ option: ___, ...parameter }) => parameter), credentials: [] },
    servers: serversOf(document).map(({ value }) => ({
      protocol: "ws",
      host: "localhost",
      ...(isObject(value) ? value : {}),
      security: null,
    })),
    credentials: endpoint.credentials.map(({ descriptor }, index) => descriptor ?? schemeAt(contract, index)),
    query: queryOf(contract),
    encodings,
    discriminators,
    messages: messages.map(({ name, from, match, variants, body, dataOptional, deprecated, frame }) => ({
      name,
      from,
      match,
      variants: variants?.pointer ?? null,
      body,
      dataOptional,
      isDeprecated: deprecated !== false,
      frame,
    })),
    shapes,
    replies,
    machines,
    http: http.map(({ callName: ___, response: ____, ...call }) => call),
    responses: Object.values(getObject(get(document, "x-wirepact"), "http")).map((call) => get(call, "response") ?? null),
    rest: {
      ...rest,
      streams: rest.streams.map(withEnds),
      errors: rest.errors === null ? null : { ...rest.errors, codes: codesOf(rest.errors) },
    },
  };
  return JSON.stringify(sorted(JSON.parse(JSON.stringify({ ...said, url: url.split("://")[0] }))));
}

/** What ends a stream is one of its messages, listed or not. */
function withEnds(stream: Contract["session"]["streams"][number]): Json {
  const items = [...new Set([...stream.items, ...stream.ends.map(({ message }) => message)])].sort();
  return JSON.parse(JSON.stringify({ ...stream, items }));
}

/** A code that is used needs no meaning to be one. */
function codesOf({ codes, code }: NonNullable<Contract["session"]["errors"]>): string[] {
  const { unknown = "", invalid = "", failed = "" } = code ?? {};
  return [...new Set([...codes.map((one) => one.code), unknown, invalid, failed])].sort();
}

function schemeAt({ document }: Contract, index: number): Json {
  const server = serversOf(document)[0]?.value;
  return follow(document, getList(server, "security")[index] ?? {}, "")?.value ?? null;
}

function queryOf({ document }: Contract): Json {
  const channel = follow(document, endpointChannel(document)?.[1] ?? {}, "")?.value;
  return get(get(get(channel, "bindings"), "ws"), "query") ?? null;
}

/** Without prose, and with keys in one order. */
function sorted(value: Json): Json {
  if (isList(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([key, held]) => !(PROSE.has(key) && (typeof held === "string" || isList(held))));
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, held]) => [key, sorted(held)]));
}
