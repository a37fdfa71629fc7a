// Two reports side by side, put together from the claims' own elements.
const pick = document.querySelector('.pick');

function showComparison(params) {
  const ids = data.reports.map((r) => r[0]);
  const a = Math.max(0, ids.indexOf(params.a)), other = ids.indexOf(params.b);
  const b = other >= 0 ? other : Math.min(ids.length - 1, a === 0 ? 1 : 0);
  pick.elements.a.value = ids[a];
  pick.elements.b.value = ids[b];
  const both = [], onlyA = [], onlyB = [];
  data.claims.forEach((claim, n) => {
    const inA = tells(claim, a), inB = tells(claim, b);
    if (inA && inB) both.push(n);
    else if (inA) onlyA.push(n);
    else if (inB) onlyB.push(n);
  });
  const heads = [a, b].map((r) => element('h3', {}, element('a', { href: '#report-' + ids[r] }, isolated(data.reports[r][1]))));
  document.getElementById('comparison').replaceChildren(
    element('div', { class: 'versus heads' }, ...heads),
    element('h3', {}, `Both tell (${both.length})`), ...both.map((n) => bothTell(n, ids[a], ids[b])),
    element('h3', {}, 'Only one of them tells'),
    element('div', { class: 'versus' }, onlyOne(onlyA, a), onlyOne(onlyB, b)),
    ...sharedWording(ids[a], ids[b]));
}

function tells(claim, report) {
  for (let i = 0; i < claim[CELLS].length; i += 2) if (claim[CELLS][i] === report) return true;
  return false;
}

function bothTell(n, a, b) {
  const mentions = [...claimElement(n).querySelectorAll('.mentions > li')];
  const column = (report) => {
    const mine = mentions.filter((li) => li.dataset.r === report).map((li) => li.cloneNode(true));
    for (const copy of mine) copy.removeAttribute('id');
    return element('ul', { class: 'mentions' }, ...mine);
  };
  const [symbol, word] = data.status[data.claims[n][STATUS]];
  return element('section', { class: 'both', 'data-item': '', tabindex: '-1' },
    element('h4', {}, element('a', { href: '#claim-' + data.claims[n][ID] }, isolated(data.claims[n][GLOSS])), ' ',
      element('span', { class: 'meta s-' + data.claims[n][STATUS] }, `${symbol} ${word}`)),
    element('div', { class: 'versus' }, column(a), column(b)));
}

function onlyOne(claims, report) {
  return element('div', {}, element('h4', {}, isolated(data.reports[report][1]), ` (${claims.length})`),
    element('ul', { class: 'only' }, ...claims.map((n) =>
      element('li', { 'data-item': '' }, element('a', { href: '#claim-' + data.claims[n][ID] }, isolated(data.claims[n][GLOSS]))))));
}

function sharedWording(a, b) {
  const shared = [...document.querySelectorAll('.shared > li')].filter(
    (li) => (li.dataset.a === a && li.dataset.b === b) || (li.dataset.a === b && li.dataset.b === a));
  if (!shared.length) return [];
  return [element('h3', {}, 'Shared wording'), element('ul', { class: 'shared' }, ...shared.map((li) => {
    const copy = li.cloneNode(true);
    copy.querySelector('details').open = true;
    return copy;
  }))];
}

pick.addEventListener('change', () => go('compare', { a: pick.elements.a.value, b: pick.elements.b.value }));
