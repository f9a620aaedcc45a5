import type { Contract } from "../../model/contract.ts";
import type { FrameReader } from "../../monitor/frameReader.ts";
import type { OpenPeer, Target } from "../wire/peer.ts";
import type { Encode } from "../wire/wire.ts";
import type { Answers } from "./answers.ts";
import type { Given } from "./given.ts";
import type { Stranger } from "./strangers.ts";

/** Everything that cases against one server share. */
export interface Stage {
  readonly contract: Contract;
  readonly reader: FrameReader;
  readonly encode: Encode;
  readonly open: OpenPeer;
  readonly target: Target;
  /** Connections that should be refused. */
  readonly strangers: readonly Stranger[];
  /** Milliseconds of silence after which nothing is waited for that the contract does not demand. */
  readonly quiet: number;
  /** What stands at places of the client's frames, whatever fixtures have there: sessions, signatures. */
  readonly given: Given;
  /** Whether a server that goes another way than a flow does, legally, fails. */
  readonly isStrict: boolean;
  /** What of all that was asked was ever done. */
  readonly answers: Answers;
}
