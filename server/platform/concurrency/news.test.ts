import { expect, it } from "vitest";
import { createNews } from "./news.ts";

async function all<T>(told: AsyncIterable<T>): Promise<T[]> {
  const heard: T[] = [];
  for await (const news of told) heard.push(news);
  return heard;
}

it("tells each listener all news since it began to listen, in order, however late they are read", async () => {
  const news = createNews<number>();
  const ends = new AbortController();
  const early = news.listen(ends.signal);
  news.tell(1);
  const late = news.listen(ends.signal);
  news.tell(2);
  expect([await early.next(), await early.next()]).toMatchObject([{ value: 1 }, { value: 2 }]);
  const next = early.next();
  news.tell(3);
  expect(await next).toMatchObject({ value: 3 });
  expect([await late.next(), await late.next()]).toMatchObject([{ value: 2 }, { value: 3 }]);
  ends.abort();
  expect(await early.next()).toMatchObject({ done: true });
});

it("ends for who waits when its signal aborts, and tells them nothing more", async () => {
  const news = createNews<number>();
  const ends = new AbortController();
  const heard = all(news.listen(ends.signal));
  ends.abort();
  news.tell(2);
  expect(await heard).toEqual([]);
  expect(await all(news.listen(ends.signal))).toEqual([]);
});

it("goes on for others when one of them stops reading", async () => {
  const news = createNews<number>();
  const ends = new AbortController();
  const [one, other] = [news.listen(ends.signal), news.listen(ends.signal)];
  news.tell(1);
  expect(await one.next()).toMatchObject({ value: 1 });
  await one.return();
  news.tell(2);
  expect([await other.next(), await other.next()]).toMatchObject([{ value: 1 }, { value: 2 }]);
});
