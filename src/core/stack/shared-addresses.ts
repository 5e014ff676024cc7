/** An address that several goroutines hold. */
export interface SharedAddress {
  /** `#1`, `#2` … in the order in which the dump first prints them. */
  readonly name: string;
  /** `0xc000123400`. */
  readonly address: string;
  /** How many goroutines print it. */
  readonly goroutines: number;
  /** It lies where Go keeps what it allocates; others are code and constants, or large numbers. */
  readonly heap: boolean;
}

export interface AddressBook {
  /** The addresses of one goroutine, each once; `count` goroutines are like it. */
  push(addresses: readonly number[], count: number): void;
  /** What has been seen in more than one goroutine so far, in order of first appearance. */
  shared(): ReadonlyMap<number, SharedAddress>;
  /** How many times an address was seen and not counted, since there were too many others. */
  uncounted(): number;
}

/** As many addresses are counted: a dump of 20,000 goroutines has about 100,000. */
const MAX_ADDRESSES = 1 << 18;

/** As many get a name. */
const MAX_NAMED = 10_000;

/** Counts in how many goroutines each address stands. */
export function createAddressBook(): AddressBook {
  const counts = new Map<number, number>();
  let uncounted = 0;
  return {
    push(addresses, count) {
      for (const address of addresses) {
        const before = counts.get(address);
        if (before === undefined && counts.size >= MAX_ADDRESSES) uncounted++;
        else counts.set(address, (before ?? 0) + count);
      }
    },
    shared() {
      const shared = new Map<number, SharedAddress>();
      for (const [address, goroutines] of counts) {
        if (goroutines < 2 || shared.size >= MAX_NAMED) continue;
        const name = `#${shared.size + 1}`;
        shared.set(address, {
          name,
          address: `0x${address.toString(16)}`,
          goroutines,
          heap: isHeap(address),
        });
      }
      return shared;
    },
    uncounted: () => uncounted,
  };
}

/**
 * The runtime asks for its first arena at 0xc000000000, on arm64 at 0x4000000000, and for the next ones behind it.
 * Source: Go `src/runtime/malloc.go`, mallocinit.
 */
const isHeap = (address: number): boolean =>
  (address >= 0xc0_0000_0000 && address < 0xe0_0000_0000) ||
  (address >= 0x40_0000_0000 && address < 0x60_0000_0000);
