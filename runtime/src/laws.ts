/** The laws by which both stubs tell what belongs together, for whoever judges a conversation from outside. */
export { agree, answers, type NamedFrame } from "./correlation.ts";
export { encodingAskedBy } from "./encodingLaws.ts";
export { type RunningOptions, RunningStreams } from "./runningStreams.ts";
export { endsStream, type Fit, fitOf, has, keyAsked, keyOf, mostAtATime, nameAt, type StreamState } from "./streamLaws.ts";
export { gatesOf, initialTopics, topicsAt } from "./topicLaws.ts";
