import { join } from "node:path";
import type { EmittedFile } from "../../../generator/emit/file.ts";
import type { JsonObject } from "../../../generator/json.ts";
import { plan } from "../../../generator/output/plan.ts";
import { write } from "../../../generator/output/write.ts";
import { complaintsAbout, generate } from "./generate.ts";
import { meetings } from "./meetings.ts";
import { payloads } from "./payloads.ts";
import { documentWith, type Sink, sharedSinks, singleSinks } from "./sinks.ts";

/** A document full of hostile strings, its package, and the folder that holds it. */
export interface Sample {
  readonly name: string;
  readonly document: JsonObject;
  readonly files: readonly EmittedFile[];
  readonly folder: string;
}

/** The documents that gave a package, and what went wrong with the others. */
export interface Samples {
  readonly samples: readonly Sample[];
  readonly complaints: readonly string[];
}

/** What came of one string in one place. */
export interface Verdict {
  readonly name: string;
  readonly taken: boolean;
  readonly complaints: readonly string[];
}

/** Puts every string into one place, each alone. */
export function tryEach(sink: Sink): Verdict[] {
  return Object.entries(payloads).map(([name, payload]) => {
    const document = documentWith([[sink, payload]]);
    const outcome = generate(document);
    return {
      name,
      taken: outcome.kind === "package",
      complaints: complaintsAbout(document, outcome).map((text) => `${name}: ${text}`),
    };
  });
}

/** Makes packages: of each string in all the places that hold one, of each place with all the strings that it takes, and of names that meet. */
export function makeSamples(workshop: string, isTaken: (place: string, name: string) => boolean): Samples {
  const perString = Object.entries(payloads).map(([name, payload]) => {
    const places = Object.entries(singleSinks).filter(([place]) => isTaken(place, name));
    return makeSample(`string ${name}`, documentWith(places.map(([, sink]) => [sink, payload])));
  });
  const perPlace = Object.entries(sharedSinks).map(([place, sink]) => {
    const taken = Object.entries(payloads).filter(([name]) => isTaken(place, name));
    return makeSample(`place ${place}`, documentWith(taken.map(([, payload]) => [sink, payload])));
  });
  const perMeeting = Object.entries(meetings).map(([name, document]) => makeSample(`meeting ${name}`, document));
  const made = [...perString, ...perPlace, ...perMeeting].map((sample, index) => ({
    ...sample,
    folder: join(workshop, `${index}-${sample.name.replace(/\W+/g, "-")}`),
  }));
  return { samples: made.filter(({ files }) => files.length > 0), complaints: made.flatMap(({ complaints }) => complaints) };
}

/** Writes packages as the command does; what cannot be written, and why. */
export function writeSamples(samples: readonly Sample[]): string[] {
  return samples.flatMap(({ name, folder, files }) => {
    try {
      write([plan(folder, files, name)]);
      return [];
    } catch (error) {
      return [`${name}: ${error}`];
    }
  });
}

function makeSample(name: string, document: JsonObject) {
  const outcome = generate(document);
  const complaints =
    outcome.kind === "package" ? [] : [`${name}: ${complaintsAbout(document, outcome).join(", ") || outcome.kind}`];
  return { name, document, files: outcome.kind === "package" ? outcome.files : [], complaints };
}
