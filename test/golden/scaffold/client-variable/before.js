import { connectChat } from "@wirepact/chat/client";

const chat = await connectChat("ws://localhost:4000/rooms/garden", { query: { userId: "ada" } });
process.on("SIGINT", () => chat.close());
chat.on("said", ({ text }) => console.log(text));
chat.on("gone", () => {});

await chat.say({ text: "hi" });
