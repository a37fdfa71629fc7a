// Parts of a large dossier stand in <noscript>: their markup (ours, escaped when the page was made) is parsed on demand.
function parse(noscript) {
  const template = document.createElement('template');
  template.innerHTML = noscript.textContent;
  return template.content;
}

function unfold(within) {
  for (const held of within.querySelectorAll(':scope > noscript')) held.replaceWith(parse(held));
}

// The element with an id, unfolding the part that holds it.
function find(id) {
  const there = document.getElementById(id);
  if (there) return there;
  if (claimOf(id)) return document.getElementById(id);
  const needle = ` id="${id}"`;
  for (const held of document.querySelectorAll('.report > noscript')) {
    if (held.textContent.includes(needle)) {
      held.replaceWith(parse(held));
      return document.getElementById(id);
    }
  }
  return null;
}

function reveal(element) {
  for (let at = element; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  for (const old of document.querySelectorAll('.hit')) old.classList.remove('hit');
  element.classList.add('hit');
  const inline = element.matches('a, span, li, tr');
  const top = element.matches('.body') ? element.closest('details') : element;
  top.scrollIntoView({ block: inline ? 'center' : 'start' });
  // What lies between was only estimated in height until it came into view: aim once more.
  requestAnimationFrame(() => top.scrollIntoView({ block: inline ? 'center' : 'start' }));
  const focus = element.matches('.body') ? top.querySelector('summary') : element;
  if (!focus.matches('a, summary, [tabindex]')) focus.tabIndex = -1;
  focus.focus({ preventScroll: true });
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function isolated(text) {
  return element('bdi', {}, text);
}
