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
	/** Says something to one of them. *​/ Not answered. */
	whisper(...[_message, _session]: Parameters<NonNullable<Handlers<User>["whisper"]>>): ReturnType<NonNullable<Handlers<User>["whisper"]>> {
		throw new Refusal("rejected", "whisper is not implemented");
	}
	/** Builds a room. */
	constructorMessage(...[_message, _session]: Parameters<NonNullable<Handlers<User>["constructorMessage"]>>): ReturnType<NonNullable<Handlers<User>["constructorMessage"]>> {
		throw new Refusal("rejected", "constructorMessage is not implemented");
	}
	/** Names a room's kind. */
	proto(...[_message, _session]: Parameters<NonNullable<Handlers<User>["proto"]>>): ReturnType<NonNullable<Handlers<User>["proto"]>> {
		throw new Refusal("rejected", "proto is not implemented");
	}
}

serveChat(new Rooms()).listen(4000);
