import type { ChatClient } from "@wirepact/chat/client";

export function listen(client: ChatClient) {
  for (const name of ["said", "room/left"] as const) client.on(name, console.log);
}
