import { expect, it, vi } from "vitest";
import { createKeptAnswers } from "./kept-answers.ts";

it("asks once for all who ask, at the same time and later", async () => {
  const answerTo = createKeptAnswers<string>(2);
  const ask = vi.fn(async () => "answer");
  expect(await Promise.all([answerTo("a", ask), answerTo("a", ask)])).toEqual(["answer", "answer"]);
  expect(await answerTo("a", ask)).toBe("answer");
  expect(ask).toHaveBeenCalledTimes(1);
});

it("forgets the answer that nobody asked for the longest", async () => {
  const answerTo = createKeptAnswers<string>(2);
  const asked: string[] = [];
  const question = (key: string) =>
    answerTo(key, async () => {
      asked.push(key);
      return key;
    });
  for (const key of ["a", "b", "a", "c", "a", "b"]) await question(key);
  expect(asked).toEqual(["a", "b", "c", "b"]);
});

it("asks again after a failure", async () => {
  const answerTo = createKeptAnswers<string>(2);
  await expect(answerTo("a", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await answerTo("a", async () => "back")).toBe("back");
});
