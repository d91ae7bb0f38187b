// Small comforts; every page works without them.
(() => {
  // How the page looks. The server has dressed it already; from the browser's memory it may come back as it was before.
  const root = document.documentElement;
  const wear = (classes) => {
    const rest = [...root.classList].filter((one) => !/^(size|contrast|spacing|letters|words|symbols|calm)-/.test(one));
    root.className = [...rest, ...classes].join(' ');
  };
  const kept = () => (/(?:^|; )(?:__Host-)?look=([^;]*)/.exec(document.cookie) || ['', ''])[1].split('.').filter((one) => one);
  const trying = (form) => {
    form.querySelector('.try').remove();
    form.addEventListener('change', () => wear([...new FormData(form)].filter(([name]) => name !== 'back').map((pair) => pair.join('-'))));
  };
  const page = document.querySelector('main .looks');
  if (page) trying(page);
  else addEventListener('pageshow', () => wear(kept()));
  // The choices open over the page, so that nothing typed is left behind.
  const over = async (href) => {
    const from = new DOMParser().parseFromString(await (await fetch(href)).text(), 'text/html');
    const form = from.querySelector('main .looks');
    const title = document.createElement('h2');
    title.textContent = from.querySelector('h1').textContent;
    title.id = 'over';
    title.tabIndex = -1;
    title.autofocus = true;
    const dialog = document.createElement('dialog');
    dialog.className = 'over';
    dialog.setAttribute('aria-labelledby', 'over');
    dialog.append(title, form);
    trying(form);
    const easy = kept().includes('words-easy');
    const shut = document.createElement('button');
    shut.type = 'button';
    shut.className = 'button quiet';
    shut.textContent = form.dataset.close;
    shut.addEventListener('click', () => dialog.close());
    form.querySelector('.buttons').append(shut);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const body = new URLSearchParams(new FormData(form));
      if (event.submitter && event.submitter.name) body.set(event.submitter.name, event.submitter.value);
      await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
      dialog.close();
      // Other words come from the server, and only where nothing typed would be lost.
      if (kept().includes('words-easy') !== easy && !document.querySelector('main form[method=post]')) location.reload();
    });
    dialog.addEventListener('close', () => {
      wear(kept());
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-look]');
    if (!link || page || !window.HTMLDialogElement || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    over(link.href).catch(() => location.assign(link.href));
  });
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
  const times = document.querySelector('[data-zone][data-here]');
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (times && here) {
    // Digits alone: browsers know no Belarusian dates.
    const read = (at, timeZone) => new Intl.DateTimeFormat('en-GB',
      { timeZone, day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' }).format(at).split(', ');
    times.querySelectorAll('time[datetime]').forEach((time) => {
      const at = new Date(time.dateTime);
      if (isNaN(at)) return;
      const [day, hour] = read(at, times.dataset.zone);
      const [ownDay, ownHour] = read(at, here);
      if (day === ownDay && hour === ownHour) return;
      const own = document.createElement('small');
      own.className = 'own-clock';
      own.textContent = `${times.dataset.here} ${ownHour}` + (day === ownDay ? '' : `, ${ownDay.replace('/', '.')}`);
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
// A form that a device answers: asks the house for a question, the device for an answer, and sends the form.
(() => {
  if (!window.PublicKeyCredential) return;
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const known = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));
  const said = (credential) => {
    const response = { clientDataJSON: text(credential.response.clientDataJSON) };
    for (const part of ['attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (credential.response[part]) response[part] = text(credential.response[part]);
    }
    if (credential.response.getTransports) response.transports = credential.response.getTransports();
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response,
      clientExtensionResults: credential.getClientExtensionResults(),
      authenticatorAttachment: credential.authenticatorAttachment,
    });
  };
  const answer = async (form) => {
    const asked = await fetch(form.action + '/question', {
      method: 'POST',
      headers: { 'X-XSRF-TOKEN': form.elements._csrf.value },
    });
    const { question, options } = await asked.json();
    const publicKey = { ...options, challenge: bytes(options.challenge), extensions: {} };
    form.elements.question.value = question;
    if (form.dataset.passkey === 'get') {
      publicKey.allowCredentials = known(options.allowCredentials);
      form.elements.answer.value = said(await navigator.credentials.get({ publicKey }));
    } else {
      publicKey.user = { ...options.user, id: bytes(options.user.id) };
      publicKey.excludeCredentials = known(options.excludeCredentials);
      form.elements.answer.value = said(await navigator.credentials.create({ publicKey }));
    }
    form.submit();
  };
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const told = form.querySelector('[data-gone]');
      told.textContent = '';
      // Whoever closes the device's window is no failure: they read that nothing happened.
      answer(form).catch(() => (told.textContent = told.dataset.gone));
    });
  }
})();
