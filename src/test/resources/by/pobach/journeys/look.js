// What LayoutTests asks of a page; evaluated in it, never served.
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = (element) => element.checkVisibility({visibilityProperty: true}) && element.getClientRects().length > 0;
  const name = (element) => {
    const id = element.id ? '#' + element.id : '';
    const style = typeof element.className === 'string' && element.className ? '.' + element.className.replace(/ /g, '.') : '';
    return element.tagName.toLowerCase() + id + style + ' «' + (element.innerText || element.value || '').slice(0, 40) + '»';
  };
  const unseen = (element) => element.closest('.unseen, .part, .free') && element.getBoundingClientRect().width < 2;

  /** Elements a keyboard reaches, in the order of the page; of a group of radio buttons one. */
  const reachable = () => {
    const groups = new Set();
    return all('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]').filter((element) => {
      if (!shown(element) || element.disabled) return false;
      if (element.type !== 'radio') return true;
      const group = element.form && [...element.form.elements].filter((one) => one.name === element.name);
      const checked = group.find((one) => one.checked);
      if (checked) return element === checked;
      if (groups.has(element.name)) return false;
      groups.add(element.name);
      return true;
    });
  };

  const visibleRing = (style) =>
    (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';

  window.look = {
    count: () => reachable().length,
    names: () => reachable().map(name),

    /** Back to before the first element, as if the page had just come. */
    begin: () => {
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute('tabindex');
      scrollTo(0, 0);
    },

    /** Where the keyboard is now: its number among the reachable, or -1 outside; and whether one sees it. */
    here: () => {
      const element = document.activeElement;
      if (!element || element === document.body) return {at: -1, name: 'nowhere', ring: true, seen: true, parts: false};
      const box = (element.closest('.answer') || element).getBoundingClientRect();
      const ring = [element, element.closest('.answer')].filter((one) => one).some((one) => visibleRing(getComputedStyle(one)));
      const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      return {at: reachable().indexOf(element), name: name(element), ring, seen, parts: ['date', 'time'].includes(element.type)};
    },

    wide: () => {
      const page = document.documentElement;
      return page.scrollWidth <= innerWidth ? [] : ['page ' + page.scrollWidth + ' > ' + innerWidth,
        ...all('body *').filter((element) => shown(element) && !unseen(element) && element.getBoundingClientRect().right > innerWidth + 1).map(name)];
    },

    /** WCAG 1.4.12; a style sheet made here is one that the content policy has nothing against. */
    space: () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important} p{margin-bottom:2em!important}');
      document.adoptedStyleSheets = [sheet];
    },
    unspace: () => { document.adoptedStyleSheets = []; },

    clipped: () => all('body *').filter((element) => {
      if (!shown(element) || unseen(element) || element.closest('svg') || ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName)) return false;
      const style = getComputedStyle(element);
      const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible';
      const box = ['A', 'BUTTON', 'LABEL', 'SUMMARY'].includes(element.tagName) && style.display !== 'inline';
      const over = element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 6;
      return element.innerText && over && (hides || box);
    }).map((element) => name(element) + ' ' + element.scrollWidth + '×' + element.scrollHeight + ' in ' + element.clientWidth + '×' + element.clientHeight),

    /** Things to press that are smaller than 44 px and do not stand in a line of text (WCAG 2.5.5). */
    small: () => reachable().filter((element) => {
      if (element.matches('.skip')) return false;
      const label = element.labels && element.labels[0];
      const box = (element.matches('[type=radio], [type=checkbox]') && label ? label : element).getBoundingClientRect();
      if (box.width > 43.9 && box.height > 43.9) return false;
      const inline = getComputedStyle(element).display === 'inline';
      const around = [...element.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\p{L}{2}/u.test(node.data));
      return !(inline && around);
    }).map((element) => name(element) + ' ' + JSON.stringify(element.getBoundingClientRect())),

    low: () => all('.button:not(.small)').filter((element) => shown(element) && element.getBoundingClientRect().height < 48).map(name),

    /** With colours forced: fields and buttons without a border of their own. */
    borderless: () => all('input:not([type=hidden]):not([type=radio]):not([type=checkbox]), select, textarea, .button, .answer').filter((element) => {
      const style = getComputedStyle(element);
      return shown(element) && (style.borderTopStyle === 'none' || parseFloat(style.borderTopWidth) < 1 || style.borderTopColor === style.backgroundColor);
    }).map(name),

    /** Words that are a picture: nobody can enlarge, recolour or hear them. Icons and drawings are svg without letters. */
    pictured: () => [
      ...all('svg text, svg image, svg foreignObject, canvas, img, picture, object, embed, iframe').filter(shown),
      ...all('body *').filter((element) => shown(element) && /url\(/.test(getComputedStyle(element).backgroundImage)),
    ].map(name),

    /** Links that say the same and lead to different places, or say nothing by themselves (WCAG 2.4.9). */
    vague: () => {
      const nothing = /^(тут|там|далей|падрабязней|больш|глядзець|адкрыць|спасылка|здесь|там|далее|подробнее|ещё|смотреть|открыть|ссылка|here|there|more|read more|next|open|link|click here|details)[.…→]?$/iu;
      const said = new Map();
      const found = [];
      all('a[href]').filter(shown).forEach((link) => {
        const words = (link.getAttribute('aria-label') || link.textContent).replace(/\s+/g, ' ').trim();
        const to = link.href.replace(/#.*/, '');
        if (!words || nothing.test(words)) found.push('says nothing: ' + name(link));
        else if (said.has(words) && said.get(words) !== to) found.push('says the same as another: «' + words + '» ' + to);
        said.set(words, to);
      });
      return found;
    },

    /**
     * What a program cannot tell the purpose of (WCAG 1.3.6): a page without its regions, a region without a name among
     * others of its kind, an icon that is neither a named picture nor beside words, a field about oneself without its purpose.
     */
    purposeless: () => [
      ...['body > header', 'main', 'body > footer', 'nav', 'a[rel~=help]'].filter((one) => !document.querySelector(one)).map((one) => 'no ' + one),
      ...all('nav, section, [role=region]').filter((one) => {
        const named = one.getAttribute('aria-label') || all('#' + (one.getAttribute('aria-labelledby') || 'none').split(' ')[0]).map((by) => by.textContent).join('');
        return !named.trim();
      }).map(name),
      ...all('svg').filter((icon) => {
        const hidden = icon.closest('[aria-hidden=true]');
        const around = icon.closest('a, button, summary, label');
        return hidden ? around && !around.textContent.trim() && !around.getAttribute('aria-label') : !icon.matches('[role=img][aria-label], [role=img][aria-labelledby]');
      }).map(name),
      ...all('input[type=email], input[type=tel], input[type=password], input[name=name], input[name=email], input[name=phone]')
        .filter((field) => field.type !== 'hidden' && !field.getAttribute('autocomplete')).map(name),
    ],

    /** What would start, change or leave by itself. */
    restless: () => [
      ...(window.byItself || []),
      ...all('meta[http-equiv=refresh], marquee, blink, [autoplay]').map(name),
    ],

    moving: () => document.getAnimations().filter((one) => one.playState === 'running').map((one) => name(one.effect.target)),
  };
})();
