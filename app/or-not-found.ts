import { notFound } from "next/navigation";
import { AppError } from "#server/platform/errors.ts";

/** What a page reads of the thing that its address names; where there is none, the page is the one that says so (404). */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  }
}
