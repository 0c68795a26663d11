import { table } from "./table.ts";

/** A page of a decision: its file's name and its text. */
export interface DecisionFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The index of the decisions: number, title and the first sentence of its context.
 * @throws Error for a page that the index could not name, with what it lacks
 */
export function decisionsPage(files: readonly DecisionFile[]): string {
  const decisions = files.map(decisionOf);
  const twice = decisions.find(({ number }, index) => number === decisions[index - 1]?.number);
  if (twice)
    throw new Error(`docs/decisions/${twice.name}: ${twice.number} is taken. Give it the next number.`);
  const rows = decisions.map(({ number, name, title, sentence }) => [
    `[${number}](${name})`,
    title,
    sentence,
  ]);
  return `# Decisions

Choices that someone might undo, with their reasons. Printed from the pages by \`npm run generate\`.

${table(["number", "decision", "context"], rows)}
`;
}

function decisionOf({ name, text }: DecisionFile) {
  const number = name.slice(0, 3);
  const title = new RegExp(`^# ${number} (.+)\n`).exec(text)?.[1];
  const context = /^\*\*Context\.\*\* ([\s\S]+?)\n\n/m.exec(text)?.[1];
  if (!title) throw new Error(`docs/decisions/${name}: its first line must be "# ${number}" and a title.`);
  if (!context) throw new Error(`docs/decisions/${name}: it must tell its context, after "**Context.** ".`);
  return { name, number, title, sentence: firstSentence(context.replaceAll("\n", " ")) };
}

const firstSentence = (text: string): string => /^.*?\.(?= |$)/.exec(text)?.[0] ?? text;
