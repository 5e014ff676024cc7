export function find(names: readonly string[]): string | undefined;
export function ensurePrograms(): { browser: string | undefined; missing: string[] };
