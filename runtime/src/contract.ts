import { freeze } from "./freeze.ts";
import type { Pointer } from "./pointer.ts";

/** Who sends a message. */
export type Direction = "client" | "server";

/** A value that tells a message from others. */
export type Constant = string | number | boolean;

/** How a frame is told to be one message: by a constant, by the properties it has, or not at all (raised by the transport). */
export type Match =
  | { readonly kind: "shape"; readonly required: readonly string[] }
  | {
      readonly kind: "constant" | "lifecycle";
      readonly pointer: Pointer;
      readonly value: Constant;
      /** Further constants at that place which stand for the same message. */
      readonly others?: readonly Constant[];
    };

/** A second discriminator inside one message, and the values it may take. */
export interface Variants {
  readonly pointer: Pointer;
  readonly values: readonly string[];
}

/** What the runtime knows of one message. */
export interface MessageDescriptor {
  /** Name of the message in the contract. */
  readonly name: string;
  readonly from: readonly Direction[];
  readonly match: Match;
  readonly variants?: Variants;
  /** From the frame to what a user of the message handles; absent where that is the whole frame. */
  readonly body?: Pointer;
  /** Whether the Socket.IO event may travel without data. */
  readonly dataOptional?: boolean;
}

/** A protocol as data: what generated packages hand to the runtime. */
export interface ContractDescriptor {
  readonly protocol: string;
  readonly version: string;
  readonly transport: "websocket" | "socketio";
  /** Discriminators of each direction, in the order in which they are looked for. */
  readonly discriminators: Readonly<Record<Direction, readonly Pointer[]>>;
  /** Messages in the order in which shapes are tried. */
  readonly messages: readonly MessageDescriptor[];
}

/** Freezes a contract, so that nobody who imports it can change what others see. */
export function defineContract<const T extends ContractDescriptor>(contract: T): T {
  return freeze(contract);
}
