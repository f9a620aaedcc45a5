/** How many signed messages are remembered; of more the oldest is forgotten. */
const REMEMBERED = 10_000;

interface Claim {
  readonly connection: object;
  readonly until: number;
}

/** Which connection came first with a signed message, until the message is too old for any. */
export class Claims {
  readonly #claims = new Map<string, Claim>();

  /** How many are remembered. */
  get size(): number {
    return this.#claims.size;
  }

  /** Whether a message belongs to a connection: to the first that came with it. Only messages whose signature holds are claimed. */
  claim(message: string, connection: object, until: number, now: number): boolean {
    const known = this.#claims.get(message);
    if (known !== undefined && known.until >= now) return known.connection === connection;
    this.#forgetOld(now);
    this.#claims.set(message, { connection, until });
    return true;
  }

  /** Those at the begin are the oldest, as one is claimed when it is fresh; it need not be exact, since each is looked at again. */
  #forgetOld(now: number): void {
    for (const [message, { until }] of this.#claims) {
      if (until >= now && this.#claims.size < REMEMBERED) return;
      this.#claims.delete(message);
    }
  }
}
