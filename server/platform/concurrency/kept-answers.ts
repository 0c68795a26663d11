/**
 * Answers to questions that have one answer for ever: each is asked once a process, however many ask, and those that were
 * asked for last are kept. A failure is not kept.
 * @param most - how many answers are kept
 */
export function createKeptAnswers<T>(most: number) {
  const answers = new Map<string, Promise<T>>();
  return (key: string, ask: () => Promise<T>): Promise<T> => {
    const answer = answers.get(key) ?? ask();
    // The map is in the order in which its keys were set, so the first one is the longest unused.
    answers.delete(key);
    answers.set(key, answer);
    answer.catch(() => {
      if (answers.get(key) === answer) answers.delete(key);
    });
    const [oldest] = answers.keys();
    if (answers.size > most && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}
