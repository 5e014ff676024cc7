/** A sequence of numbers that is the same for the same seed. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * The same paste from another cluster, at another time: times, ages, process ids, goroutines, pointers, UUIDs, addresses
 * and ports are others. Places in sources, versions, names and the addresses that mean "this machine" stay.
 */
export function elsewhere(text: string, seed: number): string {
  const number = numbersFrom(seed);
  const digits = (value: number, width: number): string => String(value).padStart(width, '0');
  const hex = (width: number): string =>
    Array.from({ length: width }, () => number(16).toString(16)).join('');
  const clock = (): string =>
    `${digits(number(24), 2)}:${digits(number(60), 2)}:${digits(number(60), 2)}.${digits(number(1_000_000), 6)}`;
  const addresses = new Map<string, string>();
  const address = (old: string): string => {
    if (/^(127\.|0\.0\.0\.0)/.test(old)) return old;
    const other = addresses.get(old) ?? `10.${number(256)}.${number(256)}.${number(254) + 1}`;
    addresses.set(old, other);
    return other;
  };
  const port = 1_024 + number(60_000);
  return text
    .replace(
      /^([IWEF])\d{4} \d\d:\d\d:\d\d\.\d{6} +\d+ /gm,
      (_, level: string) =>
        `${level}${digits(number(12) + 1, 2)}${digits(number(28) + 1, 2)} ${clock()} ${String(number(99_999) + 1).padStart(7)} `,
    )
    .replace(
      /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/g,
      () =>
        `2${digits(number(1_000), 3)}-${digits(number(12) + 1, 2)}-${digits(number(28) + 1, 2)}T${clock().slice(0, 8)}`,
    )
    .replace(/^(root +)\d+/gm, (_, user: string) => `${user}${number(4_000_000) + 1}`)
    .replace(/^( *)\d+ \//gm, (_, blanks: string) => `${blanks}${number(4_000_000) + 1} /`)
    .replace(/\bgoroutine \d+ \[/g, () => `goroutine ${number(9_000) + 1} [`)
    .replace(/\b0xc[0-9a-f]{9}\b/g, () => `0xc${digits(number(1_000_000_000), 9)}`)
    .replace(/(?<=localhost|\]|\.\d{1,3}):\d{4,5}\b/g, () => `:${port}`)
    .replace(/\b\d{1,3}(\.\d{1,3}){3}\b(?!\.)/g, address)
    .replace(/\b\d\d:\d\d:\d\d(?= [+-]\d{4}\b)/g, () => clock().slice(0, 8))
    .replace(
      /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g,
      () => `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`,
    )
    .replace(/\(x\d+ over \d+m\)/g, () => `(x${number(300) + 1} over ${number(300) + 1}m)`)
    .replace(/\) +\d+m$/gm, () => `)  ${number(300) + 1}d`);
}
