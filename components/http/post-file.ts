import { sendingFetch } from "./sending.ts";

/** The server gives a request half a minute to arrive, and the file is worked on after that. */
const ANSWER_MS = 60_000;

/**
 * Posts a file as the body of a call of the REST API, under its own media type, and gives the body of the answer; a refusal
 * is thrown as its problem+json.
 */
export async function postFile<Answer>(path: string, file: Blob): Promise<Answer> {
  // A type that the browser does not know is refused by the server, as a picture that it does not take.
  const headers = { "content-type": file.type || "application/octet-stream" };
  const init: RequestInit = { method: "POST", credentials: "same-origin", headers, body: file };
  const answer = await sendingFetch(path, init, ANSWER_MS);
  const content = await answer.json();
  if (!answer.ok) throw content;
  return content as Answer;
}
