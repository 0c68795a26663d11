import { sendingFetch } from "./sending.ts";

/**
 * Posts to the REST API and gives the body of the answer; a refusal is thrown as its problem+json, which
 * `useProblem` puts into words. For logging in and out, which set cookies; everything else goes through tRPC.
 */
export async function postJson<Answer>(path: string, body: unknown = {}): Promise<Answer> {
  const answer = await sendingFetch(path, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const content = answer.status === 204 ? null : await answer.json();
  if (!answer.ok) throw content;
  return content as Answer;
}
