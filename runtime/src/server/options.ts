import type { Clock } from "../clock.ts";
import type { Broadcaster } from "./broadcaster.ts";
import type { Limits } from "./limits.ts";
import type { UpgradeRequest } from "./peer.ts";
import type { ResourceOptions } from "./resources.ts";
import type { Session, SessionEnd } from "./session.ts";

/** Who asks, or nobody. */
export type Admitted<User> = User | null | undefined | false;

/** What every generated `serve` may be told. `Sessions` are the sessions of its protocol. */
export interface ServerOptions<
  User = unknown,
  Sessions extends object = Session<Record<string, unknown>, User>,
  Request extends UpgradeRequest = UpgradeRequest,
> {
  /**
   * Says who asks for a connection; `proof` is what a check of the contract's credentials found, such as the claims of a token. To
   * refuse, return nothing: null, undefined, false, an empty text or 0 are nobody, so that what a look-up gives may be returned as it
   * is; or throw a WirepactError. Anything else that it throws refuses too, and is told to `onError`, or else the console: it is taken
   * for a mistake. Without this hook the proof itself is the user, and who has none is let in: a credential that the contract names
   * is asked of nobody unless this hook, or a check such as `jwt`, asks for it.
   */
  authenticate?: (request: Request, proof: unknown) => Admitted<User> | Promise<Admitted<User>>;
  /** Whether what the path names is there; asked first. All but true refuses as the contract says, with HTTP 404 where it does not. */
  exists?: (request: UpgradeRequest) => boolean | Promise<boolean>;
  /** Hears of every connection, once its opening message is sent. */
  onOpen?: (session: Sessions) => void;
  /** Hears the end of every connection that was opened. */
  onClose?: (session: Sessions, end: SessionEnd) => void;
  /**
   * Hears what handlers and hooks throw, for the log; `message` is the one that was handled. Peers are told none of it. Without it,
   * errors go to `console.error`.
   */
  onError?: (error: unknown, session?: Sessions, message?: string) => void;
  /**
   * Origins that browsers may connect from, such as `https://app.example`; others are refused with HTTP 403. Clients that send no
   * Origin are no browsers, and pass. Without this list every origin passes: set it where browsers authenticate by cookie.
   */
  origins?: readonly string[];
  /** Raises or lowers single limits. */
  limits?: Partial<Limits>;
  /** Carries broadcasts to other processes. */
  broadcaster?: Broadcaster;
  /** Something that lives while sessions use it, such as a container. */
  resources?: ResourceOptions<User, Sessions>;
  /** Where the server has its time from. */
  clock?: Clock;
}
