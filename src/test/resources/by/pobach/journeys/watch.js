// What a page does by itself, remembered from before its first script on; evaluated in it, never served.
(() => {
  window.byItself = [];
  const every = window.setInterval;
  window.setInterval = (...what) => {
    window.byItself.push('setInterval ' + what[1]);
    return every(...what);
  };
  addEventListener('load', () => setTimeout(() => new MutationObserver((changes) => changes.forEach((change) =>
    window.byItself.push(change.type + ' in ' + change.target.nodeName))).observe(document.body,
    { subtree: true, childList: true, characterData: true })));
})();
