import { mutation, router } from "../platform/http/trpc.ts";
import { addNote } from "./commands/add-note.ts";

export const ordersRouter = router({
  addNote: mutation(addNote),
});
