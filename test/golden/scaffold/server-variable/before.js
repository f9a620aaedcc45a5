import { serveChat } from "@wirepact/chat/server";

const quiet = { say() { return { by: [] }; }, ["whisper"]: () => {} };

const handlers = {
    ...quiet,
    welcome() {
        return { rooms: [] };
    }
};
handlers.constructorMessage = () => {};

await serveChat(handlers, { userId: "ada" }).listen(4000);
