import type { EventEmitter } from "node:events";
import { Adapter } from "socket.io-adapter";

/** An adapter as those over Redis are: what one server says, all others of the bus hear, as JSON. */
export function adapterOver(bus: EventEmitter): typeof Adapter {
  return class extends Adapter {
    override init(): void {
      bus.on("packet", this.hear);
    }

    override close(): void {
      bus.off("packet", this.hear);
    }

    override serverSideEmit(packet: unknown[]): void {
      bus.emit("packet", this, JSON.stringify(packet));
    }

    readonly hear = (from: unknown, text: string): void => {
      if (from !== this) this.nsp._onServerSideEmit(JSON.parse(text));
    };
  };
}
