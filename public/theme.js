// Before the first paint, so that no page flashes in another theme. A file of its own: the policy forbids inline scripts.
(function () {
  try {
    var theme = localStorage.getItem('faultbook-theme');
    if (theme && theme !== 'auto') document.documentElement.dataset.theme = theme;
  } catch (error) {
    /* storage is refused: the system's theme it is */
  }
})();
