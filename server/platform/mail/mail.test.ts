import { expect, it, vi } from "vitest";
import { generatedSecrets } from "../config/env-variables.ts";
import { seal } from "../values/seal.ts";
import { letterMail } from "./letter.ts";
import { mailPayload, readMail, SECRET_LINK } from "./mail.ts";

for (const name of generatedSecrets) vi.stubEnv(name, `${name}-`.repeat(4));
vi.stubEnv("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing");
vi.stubEnv("REDIS_URL", "redis://127.0.0.1:1");
// The settings are read at their first use, and the stubs end with the first test.
seal("", "test");

const TO = "buyer@example.com";
const kept = (...given: Parameters<typeof mailPayload>) => JSON.stringify(mailPayload(...given));

const letter = letterMail("예매가 완료됐어요", {
  ko: {
    title: "예매가 완료됐어요",
    facts: [{ label: "공연", value: "<b>첫눈</b> & 겨울" }],
    action: { label: "주문 보기", url: "https://shop.example/me/orders/order_1" },
  },
  en: { title: "Your booking is confirmed", paragraphs: ["Bring it."] },
  calendar: {
    ...{ uid: "event_session_1@seonchak", title: "첫눈, 겨울; 콘서트", place: "서울\n대극장" },
    ...{ startsAt: "2030-01-02T10:30:00.000Z", url: "https://shop.example/me/orders/order_1" },
  },
});

it("says the same in its text part and its HTML part, in both languages, with what people wrote escaped", async () => {
  const { subject, text, html } = await readMail(kept(TO, letter));
  expect(subject).toBe("[선착] 예매가 완료됐어요");
  for (const said of ["예매가 완료됐어요", "Your booking is confirmed", "Bring it."]) {
    expect(text).toContain(said);
    expect(html).toContain(said);
  }
  expect(text).toContain("공연: <b>첫눈</b> & 겨울\n");
  expect(html).toContain("&lt;b&gt;첫눈&lt;/b&gt; &amp; 겨울");
  expect(html).toContain('href="https://shop.example/me/orders/order_1"');
  expect(html.replace(/https:\/\/shop\.example\S*/g, "")).not.toMatch(/<img|<script|src=/);
});

it("has the HTML of a mail that is text alone, with its address as a link", async () => {
  const { html } = await readMail(
    kept(TO, { subject: "s", text: "한 줄\n둘째 <줄>\n\nhttps://shop.example/a?b=1\n" }),
  );
  expect(html).toContain("한 줄<br/>둘째 &lt;줄&gt;");
  expect(html).toContain('<a href="https://shop.example/a?b=1"');
});

it("carries a calendar file with the start in UTC and its texts escaped", async () => {
  const { calendar = "" } = await readMail(kept(TO, letter));
  const unfolded = calendar.replaceAll("\r\n\t", "");
  expect(unfolded).toContain("DTSTART:20300102T103000Z\r\n");
  expect(unfolded).toContain("SUMMARY:첫눈\\, 겨울\\; 콘서트\r\n");
  expect(unfolded).toContain("UID:event_session_1@seonchak\r\n");
  expect(unfolded).toContain("DURATION:PT2H\r\n");
});

it("keeps a secret link sealed, for the mailbox it goes to alone", async () => {
  const link = "https://shop.example/reset#secret";
  const action = { label: "Open", url: SECRET_LINK };
  const secret = letterMail("s", { ko: { title: "가", action }, en: { title: "a", action } });
  const payload = mailPayload(TO, secret, { secretLink: link });
  expect(JSON.stringify(payload)).not.toContain("secret");
  const { text, html } = await readMail(JSON.stringify(payload));
  expect(text).toContain(link);
  expect(html).toContain(`href="${link}"`);
  await expect(readMail(JSON.stringify({ ...payload, to: "operator@example.com" }))).rejects.toThrow();
});

it("is in the one language that its reader chose, subject and all parts", async () => {
  const { subject, text, html } = await readMail(kept(TO, letter, { language: "en" }));
  expect(subject).toBe("[Seonchak] Your booking is confirmed");
  for (const part of [text, html]) {
    expect(part).toContain("Your booking is confirmed");
    expect(part).not.toContain("예매가 완료됐어요");
  }
  expect(html).toContain('lang="en"');
  const korean = await readMail(kept(TO, letter, { language: "ko" }));
  expect(korean.subject).toBe("[선착] 예매가 완료됐어요");
  expect(korean.text).not.toContain("English");
});
