import type { Contract } from "../../model/contract.ts";
import { createFrameReader } from "../../monitor/frameReader.ts";
import { closable, type Suite } from "../suite.ts";
import { encoderOf } from "../wire/wire.ts";
import { Answers } from "./answers.ts";
import type { Given } from "./given.ts";
import { queryNotes } from "./queryNotes.ts";
import { QUIET } from "./quiet.ts";
import { serverCases } from "./serverCases.ts";
import { socketioPeer } from "./socketioPeer.ts";
import type { Stage } from "./stage.ts";
import { strangersOf } from "./strangers.ts";
import { type TargetOptions, targetOf } from "./target.ts";
import { websocketPeers } from "./websocketPeer.ts";

/** How a server is tried. */
export interface ServerOptions extends TargetOptions {
  readonly quiet?: number;
  readonly given?: Given;
  /** Whether a server that goes another way than a flow fails. */
  readonly isStrict?: boolean;
  /** Whether all fixtures are sent, and not one of each sort. */
  readonly isAll?: boolean;
}

/** All that a server at an address is held against. Throws BadTarget where nobody can connect with what was given. */
export function serverSuite(contract: Contract, options: ServerOptions): Suite {
  const stage: Stage = {
    contract,
    reader: createFrameReader(contract),
    encode: encoderOf(contract),
    open: contract.transport === "socketio" ? socketioPeer : websocketPeers(contract.encodings),
    target: targetOf(contract, options),
    strangers: strangersOf(contract, options),
    quiet: options.quiet ?? QUIET,
    given: options.given ?? new Map(),
    isStrict: options.isStrict === true,
    answers: new Answers(contract),
  };
  const queried = queryNotes(contract.endpoint, options, stage.target);
  const cases = serverCases(stage, options.isAll === true);
  const left = serverCases(stage, true).length - cases.length;
  return closable(cases, () => [...queried, ...(left > 0 ? [`${left} more fixtures are sent with --all`] : [])]);
}
