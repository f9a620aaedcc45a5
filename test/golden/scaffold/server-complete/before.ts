import { serveChat } from "@wirepact/chat/server";
serveChat({ welcome() { return { rooms: [] } }, say: async () => ({ by: [] }), whisper() {}, constructorMessage() {}, proto() {}, ping() {} }).listen(1)
