import type { Clock } from "../clock.ts";
import type { RefusalDescriptor } from "../endpoint.ts";
import { WirepactError } from "../wirepactError.ts";
import type { UpgradeCheck } from "./credentials.ts";
import type { ServerDefinition } from "./definition.ts";
import { earlier } from "./expiry.ts";
import type { Limits } from "./limits.ts";
import type { Admission } from "./listener.ts";
import type { ServerOptions } from "./options.ts";
import type { UpgradeRequest } from "./peer.ts";
import { sameText } from "./sameText.ts";

/** What admitting needs to know of a server. */
export interface AdmissionFacts {
  readonly definition: ServerDefinition;
  readonly options: ServerOptions;
  readonly limits: Limits;
  readonly clock: Clock;
  /** How many connections there are. */
  readonly count: () => number;
  /** Hears why a request was refused. */
  readonly refused: (error: unknown) => void;
  /** Hears what a hook threw that is no refusal, of a request that was refused for it. */
  readonly failed: (error: unknown) => void;
}

/** Makes the decision on requests: is what they want there, do they say what they must, and who asks. In this order, within the handshake's limit. */
export function createAdmit(facts: AdmissionFacts): (request: UpgradeRequest) => Promise<Admission> {
  const { definition, options, limits, count } = facts;
  // Checks read options of their own, which the generated package has added to these.
  const given = options as Readonly<Record<string, unknown>>;
  const checks = (definition.upgradeChecks ?? []).flatMap((make) => make(definition.contract, given) ?? []);
  const query = wantedQuery(definition, given);
  let judging = 0;
  return async (request) => {
    if (count() + judging >= limits.connections) return refuse(facts, OVERLOADED, "too many connections");
    judging += 1;
    try {
      return await inTime(facts, judge(facts, checks, query, request));
    } finally {
      judging -= 1;
    }
  };
}

async function judge(
  facts: AdmissionFacts,
  checks: readonly UpgradeCheck[],
  query: readonly Wanted[],
  request: UpgradeRequest,
): Promise<Admission> {
  const { refusals } = facts.definition.contract.endpoint;
  try {
    if (!(await isKnown(facts.options, request))) return refuse(facts, refusalOf(refusals, "unknown"), "unknown");
  } catch (error) {
    return broken(facts, { kind: "status", status: 500 }, error);
  }
  if (!query.every((wanted) => isThere(wanted, request))) return refuse(facts, refusalOf(refusals, "query"), "wrong query");
  try {
    const { user, until } = await identify(facts, checks, request);
    if (isNobody(facts.options, user)) return refuse(facts, refusalOf(refusals, "credentials"), "not authenticated");
    return until === undefined ? { kind: "accepted", user } : { kind: "accepted", user, until };
  } catch (error) {
    const refusal = refusalOf(refusals, "credentials");
    return error instanceof HookError ? broken(facts, refusal, error.cause) : refuse(facts, refusal, error);
  }
}

/** A hook that looks something up and finds nothing must not let in: only a plain yes does. */
async function isKnown({ exists }: ServerOptions, request: UpgradeRequest): Promise<boolean> {
  return exists === undefined || (await exists(request)) === true;
}

/** Whether the user's hook knows nobody: a look-up that finds nothing gives undefined, a comparison false. */
function isNobody({ authenticate }: ServerOptions, user: unknown): boolean {
  return authenticate === undefined ? user === null : !user;
}

/** All checks must pass; the first that finds out something says who asks, unless the user's hook does. */
async function identify(
  { options }: AdmissionFacts,
  checks: readonly UpgradeCheck[],
  request: UpgradeRequest,
): Promise<Identity> {
  let proof: unknown;
  let until: number | undefined;
  const expires = (time: number) => {
    until = earlier(until, time);
  };
  for (const check of checks) {
    const found = await check(request, expires);
    proof ??= found;
  }
  return { user: options.authenticate === undefined ? proof : await asked(options.authenticate, request, proof), until };
}

/** A hook refuses by a WirepactError. Anything else that it throws lets nobody in either, but is a mistake that somebody must hear of. */
async function asked(authenticate: NonNullable<ServerOptions["authenticate"]>, request: UpgradeRequest, proof: unknown) {
  try {
    return await authenticate(request, proof);
  } catch (error) {
    throw error instanceof WirepactError ? error : new HookError(error);
  }
}

/** What a hook threw that is no refusal. */
class HookError extends Error {
  constructor(cause: unknown) {
    super("authenticate failed", { cause });
  }
}

/** Who asks, and when the first of their proofs expires. */
interface Identity {
  readonly user: unknown;
  readonly until: number | undefined;
}

/** A parameter of the query that must be there, and what it must say. */
interface Wanted {
  readonly name: string;
  readonly value: string | undefined;
}

function wantedQuery({ contract, query = {} }: ServerDefinition, given: Readonly<Record<string, unknown>>): Wanted[] {
  const required = contract.endpoint.query
    .filter((parameter) => parameter.required)
    .map(({ name }) => ({ name, value: undefined }));
  const fixed = Object.entries(query).flatMap(([option, name]) => {
    const value = given[option];
    return value === undefined ? [] : [{ name, value: String(value) }];
  });
  return [...required, ...fixed];
}

function isThere({ name, value }: Wanted, { query }: UpgradeRequest): boolean {
  const said = Object.hasOwn(query, name) ? query[name] : undefined;
  return said !== undefined && (value === undefined || sameText(said, value));
}

/** How the contract refuses for a reason; where it does not say, as HTTP does. */
function refusalOf(refusals: readonly RefusalDescriptor[], reason: "unknown" | "query" | "credentials"): Admission {
  const status = { unknown: 404, query: 400, credentials: 401 }[reason];
  const named = refusals.find((refusal) => "status" in refusal && refusal.status === status);
  if (named !== undefined) return { kind: "status", status };
  const closing = refusals.find((refusal) => "close" in refusal);
  if (closing === undefined || !("close" in closing) || reason === "unknown") return { kind: "status", status };
  return { kind: "close", code: closing.close, reason: closing.when };
}

const OVERLOADED: Admission = { kind: "status", status: 503 };

function refuse({ refused }: AdmissionFacts, refusal: Admission, why: unknown): Admission {
  refused(why instanceof Error ? why : new Error(`connection refused: ${String(why)}`));
  return refusal;
}

/** Refuses for a hook that failed: its error is told even where nobody asked for refusals. */
function broken({ failed }: AdmissionFacts, refusal: Admission, error: unknown): Admission {
  failed(error);
  return refusal;
}

/** A hook that never answers refuses; what it says later is not heard any more. */
function inTime(facts: AdmissionFacts, judged: Promise<Admission>): Promise<Admission> {
  return new Promise((resolve) => {
    const cancel = facts.clock.after(facts.limits.handshake, () =>
      resolve(refuse(facts, OVERLOADED, "the checks took too long")),
    );
    void judged.then((admission) => {
      cancel();
      resolve(admission);
    });
  });
}
