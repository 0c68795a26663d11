/** The request was not sent, because the browser knows that it is offline. */
export class NotSentError extends Error {
  override readonly name = "NotSentError";
}

/** The answer was lost, and the server says that the request never arrived. */
export class NotArrivedError extends Error {
  override readonly name = "NotArrivedError";
}

/** Longer than the server takes to answer or to time out; a broken connection may never report an error. */
const ANSWER_MS = 20_000;

/** `fetch` for requests that change something: it tells whether the request was sent, and it has a timeout. */
export async function sendingFetch(
  input: Parameters<typeof fetch>[0],
  init: RequestInit = {},
  answerMs = ANSWER_MS,
): Promise<Response> {
  if (!navigator.onLine) throw new NotSentError();
  const timeout = AbortSignal.timeout(answerMs);
  const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  return fetch(input, { ...init, signal });
}
