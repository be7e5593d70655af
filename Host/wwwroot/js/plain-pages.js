// Small comforts for pages that work without it: printing, narrowing villages to the chosen town, sizes of files, one click one order,
// and one person per browser.
(() => {
  'use strict';

  const narrow = town => {
    const village = town.form && town.form.querySelector('select[data-village]');
    if (!village) return;
    for (const group of village.querySelectorAll('optgroup')) {
      const fits = town.value !== '' && group.dataset.town === town.value;
      group.hidden = group.disabled = !fits;
      if (!fits && group.contains(village.selectedOptions[0])) village.value = '';
    }
    village.disabled = town.value === '';
  };

  const weigh = files => {
    const together = [...files.files].reduce((sum, file) => sum + file.size, 0);
    const wrong = files.files.length > Number(files.dataset.most) || together > Number(files.dataset.largest);
    files.setCustomValidity(wrong ? files.dataset.wrong : '');
    files.reportValidity();
  };

  // A live page goes on for the person who opened it. When somebody signs out or in beside it, on a desk that several
  // people share, it must not be used by whoever comes next.
  const person = document.documentElement.dataset.person ?? '';
  const windows = new BroadcastChannel('shanzhi-person');
  windows.onmessage = ({ data: present }) => {
    if (person !== '' && present !== person) location.reload();
  };
  windows.postMessage(person);

  document.addEventListener('click', event => {
    if (event.target.closest('[data-print]')) window.print();
  });
  document.addEventListener('change', event => {
    if (event.target.matches('select[data-town]')) narrow(event.target);
    if (event.target.matches('input[type=file][data-largest]')) weigh(event.target);
  });
  document.addEventListener('submit', event => {
    if (!event.target.matches('form[data-once]')) return;
    const button = event.submitter;
    if (button) setTimeout(() => { button.disabled = true; }, 0);
  });
  // A page that comes back from the browser's memory may still have its button locked.
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-once] button[disabled]').forEach(button => { button.disabled = false; });
    document.querySelectorAll('select[data-town]').forEach(narrow);
  });
})();
