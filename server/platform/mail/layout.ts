import { Body } from "@react-email/body";
import { Button } from "@react-email/button";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Heading } from "@react-email/heading";
import { Hr } from "@react-email/hr";
import { Html } from "@react-email/html";
import { Preview } from "@react-email/preview";
import { render } from "@react-email/render";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import { type CSSProperties, createElement as h, type ReactNode } from "react";
import type { z } from "zod";
import type { Language, Letter } from "./letter.ts";

type ReadLetter = z.output<typeof Letter>;
type ReadPassage = ReadLetter["ko"];

/** The colours of paper and ink of the pages, as mail clients know them. */
const INK = "#171a2b";
const MUTED = "#555a70";
const PAPER = "#f6f6f3";
const LINE = "#dcdde3";
const PRIMARY = "#2b35c9";

const FONT =
  "Pretendard, -apple-system, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', 'Segoe UI', sans-serif";

const STYLES = {
  body: { backgroundColor: PAPER, color: INK, fontFamily: FONT, margin: 0, padding: "24px 12px" },
  sheet: {
    ...{ backgroundColor: "#ffffff", border: `1px solid ${LINE}`, borderRadius: "12px" },
    ...{ maxWidth: "560px", padding: "28px 24px" },
  },
  brand: { color: PRIMARY, fontSize: "18px", fontWeight: 800, margin: "0 0 20px" },
  title: { fontSize: "22px", fontWeight: 800, lineHeight: "30px", margin: "0 0 12px" },
  titleBelow: { fontSize: "18px", fontWeight: 700, lineHeight: "26px", margin: "0 0 12px" },
  paragraph: { fontSize: "16px", lineHeight: "26px", margin: "0 0 12px", overflowWrap: "anywhere" },
  table: { borderCollapse: "collapse", margin: "8px 0 20px", width: "100%" },
  label: {
    color: MUTED,
    fontSize: "14px",
    padding: "6px 16px 6px 0",
    textAlign: "left",
    verticalAlign: "top",
  },
  value: { fontSize: "16px", fontWeight: 600, overflowWrap: "anywhere", padding: "6px 0", textAlign: "left" },
  button: {
    ...{ backgroundColor: PRIMARY, borderRadius: "8px", color: "#ffffff", display: "inline-block" },
    ...{ fontSize: "16px", fontWeight: 700, padding: "13px 22px", textDecoration: "none" },
  },
  note: { color: MUTED, fontSize: "14px", lineHeight: "22px", margin: "16px 0 0" },
  rule: { borderColor: LINE, margin: "28px 0" },
  footer: { color: MUTED, fontSize: "13px", lineHeight: "20px", margin: "16px auto 0", maxWidth: "560px" },
} satisfies Record<string, CSSProperties>;

/** The HTML part of a letter, in the language of its reader or in both. What people wrote is escaped, and no picture is loaded from anywhere. */
export function htmlOf(subject: string, letter: ReadLetter, language?: Language): Promise<string> {
  if (language)
    return page(
      subject,
      letter[language].title,
      passage(letter[language], language, STYLES.title, "h1"),
      language,
    );
  return page(subject, letter.ko.title, [
    passage(letter.ko, "ko", STYLES.title, "h1"),
    h(Hr, { key: "rule", style: STYLES.rule }),
    passage(letter.en, "en", STYLES.titleBelow, "h2"),
  ]);
}

/** The HTML part of a mail that is text alone: its paragraphs, with their addresses as links. */
export const htmlOfText = (subject: string, text: string): Promise<string> =>
  page(
    subject,
    text.split("\n", 1)[0] ?? "",
    text
      .trim()
      .split(/\n{2,}/)
      .map((block, index) => h(Text, { key: index, style: STYLES.paragraph }, linesOf(block))),
  );

const page = (
  subject: string,
  preview: string,
  children: ReactNode,
  lang: Language = "ko",
): Promise<string> =>
  render(
    h(
      Html,
      { lang },
      h(
        Head,
        null,
        h("meta", { name: "viewport", content: "width=device-width" }),
        h("meta", { name: "color-scheme", content: "light only" }),
        h("title", null, subject),
      ),
      h(Preview, null, preview),
      h(
        Body,
        { style: STYLES.body },
        h(Container, { style: STYLES.sheet }, h(Text, { style: STYLES.brand }, "선착 Seonchak"), children),
        h(
          Text,
          { style: STYLES.footer },
          "이 주소로 보내신 답장은 받아 볼 수 없어요. Replies to this address are not read.",
        ),
      ),
    ),
  );

function passage(
  { title, paragraphs, facts, action, note }: ReadPassage,
  lang: "ko" | "en",
  titleStyle: CSSProperties,
  as: "h1" | "h2",
): ReactNode {
  return h(
    Section,
    { key: lang, lang },
    h(Heading, { as, style: titleStyle }, title),
    paragraphs.map((text) => h(Text, { key: text, style: STYLES.paragraph }, linesOf(text))),
    facts.length > 0 && factsTable(facts),
    action && h(Button, { href: action.url, style: STYLES.button }, action.label),
    note !== undefined && h(Text, { style: STYLES.note }, linesOf(note)),
  );
}

const factsTable = (facts: ReadPassage["facts"]): ReactNode =>
  h(
    "table",
    { style: STYLES.table },
    h(
      "tbody",
      null,
      facts.map(({ label, value }) =>
        h(
          "tr",
          { key: label },
          h("th", { scope: "row", style: STYLES.label }, label),
          h("td", { style: STYLES.value }, linesOf(value)),
        ),
      ),
    ),
  );

const ADDRESS = /(https?:\/\/[^\s<>"]+)/;

/** Text with its line breaks kept and its addresses as links. */
const linesOf = (text: string): ReactNode[] =>
  text
    .split("\n")
    .flatMap((line, index) => [
      ...(index > 0 ? [h("br", { key: `break ${index}` })] : []),
      ...line
        .split(ADDRESS)
        .map((part, at) =>
          ADDRESS.test(part)
            ? h("a", { key: `${index} ${at}`, href: part, style: { color: PRIMARY } }, part)
            : part,
        ),
    ]);
