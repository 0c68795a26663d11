import { sendingFetch } from "./sending.ts";

/** The server gives a request half a minute to arrive, and the file is worked on after that. */
const ANSWER_MS = 60_000;

interface Sending {
  readonly method?: "POST" | "PATCH";
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends a file as the body of a call of the REST API, under its own media type, and gives the body of the answer; a refusal
 * is thrown as its problem+json. For what is larger than the bodies that tRPC takes.
 */
export async function sendFile<Answer>(path: string, file: Blob, sending: Sending = {}): Promise<Answer> {
  const { method = "POST", headers = {} } = sending;
  // A type that the browser does not know is refused by the server, as a picture that it does not take.
  const type = { "content-type": file.type || "application/octet-stream" };
  const init: RequestInit = {
    ...{ method, credentials: "same-origin" as const, body: file },
    headers: { ...type, ...headers },
  };
  const answer = await sendingFetch(path, init, ANSWER_MS);
  const content = await answer.json();
  if (!answer.ok) throw content;
  return content as Answer;
}
