import type { PosterId } from "#server/posters/contract.ts";
import { createApp } from "../http/app.ts";
import type { Client } from "./clients.ts";
import { photo } from "./pictures.ts";

const app = createApp();

/** Uploads a body as a person does. */
export function upload(
  client: Pick<Client, "authorization"> | undefined,
  body: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
) {
  return app.request("/api/admin/posters", {
    method: "POST",
    body: new Uint8Array(body),
    headers: {
      "content-type": "image/jpeg",
      "content-length": String(body.length),
      ...(client && { authorization: client.authorization }),
      ...headers,
    },
  });
}

/** The id of a poster that this person has just uploaded. */
export async function givenPoster(client: Client): Promise<PosterId> {
  const answer = await upload(client, await photo({ width: 400, height: 400 }));
  if (answer.status !== 201) throw new Error(`the upload was answered with ${answer.status}`);
  return ((await answer.json()) as { id: PosterId }).id;
}
