type Loaded =
  { readonly kind: 'pack'; readonly json: string } | { readonly kind: 'failed'; readonly message: string };

let loading: Promise<Loaded> | undefined;

/** The pack as the site serves it, loaded once a page, when the page loads: pasting then asks for nothing. */
export function loadPack(base: string): Promise<Loaded> {
  loading ??= load(base).then((loaded) => {
    if (loaded.kind === 'failed') loading = undefined;
    return loaded;
  });
  return loading;
}

async function load(base: string): Promise<Loaded> {
  try {
    const response = await fetch(`${base}/pack.json`);
    if (!response.ok) return { kind: 'failed', message: `pack.json: ${response.status}` };
    return { kind: 'pack', json: await response.text() };
  } catch (error) {
    return { kind: 'failed', message: String(error) };
  }
}
