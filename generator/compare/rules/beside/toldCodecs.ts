import { escapeStep } from "@wirepact/runtime";
import type { Json } from "../../../json.ts";
import type { Codec } from "../../../model/codecs.ts";
import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { type Paired, pairByKey } from "../../match/byKey.ts";

/** Codecs of both contracts by their names. */
export function pairCodecs({ before, after }: ContractPair): Paired<Codec> {
  return pairByKey(before.session.codecs, after.session.codecs, ({ name }) => name);
}

/** What is the same in all that is said of a codec. */
export function aboutCodec({ name }: Codec, side: Side): Pick<Finding, "level" | "message" | "from" | "pointer" | "side"> {
  return { level: "wire", message: null, from: ["client", "server"], pointer: `/x-wirepact/codecs/${escapeStep(name)}`, side };
}

/** What makes a codec this one. */
export function identityOf({ name, layout }: Codec): readonly Json[] {
  return [name, ...layout.map((part) => [part.name, part.kind])];
}
