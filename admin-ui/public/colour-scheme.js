// Runs before the first paint, so that a dark page never starts white. A file of its own, so that no inline script needs
// an exception from the content security policy.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('tidings-colour-scheme');
  } catch {
    // Storage may be switched off; the system's scheme then decides.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
