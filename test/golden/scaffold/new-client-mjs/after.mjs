import { connectChat } from "@wirepact/chat/client";

/**
 * What the client does with each message that it did not ask for.
 * @param {import("@wirepact/chat/client").ChatClient} client
 */
export function listen(client) {
  /** Somebody said something. */
  client.on("said", (message) => console.log("said", message));
  /** Somebody left. */
  client.on("room/left", (message) => console.log("room/left", message));
}

const url = process.argv[2] ?? "ws://localhost:4000/rooms/room";
const client = await connectChat(url, {
  query: { userId: process.env["USER_ID"] ?? "userId" },
});
listen(client);
