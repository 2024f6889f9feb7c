// A list whose rows are chosen and acted upon.
(() => {
  "use strict";
  const body = document.body;
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  // acts upon the chosen rows, else upon the current one; what is pressed while an answer is on its way waits with its own rows
  const acts = [];
  let sent = [];
  let passing = false;
  const boxesOf = (form) => Array.from(form.elements).filter((box) => box.type === "checkbox");
  const rowsIn = (boxes) => boxes.filter((box) => !("apart" in box.dataset));
  const called = (box) => `${box.name}=${box.value}`;
  const free = (boxes) => boxes.filter((box) => "byKey" in box.dataset).forEach((box) => { box.checked = false; delete box.dataset.byKey; });
  const byKey = (box) => { if (!box.checked) box.dataset.byKey = ""; box.checked = true; };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-acts]") || passing) return;
    const row = window.winback.currentRow();
    const boxes = boxesOf(form);
    const ticked = rowsIn(boxes).filter((box) => box.checked && !("byKey" in box.dataset));
    const asked = ticked.length ? ticked : rowsIn(boxes).filter((box) => row && row.contains(box));
    const taken = [...sent, ...acts.flatMap((act) => act.boxes)];
    const open = asked.filter((box) => !taken.includes(called(box)));
    if (open.length && !sent.length) {
      free(rowsIn(boxes).filter((box) => !asked.includes(box))); // a page that came back by the history
      asked.forEach(byKey);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!asked.length) window.winback.notice(body.dataset.choose);
    const apart = boxes.filter((box) => box.checked && "apart" in box.dataset);
    if (open.length) acts.push({ form: form.id, by: event.submitter, boxes: [...open, ...apart].map(called) });
  }, true); // before htmx reads the form

  // the list may have come anew meanwhile: form, button and boxes are found by what they say
  function send(act) {
    const form = document.getElementById(act.form);
    const by = form && Array.from(form.elements).find((e) => e.type === "submit" && !e.disabled && e.name === act.by.name && e.value === act.by.value);
    const boxes = form ? boxesOf(form) : [];
    const mine = boxes.filter((box) => act.boxes.includes(called(box)));
    if (!by || !rowsIn(mine).length) return;
    const others = boxes.filter((box) => box.checked && !mine.includes(box));
    others.forEach((box) => { box.checked = false; });
    mine.forEach(byKey);
    passing = true;
    by.click();
    passing = false;
    others.forEach((box) => { box.checked = true; });
  }

  body.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.elt.matches("[data-acts]")) sent = boxesOf(event.detail.elt).filter((box) => box.checked).map(called);
  });

  // whatever the answer was, the next key is for the row where it is pressed
  body.addEventListener("htmx:afterRequest", (event) => {
    if (!event.detail.requestConfig.elt.matches("[data-acts]")) return;
    free(all("input"));
    setTimeout(() => { // htmx lets the next one go after this
      sent = [];
      while (acts.length && !sent.length) send(acts.shift());
    });
  });

  // one box for all rows of a list
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-all]")) return;
    all("tbody input[type=checkbox]", event.target.closest("table")).forEach((box) => {
      box.checked = event.target.checked;
      box.closest("tr").setAttribute("aria-selected", String(box.checked));
    });
  });
})();
