// Shows the state: one view at a time, others hidden but found by the browser's own search.
const draw = { claims: showClaims, matrix: showMatrix, compare: showComparison };
let drawn = '';

function show(moved = true) {
  const state = readState();
  for (const view of document.querySelectorAll('.view')) {
    if (view.id === state.view) view.removeAttribute('hidden');
    else view.setAttribute('hidden', 'until-found');
  }
  for (const link of document.querySelectorAll('nav a')) {
    if (link.dataset.view === state.view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  uncover(document.querySelector('nav [aria-current]'));
  const dialog = document.getElementById('words');
  if (dialog.open && !state.params.words) dialog.close();
  const asked = location.hash;
  if (draw[state.view] && !(state.target && drawn.startsWith('#' + state.view))) draw[state.view](state.params);
  const target = state.target && find(state.target);
  if (target) reveal(target);
  else if (moved && !drawn.startsWith('#' + state.view)) top_(state.view);
  drawn = state.target ? '#' + state.view : asked || '#brief';
  document.documentElement.classList.add('ready');
}

// Not scrollIntoView: that also moves where the first Tab goes, past the link that skips the navigation.
function uncover(link) {
  const row = link.closest('ol');
  const { left, right } = row.getBoundingClientRect();
  const here = link.getBoundingClientRect();
  if (here.left < left) row.scrollLeft -= left - here.left;
  if (here.right > right) row.scrollLeft += here.right - right;
}

function top_(view) {
  window.scrollTo(0, 0);
  const title = document.getElementById(view + '-title');
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}

function values(form) {
  return Object.fromEntries([...new FormData(form)].map(([key, value]) => [key, String(value)]));
}

for (const form of document.querySelectorAll('.filters')) {
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', (event) => go(form.dataset.view, values(form), event.target.name === 'q'));
  form.addEventListener('reset', () => go(form.dataset.view, {}));
}
const finder = document.querySelector('.find');
finder.addEventListener('submit', (event) => {
  event.preventDefault();
  go('claims', { q: finder.elements.q.value });
});

for (const dialog of document.querySelectorAll('dialog')) {
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
}
document.getElementById('help-button').addEventListener('click', keys['?']);
document.getElementById('words').addEventListener('close', () => {
  const { view, params } = readState();
  if (params.words) go(view, { ...params, words: '' }, true);
});

const network = document.querySelector('.network');
if (network) {
  const mark = (event) => {
    const id = event.target.closest('[data-n]')?.dataset.n;
    network.classList.toggle('focus', Boolean(id));
    const near = new Set([id]);
    for (const path of network.querySelectorAll('path')) {
      const on = path.dataset.a === id || path.dataset.b === id;
      path.classList.toggle('on', on);
      if (on) near.add(path.dataset.a).add(path.dataset.b);
    }
    for (const node of network.querySelectorAll('[data-n]')) node.classList.toggle('on', near.has(node.dataset.n));
  };
  for (const kind of ['pointerover', 'focusin', 'pointerleave', 'focusout']) network.addEventListener(kind, mark);
}

// A mark in a report says which claim it leads to.
document.addEventListener('pointerover', (event) => {
  const mark = event.target.closest('a.m');
  if (mark && !mark.title && places.has(mark.hash.slice(7))) mark.title = data.claims[places.get(mark.hash.slice(7))][GLOSS];
});
document.addEventListener('toggle', (event) => {
  const opened = event.target;
  if (!opened.open) return;
  unfold(opened);
  // What was opened by hand can be linked as it is seen; a filter that stands in the fragment stays there.
  const { target, params } = readState();
  const body = opened.matches('.claim, .report') && opened.querySelector('.body[id]');
  if (!body || Object.keys(params).length || (target && opened.contains(document.getElementById(target)))) return;
  history.replaceState(null, '', '#' + body.id);
}, true);
document.addEventListener('beforematch', (event) => {
  const view = event.target.closest('.view');
  const { target } = readState();
  // The browser also reveals what the fragment names: that state is already right.
  if (view && !(target && view.contains(document.getElementById(target)))) { history.replaceState(null, '', '#' + view.id); show(false); }
}, true);
window.addEventListener('beforeprint', () => {
  for (const held of document.querySelectorAll('.report > noscript')) held.replaceWith(parse(held));
  if (readState().view !== 'claims') showClaims({});
  while (listed < matched.length) moreClaims();
});
window.addEventListener('hashchange', () => show());
show(false);
