// Three small comforts; every page works without them.
(() => {
  const summary = document.querySelector('.error-summary');
  if (summary) {
    summary.focus();
    summary.addEventListener('click', (event) => {
      const link = event.target.closest('a[href^="#"]');
      const field = link && document.getElementById(link.hash.slice(1));
      if (!field) return;
      event.preventDefault();
      (field.closest('.field') || field).scrollIntoView();
      field.focus({ preventScroll: true });
    });
  }
  // Who looks from another time zone sees both clocks: the Centre's, and in brackets their own.
  const page = document.querySelector('[data-zone][data-here]');
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (page && here) {
    const clock = (at, timeZone, more) => new Intl.DateTimeFormat(document.documentElement.lang,
      { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...more }).format(at);
    page.querySelectorAll('time[datetime]').forEach((time) => {
      const at = new Date(time.dateTime);
      const day = { day: 'numeric', month: 'numeric' };
      if (isNaN(at) || clock(at, page.dataset.zone, day) === clock(at, here, day)) return;
      const sameDay = clock(at, page.dataset.zone, day).split(',')[0] === clock(at, here, day).split(',')[0];
      const own = document.createElement('small');
      own.className = 'own-clock';
      own.textContent = `${page.dataset.here} ${clock(at, here, sameDay ? {} : day)}`;
      time.after(' ', own);
    });
  }
  // A second press of the same button is not a second wish. The button is not disabled: it keeps its focus and its value.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post') return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
    setTimeout(() => delete form.dataset.sent, 10000);
  });
  addEventListener('pageshow', () => document.querySelectorAll('form').forEach((form) => delete form.dataset.sent));
})();
