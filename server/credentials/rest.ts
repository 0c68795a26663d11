import { post } from "../platform/http/rest.ts";
import { signUp } from "./commands/sign-up.ts";

/** Everything else of a person's credentials is the pages' own, over tRPC. */
export const credentialsRoutes = [post("/auth/signup", signUp)];
