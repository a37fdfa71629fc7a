// The page's state lives in the fragment alone: #view?name=value&…, or #id of one thing within a view.
const data = JSON.parse(document.getElementById('data').textContent);
const views = [...document.querySelectorAll('.view')].map((v) => v.id);
const homes = { claim: 'claims', w: 'claims', conflict: 'conflicts', severity: 'conflicts', event: 'timeline', quote: 'quotes', report: 'reports', m: 'reports', origin: 'sourcing' };

function readState() {
  const [name, query = ''] = decodeFragment(location.hash.slice(1)).split('?');
  const view = views.includes(name) ? name : homeOf(name);
  const params = Object.fromEntries(new URLSearchParams(query));
  return { view: view || 'brief', target: view && view !== name ? name : '', params };
}

function homeOf(name) {
  const [kind] = name.split('-');
  return Object.hasOwn(homes, kind) ? homes[kind] : undefined;
}

function decodeFragment(text) {
  try { return decodeURI(text); } catch { return text; }
}

function fragment(view, params) {
  const kept = Object.entries(params).filter(([, value]) => value !== '' && value != null);
  const query = new URLSearchParams(kept).toString();
  return '#' + view + (query ? '?' + query : '');
}

// Typing in a field replaces the state; a choice adds one, so that "back" undoes it.
function go(view, params, replace = false) {
  const to = fragment(view, params);
  if (to === location.hash) return;
  if (replace) {
    history.replaceState(null, '', to);
    show();
  } else {
    location.hash = to;
  }
}
