import { getString } from "../../../json.ts";
import { serversOf, written } from "../../../model/servers.ts";
import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { other } from "../../proof.ts";
import { both, breaksIn, NOTHING, safe, type Verdict } from "../verdicts.ts";

/** Where a server is. */
export interface Address {
  readonly scheme: string;
  /** Without its port. */
  readonly host: string;
  /** Null where it is the deployment's. */
  readonly port: string | null;
  /** All of it, as it is compared. */
  readonly whole: string;
  readonly pointer: string;
}

/** The servers of a side. The first is the one that packages read; there is always one. */
export function addressesOf(pair: ContractPair, side: Side): readonly [Address, ...Address[]] {
  const { document } = pair[side];
  const [first = LOCAL, ...others] = serversOf(document).map(({ value, pointer }): Address => {
    const scheme = getString(value, "protocol") ?? "ws";
    const whole = written(document, value, "host") ?? LOCAL.host;
    const [, host = whole, port = null] = /^(.*):(\d{1,5})$/.exec(whole) ?? [];
    return { scheme, host, port, whole: `${scheme}://${whole}${written(document, value, "pathname") ?? ""}`, pointer };
  });
  return [first, ...others];
}

const LOCAL: Address = { scheme: "ws", host: "localhost", port: null, whole: "ws://localhost", pointer: "/servers" };

/** What is the same in all that is said of where a server is. */
export function aboutAddress(
  { pointer }: Address,
  side: Side,
  place = "",
): Pick<Finding, "level" | "message" | "from" | "pointer" | "side"> {
  return { level: "wire", message: null, from: ["server"], pointer: `${pointer}${place}`, side };
}

/** Servers of a side beside the first that the other does not have. */
export function addressesBeyond(pair: ContractPair, side: Side, reader: Side): Address[] {
  const [, ...own] = addressesOf(pair, side);
  const known = addressesOf(pair, reader).map(({ whole }) => whole);
  return own.filter(({ whole }) => !known.includes(whole));
}

/** Whether the first server of a contract is one of the other's. */
export function isKnownTo(pair: ContractPair, side: Side): boolean {
  const [first] = addressesOf(pair, side);
  return addressesOf(pair, other(side)).some(({ whole }) => whole === first.whole);
}

/** What becomes of who connects by the other contract. */
export function moved(pair: ContractPair, proof: string): Verdict {
  const stays = safe("the old address is one of the servers still");
  const old = isKnownTo(pair, "before") ? stays : breaksIn("oldClientNewServer", { proof });
  return both(old, isKnownTo(pair, "after") ? NOTHING : breaksIn("newClientOldServer", { proof }));
}
