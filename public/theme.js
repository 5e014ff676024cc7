// Before the first paint, so that no page flashes in another theme, or with words for readers without scripts. A file of its own: the policy forbids inline scripts.
(() => {
  document.documentElement.dataset.script = '';
  try {
    const theme = localStorage.getItem('faultbook-theme');
    if (theme && theme !== 'auto') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is refused: the system's theme it is.
  }
})();
