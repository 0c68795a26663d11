/** How often a part is asked for although the browser believes that it has a connection, and how long it waits between. */
const TRIES = 3;
const AGAIN_MS = 2000;

/**
 * Makes the load of a part of a page outlast a lost connection. It waits for one before it begins: where a page has no
 * bundler's runtime, a module that once failed to load fails for as long as the page is open.
 */
export const loadPart =
  <T>(load: () => Promise<T>) =>
  async (): Promise<T> => {
    for (let tries = 1; ; tries++) {
      if (!navigator.onLine) await connection();
      try {
        return await load();
      } catch (error) {
        if (tries === TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
  };

const connection = () => new Promise((resolve) => addEventListener("online", resolve, { once: true }));
