/** Opens the search palette; its code and the index are loaded with the first opening. */
const dialog = document.querySelector<HTMLDialogElement>('#palette');

function openPalette(): void {
  if (!dialog || dialog.open) return;
  void import('./element.ts');
  dialog.showModal();
  dialog.querySelector('input')?.select();
}

document.addEventListener('faultbook:search', openPalette);
dialog?.querySelector('[data-close]')?.addEventListener('click', () => dialog.close());
dialog?.addEventListener('click', (event) => {
  if (event.target === dialog) dialog.close();
});
document.querySelector('.search-button')?.addEventListener('click', (event) => {
  event.preventDefault();
  openPalette();
});
