/** A message to send where one of several may stand: its name, and what is given to send it. */
export type Outgoing<Name extends string = string, Fields = unknown> = readonly [message: Name, fields: Fields];
