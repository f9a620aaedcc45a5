import { readPointer } from "@wirepact/runtime";
import { deriveFixtures } from "../../fixtures/deriveFixtures.ts";
import { setAt } from "../../fixtures/setAt.ts";
import type { Json } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";

/** What stands at places of the client's frames, whatever a fixture has there. */
export type Given = ReadonlyMap<string, Json>;

/** A frame with what is given for the places that it has. A place that is `kept`, or holds that, stays as it is. */
export function filled(frame: Json, given: Given, kept?: string): Json {
  let result = frame;
  for (const [pointer, value] of given) {
    const isKept = kept !== undefined && (`${pointer}/`.startsWith(`${kept}/`) || `${kept}/`.startsWith(`${pointer}/`));
    if (!isKept && readPointer(result, pointer).found) result = setAt(result, pointer, value);
  }
  return result;
}

/** The proofs that frames carry, as the first flow has them: those of fixtures prove nothing. */
export function proofsOf(contract: Contract): Given {
  const steps = deriveFixtures(contract).flows.fixtures.flatMap((flow) => (flow.kind === "scenario" ? flow.steps : []));
  const frames = steps.filter(({ from }) => from === "client").map(({ frame }) => frame);
  const places = contract.endpoint.credentials.flatMap(({ descriptor }) =>
    descriptor?.kind === "eip191" ? [descriptor.pointer] : [],
  );
  return new Map(
    places.flatMap((pointer): [string, Json][] => {
      const readings = frames.map((frame) => readPointer(frame, pointer));
      const first = readings.find(({ found }) => found);
      // A frame of a flow is JSON, and so is what stands in it.
      return first?.found === true ? [[pointer, first.value as Json]] : [];
    }),
  );
}
