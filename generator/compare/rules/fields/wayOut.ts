/** What to do where readers ask for more than they did: frames of the clients in the field cannot be changed any more. */
export const WHERE_NARROWER =
  "Where clients send it, leave the schema as it is and let the server answer by an error of the protocol; or add a field with the new rule beside this one, and let this one go later.";

/** What to do where senders may send more than they did: clients in the field read by the old rule. */
export const WHERE_WIDER =
  "Where the server sends it, keep to the old rule until no old client is left; or add a field with the new rule beside this one, and let this one go later.";
