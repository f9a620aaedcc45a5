/** A message to send where one of several may stand: its name, and what is given to send it. */
export type Outgoing<Name extends string = string, Fields = unknown> = readonly [message: Name, fields: Fields];

/** Fields of an answer of which some repeat the request's: those may be left out. */
export type Repeating<Fields, Names extends keyof Fields> = Omit<Fields, Names> & Partial<Pick<Fields, Names>>;
