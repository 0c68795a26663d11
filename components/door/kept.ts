import type { Door, DoorTicket } from "#server/doors/contract.ts";
import type { Direction, ScanOutcome } from "#server/doors/values.ts";
import type { DoorGuest, GuestId } from "#server/guests/contract.ts";
import type { ArrivalOutcome } from "#server/guests/values.ts";

/** A scan that this device decided by itself and has not told the server yet. */
export interface QueuedScan {
  readonly key: string;
  readonly deviceId: string;
  readonly code: string;
  readonly ticketId: string;
  readonly direction: Direction;
  readonly decided: ScanOutcome;
  /** By the server's clock, in milliseconds. */
  readonly atMs: number;
}

/** An arrival of guests that this device decided by itself and has not told the server yet. */
export interface QueuedArrival {
  readonly key: string;
  readonly deviceId: string;
  readonly guestId: GuestId;
  readonly people: number;
  readonly direction: Direction;
  readonly decided: ArrivalOutcome;
  /** By the server's clock, in milliseconds. */
  readonly atMs: number;
}

/** The door as this device read it last. */
export interface KeptDoor {
  readonly door: Door;
  readonly tickets: readonly DoorTicket[];
  readonly readAtMs: number;
}

const [DOOR, QUEUE, ARRIVALS] = ["door", "queue", "arrivals"] as const;
const GUESTS = "guests";

const database = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open("seonchak-door", 2);
    opening.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) {
        opening.result.createObjectStore(DOOR);
        opening.result.createObjectStore(QUEUE, { keyPath: "key" });
      }
      opening.result.createObjectStore(ARRIVALS, { keyPath: "key" });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });

async function run<T>(
  store: typeof DOOR | typeof QUEUE | typeof ARRIVALS,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opened = await database();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = opened.transaction(store, mode);
      const request = ask(transaction.objectStore(store));
      // Only a finished transaction is on the disk.
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    opened.close();
  }
}

/** What a device keeps so that its door works without a network, also after the page was loaded again. */
export const kept = {
  door: () => run<KeptDoor | undefined>(DOOR, "readonly", (store) => store.get(DOOR)),
  saveDoor: (door: KeptDoor) => run(DOOR, "readwrite", (store) => store.put(door, DOOR)),
  guests: () => run<readonly DoorGuest[] | undefined>(DOOR, "readonly", (store) => store.get(GUESTS)),
  saveGuests: (guests: readonly DoorGuest[]) => run(DOOR, "readwrite", (store) => store.put(guests, GUESTS)),
  /** Forgets the door with its tickets and the names of its guests. */
  forgetDoor: () => run(DOOR, "readwrite", (store) => store.clear()),
  queue: () => run<QueuedScan[]>(QUEUE, "readonly", (store) => store.getAll()),
  enqueue: (scan: QueuedScan) => run(QUEUE, "readwrite", (store) => store.put(scan)),
  dequeue: (key: string) => run(QUEUE, "readwrite", (store) => store.delete(key)),
  arrivals: () => run<QueuedArrival[]>(ARRIVALS, "readonly", (store) => store.getAll()),
  enqueueArrival: (arrival: QueuedArrival) => run(ARRIVALS, "readwrite", (store) => store.put(arrival)),
  dequeueArrival: (key: string) => run(ARRIVALS, "readwrite", (store) => store.delete(key)),
};
