import { createApp } from "#server/http/app.ts";

const app = createApp();
const handle = (request: Request) => app.fetch(request);

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST };
