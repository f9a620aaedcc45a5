/** Plays the flow that WIREPACT_SCENARIO names with a client, or says that it knows none of that name. */
export async function play(connect, flows) {
  const flow = flows[process.env.WIREPACT_SCENARIO];
  if (flow === undefined) {
    console.error("no such flow is written");
    process.exit(77);
  }
  const client = await connect(process.env.WIREPACT_URL);
  await flow(client, hearer(client));
  await client.close();
}

/** `next(name)` is the next message of a name, also where it has come already. */
function hearer(client) {
  return (name) => new Promise((resolve) => client.on(name, resolve));
}

/** The failure that a request is refused with. */
export async function failure(promise) {
  try {
    await promise;
  } catch (error) {
    if (error.reply !== undefined) return error.reply;
    throw error;
  }
  throw new Error("it must fail");
}

/** All messages of a stream. */
export async function all(stream) {
  const messages = [];
  for await (const { message, value } of stream) messages.push([message, value]);
  return messages;
}
