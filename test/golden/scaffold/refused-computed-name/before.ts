import type { ChatHandlers } from "@wirepact/chat/server";

const name = ["say", "whisper"][0];
export default { [name]: () => {}, welcome: () => ({ rooms: [] }) } satisfies ChatHandlers;
