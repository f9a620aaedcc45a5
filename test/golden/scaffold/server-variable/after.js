import { serveChat } from "@wirepact/chat/server";
import { WirepactError } from "@wirepact/chat/server";

const quiet = { say() { return { by: [] }; }, ["whisper"]: () => {} };

const handlers = {
    /** Names a room's kind. */
    proto(_message, _session) {
        throw new WirepactError("rejected", "proto is not implemented");
    },
    ...quiet,
    welcome() {
        return { rooms: [] };
    }
};
handlers.constructorMessage = () => {};

await serveChat(handlers, { userId: "ada" }).listen(4000);
