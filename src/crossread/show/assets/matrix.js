// The matrix: the static table's rows chosen and ordered, or, in a large dossier, one page of rows and columns built.
const ROWS = 50, COLUMNS = 24;
const matrixView = document.getElementById('matrix');
const matrixRows = [...matrixView.querySelectorAll('tbody tr')];

function showMatrix(params) {
  const kept = select(params);
  fillForm(matrixView.querySelector('.filters'), params, kept.length);
  if (data.large) buildMatrix(kept, params);
  else matrixView.querySelector('tbody').replaceChildren(...kept.map((n) => matrixRows[n]));
  showWords(params.words);
}

function buildMatrix(kept, params) {
  const row = Math.max(0, Math.min(Number(params.row) || 0, Math.max(0, kept.length - 1)));
  const column = Math.max(0, Math.min(Number(params.col) || 0, data.reports.length - 1));
  const rows = kept.slice(row, row + ROWS);
  const columns = columnOrder(rows).slice(column, column + COLUMNS);
  const reports = columns.map((n) => data.reports[n]);
  const head = element('tr', {}, element('th', { scope: 'col' }, 'Claim'), element('th', { scope: 'col', class: 'o' }, 'Origins'),
    ...reports.map((r) => element('th', { scope: 'col', class: 'r' }, element('a', { href: '#report-' + r[0] }, isolated(r[1])))));
  const body = element('tbody', {}, ...rows.map((n) => matrixRow(n, columns)));
  const table = element('table', { class: 'matrix' + (reports.length <= data.wide ? ' worded' : '') },
    element('caption', { class: 'vh' }, 'What each report does with each claim'), element('thead', {}, head), body);
  matrixView.querySelector('.scroll').replaceChildren(table);
  pager(kept.length, row, column, params);
}

// The reports that tell most of the rows first: most of five hundred tell none of them.
function columnOrder(rows) {
  const told = data.reports.map(() => 0);
  for (const n of rows) for (let i = 0; i < data.claims[n][CELLS].length; i += 2) told[data.claims[n][CELLS][i]] += 1;
  return told.map((_, n) => n).sort((a, b) => told[b] - told[a] || a - b);
}

function matrixRow(n, columns) {
  const claim = data.claims[n];
  const [symbol, word] = data.status[claim[STATUS]];
  const sign = element('span', { class: 's s-' + claim[STATUS], title: word }, symbol, element('span', { class: 'vh' }, ' ' + word));
  const count = claim[LOW] === claim[LOW + 1] ? `${claim[LOW]}` : `${claim[LOW]}–${claim[LOW + 1]}`;
  const made = element('tr', { 'data-c': n },
    element('th', { scope: 'row' }, element('a', { href: '#claim-' + claim[ID] }, isolated(claim[GLOSS])), ' ', sign),
    element('td', { class: 'o' }, count));
  const codes = new Map();
  for (let i = 0; i < claim[CELLS].length; i += 2) codes.set(claim[CELLS][i], claim[CELLS][i + 1]);
  for (const column of columns) made.append(matrixCell(n, codes.get(column), data.reports[column]));
  return made;
}

function matrixCell(n, code, report) {
  if (code === undefined) {
    const [symbol, word] = report[2] ? data.silent : data.noText;
    return element('td', { class: report[2] ? 'k-silent' : 'k-no-text' }, symbol, element('small', {}, word));
  }
  const [symbol, word, name] = data.certainty[code % 8];
  const words = data.claims[n][ID] + '~' + report[0];
  const link = element('a', { href: fragment('matrix', { words }), 'data-words': words }, symbol,
    element('small', {}, word + (code >= 8 ? ' ?' : '')));
  return element('td', { class: 'k-' + name }, link);
}

function pager(total, row, column, params) {
  const bar = matrixView.querySelector('.pager');
  const step = (text, to, allowed) => {
    const button = element('button', { type: 'button' }, text);
    button.disabled = !allowed;
    button.addEventListener('click', () => go('matrix', { ...params, ...to }));
    return button;
  };
  bar.hidden = false;
  bar.replaceChildren(
    `Claims ${total ? row + 1 : 0}–${Math.min(row + ROWS, total)} of ${total}`,
    step('↑ earlier', { row: row - ROWS }, row > 0), step('later ↓', { row: row + ROWS }, row + ROWS < total),
    `Reports ${column + 1}–${Math.min(column + COLUMNS, data.reports.length)} of ${data.reports.length}`,
    step('← left', { col: column - COLUMNS }, column > 0), step('right →', { col: column + COLUMNS }, column + COLUMNS < data.reports.length));
}

// A cell's words in a dialog: "claim~report".
function showWords(asked) {
  const dialog = document.getElementById('words');
  const [claim, report] = (asked || '').split('~');
  const n = places.get(claim);
  if (n === undefined) {
    if (dialog.open) dialog.close();
    return;
  }
  const told = [...claimElement(n).querySelectorAll('.mentions > li')].filter((li) => li.dataset.r === report);
  const copies = told.map((li) => li.cloneNode(true));
  for (const copy of copies) copy.removeAttribute('id');
  document.getElementById('words-title').replaceChildren(isolated(data.claims[n][GLOSS]));
  document.getElementById('words-body').replaceChildren(element('ul', { class: 'mentions' }, ...copies),
    element('p', { class: 'see' }, element('a', { href: '#claim-' + claim }, 'The whole claim')));
  if (!dialog.open) dialog.showModal();
}

matrixView.addEventListener('click', (event) => {
  const link = event.target.closest('td a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const cell = link.parentElement;
  const claim = data.claims[Number(cell.parentElement.dataset.c)];
  const words = link.dataset.words || claim[ID] + '~' + data.reports[cell.cellIndex - 2][0];
  go('matrix', { ...readState().params, words });
});
