import type { ChatHandlers as Handlers } from "@wirepact/chat/server";
import { serveChat } from "@wirepact/chat/server";
import { WirepactError as Refusal } from "@wirepact/runtime";

interface User {
	name: string;
}

class Rooms implements Handlers<User> {
	#names = new Map<string, string>();
	static of() { return new Rooms(); }
	constructor(private readonly log = console.log) {}
	private note() { this.log(this.#names); }
	welcome() {
		return { rooms: [...this.#names.keys()] };
	}
	say = () => { throw new Refusal("rejected", "quiet"); }
}

serveChat(new Rooms()).listen(4000);
