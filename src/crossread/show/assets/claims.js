// The list of claims: filtered and ordered over the data island, drawn from the page's own elements.
const ID = 0, GLOSS = 1, KIND = 2, STATUS = 3, LOW = 4, ACTORS = 6, CELLS = 7;
const list = document.getElementById('claim-list');
const chunks = [...list.querySelectorAll(':scope > noscript')].map((held) => held.textContent);
const claimElements = [...list.querySelectorAll(':scope > details')];
const places = new Map(data.claims.map((claim, n) => [claim[ID], n]));
const PAGE = data.large ? data.chunk : Infinity;
let matched = [], listed = 0;
const texts = [];
for (const held of list.querySelectorAll(':scope > noscript')) held.remove();

function claimElement(n) {
  if (!claimElements[n]) {
    const chunk = Math.floor(n / data.chunk);
    const template = document.createElement('template');
    template.innerHTML = chunks[chunk];
    let at = chunk * data.chunk;
    for (const made of [...template.content.children]) claimElements[at++] = made;
  }
  return claimElements[n];
}

// What a search looks through: the claim in one sentence, who is named in it and, where they are at hand, its words.
function claimText(n) {
  if (texts[n] === undefined) {
    const claim = data.claims[n];
    const words = data.large ? '' : [...claimElement(n).querySelectorAll('mark')].map((m) => m.textContent).join(' ');
    texts[n] = [claim[GLOSS], ...claim[ACTORS].map((a) => data.actors[a]), words].join(' ').toLowerCase();
  }
  return texts[n];
}

const contested = { contradicted: 0, mixed: 1, corroborated: 2, 'single-origin': 3 };
const orders = {
  reports: (a, b) => data.claims[b][CELLS].length - data.claims[a][CELLS].length,
  origins: (a, b) => data.claims[b][LOW] - data.claims[a][LOW],
  contested: (a, b) => contested[data.claims[a][STATUS]] - contested[data.claims[b][STATUS]],
  gloss: (a, b) => data.claims[a][GLOSS].localeCompare(data.claims[b][GLOSS], 'en'),
};

function select(params) {
  const asked = (params.q || '').toLowerCase().split(/\s+/).filter(Boolean);
  const actor = params.actor === undefined || params.actor === '' ? -1 : Number(params.actor);
  const kept = [];
  data.claims.forEach((claim, n) => {
    if (params.status && claim[STATUS] !== params.status) return;
    if (params.kind && claim[KIND] !== params.kind) return;
    if (actor >= 0 && !claim[ACTORS].includes(actor)) return;
    if (asked.length && !asked.every((word) => claimText(n).includes(word))) return;
    kept.push(n);
  });
  return Object.hasOwn(orders, params.sort || '') ? kept.sort((a, b) => orders[params.sort](a, b) || a - b) : kept;
}

function fillForm(form, params, count) {
  for (const field of form.elements) if (field.name && document.activeElement !== field) field.value = params[field.name] || '';
  form.querySelector('output').textContent = `${count} of ${data.claims.length} claims`;
}

function showClaims(params) {
  matched = select(params);
  listed = 0;
  list.replaceChildren();
  moreClaims();
  fillForm(document.querySelector('.filters[data-view="claims"]'), params, matched.length);
}

function moreClaims() {
  const next = matched.slice(listed, listed + PAGE);
  list.append(...next.map(claimElement));
  listed += next.length;
  document.getElementById('more-claims').hidden = listed >= matched.length;
}

// Whether an id belongs to a claim that is not listed at the moment; if so it is put first.
function claimOf(id) {
  let n = id.startsWith('claim-') ? places.get(id.slice(6)) : undefined;
  if (n === undefined && id.startsWith('w-')) {
    const chunk = chunks.findIndex((text) => text.includes(` id="${id}"`));
    n = chunk >= 0
      ? data.claims.findIndex((_, at) => Math.floor(at / data.chunk) === chunk && claimElement(at).querySelector(`[id="${id}"]`))
      : claimElements.findIndex((made) => made && made.querySelector(`[id="${id}"]`));
  }
  if (n === undefined || n < 0) return false;
  list.prepend(claimElement(n));
  return true;
}

document.getElementById('more-claims').addEventListener('click', moreClaims);
