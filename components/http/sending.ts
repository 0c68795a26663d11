/** Nothing left this device: the browser knows that it has no connection, so nothing was asked of the server. */
export class NotSentError extends Error {
  override readonly name = "NotSentError";
}

/** The answer was lost, and a look at the server said that the request never arrived either. */
export class NotArrivedError extends Error {
  override readonly name = "NotArrivedError";
}

/** Longer than the server takes to answer or to give up; a connection that died quietly says nothing for ever. */
const ANSWER_MS = 20_000;

/** `fetch` for what changes something: it says whether it was sent at all, and does not wait for an answer for ever. */
export async function sendingFetch(
  input: Parameters<typeof fetch>[0],
  init: RequestInit = {},
): Promise<Response> {
  if (!navigator.onLine) throw new NotSentError();
  const timeout = AbortSignal.timeout(ANSWER_MS);
  const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  return fetch(input, { ...init, signal });
}
