// Runs before the first paint, so that only the view that the fragment asks for is ever laid out.
{
  const homes = { claim: 'claims', w: 'claims', conflict: 'conflicts', severity: 'conflicts', event: 'timeline', quote: 'quotes', report: 'reports', m: 'reports', origin: 'sourcing' };
  const name = location.hash.slice(1).split('?')[0];
  const root = document.documentElement;
  const [kind] = name.split('-');
  root.dataset.view = Object.hasOwn(homes, kind) ? homes[kind] : name || 'brief';
  root.classList.add('js');
}
