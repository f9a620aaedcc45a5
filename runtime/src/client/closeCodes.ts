/** https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1: whoever sends it wants no more. */
export const NORMAL = 1000;

/** The connection broke, or never was: no code travelled. */
export const BROKEN = 1006;

/** Ours, of the range for private use: the other side did not answer in time. */
export const GIVEN_UP = 4408;
