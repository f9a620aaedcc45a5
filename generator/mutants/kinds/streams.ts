import { get, getList, getObject, getString, getStrings, type Json, type JsonObject } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import { eachRemoved, removed, replaced } from "../change.ts";
import type { Change } from "../mutant.ts";

interface Placed {
  readonly document: JsonObject;
  readonly pointer: string;
  readonly stream: Json;
  /** What starts it. */
  readonly name: string;
}

/** A message starts no stream. */
export function dropStream(contract: Contract): Change[] {
  return streamsOf(contract).map(({ document, pointer, name }) => removed(document, pointer, `${name} starts nothing`));
}

/** A stream has a message less between start and end, or after it. */
export function dropItem(contract: Contract): Change[] {
  return streamsOf(contract).flatMap(({ document, pointer, stream, name }) => [
    ...eachRemoved(
      document,
      `${pointer}/items`,
      getStrings(stream, "items"),
      (item) => `${item} is no part of what ${name} starts`,
    ),
    ...eachRemoved(
      document,
      `${pointer}/after`,
      getStrings(stream, "after"),
      (item) => `${item} does not follow the end of what ${name} starts`,
    ),
  ]);
}

/** A stream does not end where it does, or ends where it does not. */
export function changeEnd(contract: Contract): Change[] {
  return streamsOf(contract).flatMap(({ document, pointer, stream, name }) => {
    const ends = getList(stream, "ends");
    const each = ends.flatMap((end, index) => {
      const place = `${pointer}/ends/${index}/where`;
      const message = getString(end, "message");
      const values = getList(get(end, "where"), "values");
      if (values.length === 0) return [];
      return [
        removed(document, place, `any ${message} ends what ${name} starts`),
        ...eachRemoved(
          document,
          `${place}/values`,
          values,
          (value) => `${message} with ${value} does not end what ${name} starts`,
          1,
        ),
      ];
    });
    const fewer = eachRemoved(
      document,
      `${pointer}/ends`,
      ends,
      (end) => `${getString(end, "message")} does not end what ${name} starts`,
      1,
    );
    const more = getStrings(stream, "items")
      .filter((item) => !ends.some((end) => getString(end, "message") === item))
      .map((item) =>
        replaced(document, `${pointer}/ends`, [...ends, { message: item }], `${item} ends what ${name} starts`, item),
      );
    return [...fewer, ...each, ...more];
  });
}

/** Streams are told apart by less, or more of them may run at once, or fewer. */
export function changeStream(contract: Contract): Change[] {
  return streamsOf(contract).flatMap(({ document, pointer, stream, name }) => {
    const concurrent = get(stream, "concurrent");
    const place = `${pointer}/concurrent`;
    const match = eachRemoved(
      document,
      `${pointer}/match`,
      getList(stream, "match"),
      (pair) => `what ${name} starts need not agree with it at ${JSON.stringify(pair)}`,
    );
    const key =
      getString(stream, "key") === undefined ? [] : [removed(document, `${pointer}/key`, `what ${name} starts has no name`)];
    const bound =
      typeof concurrent === "number"
        ? [
            removed(document, place, `any number of ${name} may run`),
            replaced(document, place, concurrent + 1, `${concurrent + 1} of ${name} may run`, "more"),
          ]
        : [replaced(document, place, 1, `one ${name} may run`, "one")];
    return [...match, ...key, ...bound];
  });
}

function streamsOf({ document }: Contract): Placed[] {
  const streams = getList(getObject(document, "x-wirepact"), "streams");
  return streams.map((stream, index) => ({
    document,
    pointer: `/x-wirepact/streams/${index}`,
    stream,
    name: getString(stream, "start") ?? "",
  }));
}
