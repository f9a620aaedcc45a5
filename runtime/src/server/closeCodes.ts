/** Ours, of the range for private use, after HTTP's 401: what let the client in has expired. It may come back with fresh credentials. */
export const EXPIRED = 4401;
