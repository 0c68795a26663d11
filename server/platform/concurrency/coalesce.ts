/**
 * Shares one load among all who ask together, and stays exact: whoever asks while a load runs is served by the next
 * one, which begins after the question. So an answer is never older than its question, and a key has at most one load
 * under way however many ask.
 */
export function createCoalescer<T>(load: (key: string) => Promise<T>) {
  const flights = new Map<string, { readonly current: Promise<T>; next: Promise<T> | undefined }>();

  function start(key: string): Promise<T> {
    const current = load(key);
    const flight = { current, next: undefined };
    flights.set(key, flight);
    const land = () => {
      if (flights.get(key) === flight && !flight.next) flights.delete(key);
    };
    current.then(land, land);
    return current;
  }

  return (key: string): Promise<T> => {
    const flight = flights.get(key);
    if (!flight) return start(key);
    flight.next ??= flight.current.then(
      () => start(key),
      () => start(key),
    );
    return flight.next;
  };
}
