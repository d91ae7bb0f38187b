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
