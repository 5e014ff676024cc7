/** Puts a text on the clipboard. False where the browser refuses: then the reader is told to select and copy. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Says a sentence to screen readers, and shows it for a moment at the foot of the page. */
export function announce(words: string): void {
  const region = document.getElementById('announcer');
  if (!region) return;
  region.textContent = words;
  region.dataset['shown'] = 'true';
  clearTimeout(Number(region.dataset['timer']));
  region.dataset['timer'] = String(setTimeout(() => (region.dataset['shown'] = 'false'), 2500));
}
