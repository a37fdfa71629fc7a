// j k / ? Esc and the digits.
function items() {
  const view = document.getElementById(readState().view);
  return [...view.querySelectorAll('[data-item]')].filter((item) => item.getClientRects().length);
}

function handle(item) {
  if (item.matches('details')) return item.querySelector('summary');
  if (item.hasAttribute('tabindex')) return item;
  const link = item.querySelector('a, summary');
  if (link) return link;
  item.tabIndex = -1;
  return item;
}

function move(step) {
  const all = items();
  const focused = document.activeElement.closest('[data-item]');
  const at = all.indexOf(focused);
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + step))];
  if (!next) return;
  handle(next).focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}

function search() {
  const field = document.querySelector(`#${readState().view} .filters input[name="q"]`) || document.getElementById('find');
  field.focus();
  field.select();
}

const keys = {
  j: () => move(1),
  k: () => move(-1),
  '/': search,
  '?': () => document.getElementById('help').showModal(),
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (event.target.closest('input, select, textarea')) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  const digit = '1234567890'.indexOf(event.key);
  if (digit >= 0 && views[digit]) go(views[digit], {});
  else if (Object.hasOwn(keys, event.key)) keys[event.key]();
  else return;
  event.preventDefault();
});
