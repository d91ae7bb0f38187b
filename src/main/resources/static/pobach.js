// Three small comforts; every page works without them.
(() => {
  const summary = document.querySelector('.error-summary');
  if (summary) {
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
    // Digits alone: browsers know no Belarusian dates.
    const read = (at, timeZone) => new Intl.DateTimeFormat('en-GB',
      { timeZone, day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' }).format(at).split(', ');
    page.querySelectorAll('time[datetime]').forEach((time) => {
      const at = new Date(time.dateTime);
      if (isNaN(at)) return;
      const [day, hour] = read(at, page.dataset.zone);
      const [ownDay, ownHour] = read(at, here);
      if (day === ownDay && hour === ownHour) return;
      const own = document.createElement('small');
      own.className = 'own-clock';
      own.textContent = `${page.dataset.here} ${ownHour}` + (day === ownDay ? '' : `, ${ownDay.replace('/', '.')}`);
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
