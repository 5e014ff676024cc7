/** A file that reaches the widget, by its button or by being dropped on it; of several the first, with how many there were. */
export function connectFile(host: HTMLElement, onFile: (file: File, count: number) => void): void {
  const input = host.querySelector<HTMLInputElement>('input[type="file"]');
  const button = host.querySelector<HTMLButtonElement>('button[data-file]');
  if (button) button.hidden = false;
  button?.addEventListener('click', () => input?.click());
  input?.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) onFile(file, input.files?.length ?? 1);
    input.value = '';
  });
  host.addEventListener('dragover', (event) => event.preventDefault());
  host.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    onFile(file, event.dataTransfer?.files.length ?? 1);
  });
}
