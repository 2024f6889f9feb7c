// Keys, notices, focus and charts of every page. Pages that need more bring a file of their own.
(() => {
  "use strict";
  const body = document.body;
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const one = (selector, root = document) => root.querySelector(selector);
  const visible = (element) => element && element.getClientRects().length > 0 && !element.disabled;

  // Keys ---------------------------------------------------------------------------------------
  const SECTIONS = { t: "today", l: "lost", c: "customers", e: "letters", r: "reports" };
  const typing = (target) =>
    target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) &&
    !/^(checkbox|radio|button|submit)$/.test(target.type);
  let going = 0;

  const rows = () => all("[data-rows] tbody tr, ol[data-rows] > li, ul[data-rows] > li");
  const currentRow = () => {
    const focused = document.activeElement && document.activeElement.closest("[data-rows] tr, [data-rows] > li");
    return focused || one("[data-rows] .current");
  };

  function step(by) {
    const list = rows();
    if (!list.length) return false;
    const at = list.indexOf(currentRow());
    mark(list[Math.min(Math.max(at + by, 0), list.length - 1)]);
    return true;
  }

  function mark(row) {
    rows().forEach((other) => other.classList.toggle("current", other === row));
    (one("a[href], button", row) || row).focus();
    row.scrollIntoView({ block: "nearest" });
  }

  function click(selector, root = document) {
    const element = all(selector, root).find(visible);
    if (!element) return false;
    if (element.tagName === "SELECT") element.focus();
    else element.click();
    return true;
  }

  function focus(selector) {
    const row = currentRow();
    const element = [...(row ? all(selector, row) : []), ...all(selector)].find(visible);
    if (!element) return false;
    element.focus();
    if (element.select) element.select();
    return true;
  }

  function open(id) {
    const dialog = document.getElementById(id);
    if (!dialog || dialog.open) return false;
    const opener = document.activeElement;
    all("template", dialog).forEach((kept) => kept.replaceWith(kept.content));
    dialog.addEventListener("close", () => opener && opener.focus(), { once: true });
    dialog.showModal();
    return true;
  }

  function go(key) {
    going = 0;
    const entry = SECTIONS[key] && one(`[data-section="${SECTIONS[key]}"]`);
    if (entry) entry.click();
    return !!entry;
  }

  // lists know their next page alone: the one before is where one came from
  function back() {
    if (!one("[data-back]")) return false;
    history.back();
    return true;
  }

  const KEYS = {
    "/": () => focus("[data-search]"),
    j: () => step(1),
    k: () => step(-1),
    x: () => { const row = currentRow(); return row ? click("input[type=checkbox]", row) : click("[data-compare]"); },
    o: () => { const row = currentRow(); return !!row && click("a[href]", row); },
    "[": () => click("[rel=prev]") || back(),
    "]": () => click("[rel=next]"),
    n: () => focus("[data-note]"),
    z: () => { const last = all("#toasts [data-undo]").filter(visible).pop(); return last ? !last.click() : click("[data-undo]"); },
    "?": () => open("help"),
    g: () => { going = Date.now(); return true; },
  };

  // Palette: one field from which everything is found -----------------------------------------------
  const field = one("#palette-field");

  function palette() {
    if (!field || !open("palette")) return false;
    field.value = "";
    htmx.trigger(field, "find");
    field.focus();
    return true;
  }

  function choose(by) {
    const options = all("#palette-found a");
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const next = options[Math.min(Math.max(at + by, 0), options.length - 1)];
    options.forEach((option) => option.setAttribute("aria-selected", String(option === next)));
    if (next) next.scrollIntoView({ block: "nearest" });
    if (next) field.setAttribute("aria-activedescendant", next.id);
  }

  if (field) {
    field.addEventListener("keydown", (event) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by) choose(by);
      const chosen = one("#palette-found [aria-selected=true]");
      if (event.key === "Enter" && chosen && chosen.href) chosen.click();
      if (by || event.key === "Enter") event.preventDefault();
    });
    body.addEventListener("htmx:afterSettle", (event) => {
      // of two answers that settle one after the other the second would choose the second line
      if (event.detail.elt.id === "palette-found" && !one("#palette-found [aria-selected=true]")) choose(1);
    });
  }

  // a control that names a key answers it: first in the current row, then on the page
  function named(key) {
    const selector = `[data-key="${CSS.escape(key)}"]`;
    const row = currentRow();
    if (row && click(selector, row)) return true;
    const there = all(selector).filter(visible);
    if (there.some((e) => !e.closest("[data-rows]"))) return click(selector);
    if (there.length === 1 && rows().filter(visible).length === 1) return click(selector); // one row alone: it is meant
    if (there.length && !row) notice(body.dataset.choose);
    return there.length > 0 && !row;
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && !event.altKey) {
      event.preventDefault();
      palette();
      return;
    }
    if (body.dataset.singleKeys !== "true" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (one("dialog[open]")) return;
    // a key held down is one deed; only the way through the rows goes on
    if (event.repeat && !/^[jk]$/.test(event.key)) return;
    const waiting = going && Date.now() - going < 1500;
    const done = waiting ? go(event.key) : named(event.key) || (KEYS[event.key] || (() => false))();
    if (done) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const control = event.target.closest("[data-close], [data-open], [data-print], [data-toggle], [data-copy], [data-palette]");
    if (!control) return;
    if (control.matches("[data-close]")) (control.closest("dialog") ? control.closest("dialog").close() : control.closest(".note").remove());
    if (control.matches("[data-open]")) open(control.dataset.open);
    if (control.matches("[data-palette]")) palette();
    if (control.matches("[data-print]")) window.print();
    if (control.matches("[data-copy]")) copy(control);
    if (control.matches("[data-toggle]")) {
      const target = document.getElementById(control.dataset.toggle);
      target.hidden = !target.hidden;
      control.setAttribute("aria-expanded", String(!target.hidden));
    }
  });

  // where the browser keeps the clipboard to itself (plain http), the text is at least selected
  function copy(control) {
    const field = document.getElementById(control.dataset.copy);
    field.select();
    if (navigator.clipboard) navigator.clipboard.writeText(field.value).then(() => notice(control.dataset.copied));
  }

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
    const row = currentRow();
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
    if (!asked.length) notice(body.dataset.choose);
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

  // a second click while the answer is on its way is no second deed; what came back is a form as before
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target.method !== "post") return; // htmx has its own
    if (event.submitter && event.submitter.formTarget) return; // a preview, which is drawn again and again
    if ("sent" in event.target.dataset) event.preventDefault();
    event.target.dataset.sent = "";
    setTimeout(() => delete event.target.dataset.sent, 5000);
  });
  addEventListener("pageshow", () => all("form[data-sent]").forEach((form) => delete form.dataset.sent));

  // a table of which nothing is cut off scrolls with the page, so that its head can stay in sight
  const measured = new ResizeObserver((seen) => seen.forEach(({ target }) =>
    target.classList.toggle("fits", target.scrollWidth <= target.clientWidth)));
  const measure = () => all(".table-region").forEach((region) => measured.observe(region));
  document.addEventListener("DOMContentLoaded", measure);
  body.addEventListener("htmx:afterSettle", measure);

  // a file is told to be too large before it is on its way: its server closes the door on it
  document.addEventListener("change", ({ target }) => {
    if (!target.matches("[data-most]")) return;
    const file = target.files[0];
    target.setCustomValidity(file && file.size > Number(target.dataset.most) ? target.dataset.larger : "");
    target.reportValidity();
  });

  // one box for all rows of a list
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-all]")) return;
    all("tbody input[type=checkbox]", event.target.closest("table")).forEach((box) => {
      box.checked = event.target.checked;
      box.closest("tr").setAttribute("aria-selected", String(box.checked));
    });
  });

  // Notices: at least 8 s, longer while read, and with an undo as long as the server takes the act back; on a telephone a line of the page until the next one, because a line that goes moves
  // what a thumb is about to press ----------------------------------------------------------------
  const LASTS = 9000;
  const narrow = matchMedia("(max-width: 767.98px)");
  const inSight = () => one("#toasts").parentElement.getBoundingClientRect().top > -16;

  // after the focus has gone where it belongs, which scrolls; whoever goes on at once has seen the line, and has fields there now
  function place(note) {
    const seen = inSight();
    setTimeout(() => {
      const line = narrow.matches && (seen || inSight());
      one("#toasts").classList.toggle("afloat", !line);
      if (line) all(".note", one("#toasts")).forEach((other) => other === note || other.remove());
      else watch(note);
    }, 80);
  }

  function watch(note) {
    // what leaves the house may be taken back for half a minute, the rest for a minute; over the fields of a telephone none stays
    const lasts = narrow.matches || !one("form", note) ? LASTS : one("form[action*='/release']", note) ? 30000 : 60000;
    all(".note[data-old]", one("#toasts")).forEach((other) => other.remove());
    setTimeout(() => note.setAttribute("data-old", ""), LASTS);
    let timer = setTimeout(() => note.remove(), lasts);
    const hold = () => clearTimeout(timer);
    const letGo = () => { clearTimeout(timer); timer = setTimeout(() => note.remove(), lasts); };
    note.addEventListener("mouseenter", hold);
    note.addEventListener("focusin", hold);
    note.addEventListener("mouseleave", letGo);
    note.addEventListener("focusout", letGo);
  }

  function notice(text) {
    const note = document.createElement("div");
    const words = document.createElement("span");
    const close = document.createElement("button");
    note.className = "note";
    words.textContent = text;
    close.type = "button";
    close.dataset.close = "";
    close.textContent = "×";
    close.setAttribute("aria-label", body.dataset.closeLabel || "×");
    note.append(words, close);
    one("#toasts").append(note);
  }

  const toasts = one("#toasts");
  if (toasts) {
    all(".note", toasts).forEach(place);
    new MutationObserver((changes) => changes.forEach((change) =>
      change.addedNodes.forEach((node) => node.classList && node.classList.contains("note") && place(node))
    )).observe(toasts, { childList: true });
  }
  window.winback = { notice, mark };

  // the server's sentence says what to do; a proxy's page does not
  body.addEventListener("htmx:responseError", (event) => {
    const answer = event.detail.xhr;
    const plain = (answer.getResponseHeader("Content-Type") || "").startsWith("text/plain");
    notice(plain ? answer.responseText : body.dataset.failed);
  });
  ["htmx:sendError", "htmx:timeout"].forEach((name) =>
    body.addEventListener(name, () => notice(body.dataset.offline)));

  // what the summary of a refused form says stands at its field too
  all(".alert-danger a[href^='#field-']").forEach((link) => {
    const field = document.getElementById(link.hash.slice(1));
    if (!field) return;
    const words = Object.assign(document.createElement("div"), { id: `${field.id}-fault`, className: "small dont at-field", textContent: link.textContent });
    field.matches("input, select, textarea") ? (field.closest("label") || field).after(words) : field.append(words);
    field.classList.add("is-invalid");
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", [field.getAttribute("aria-describedby"), words.id].filter(Boolean).join(" "));
  });

  // the new heading gets the focus after a swap; a page marks it with data-focus
  body.addEventListener("htmx:afterSettle", (event) => {
    const root = event.detail.elt;
    const by = event.detail.requestConfig;
    const left = by && by.elt.matches("[data-leaves]"); // a button that its answer takes away
    const heading = root && (left || root.matches("[data-focus]") ? root : one("[data-focus]", root));
    if (heading) {
      heading.tabIndex = -1;
      heading.focus();
    }
    draw();
  });

  // What was typed into a page and not saved: another form was pressed, the login had run out, the server was away -----
  // It waits in the tab for the page that follows, or for its own where that is no answer of ours; another member never gets it.
  // Today keeps its own on the server. Passwords, files and the rows of lists stay out of it.
  const member = body.dataset.member;
  const touched = new WeakSet();
  const here = location.pathname + location.search;
  const held = (form) => form.matches("main form[method=post]:not([data-acts], #call-form)");
  const choice = (field) => /^(checkbox|radio)$/.test(field.type);
  const said = (form) => [form.getAttribute("action"), ...Array.from(form.elements)
    .filter((hidden) => hidden.type === "hidden" && !/^(_csrf|version|seen|step|was\..*)$/.test(hidden.name))
    .map((hidden) => `${hidden.name}=${hidden.value}`)].join(" ");
  const alike = (field) => Array.from(field.form.elements).filter((other) =>
    other.name === field.name && other.type === field.type && (!choice(field) || other.value === field.value));
  const seen = (form) => one("input[type=hidden][name=seen]", form);
  const typedInto = (form, sent, part = form) => Array.from(part.elements)
    .filter((field) => touched.has(field) && field.name && !/^(hidden|password|file)$/.test(field.type))
    .map((field) => ({ form: said(form), sent, name: field.name, type: field.type, value: field.value, checked: field.checked, at: alike(field).indexOf(field), seen: seen(form) && seen(form).value }));

  function keep(form) {
    const fields = all("form").filter(held).flatMap((other) => typedInto(other, other === form));
    if (fields.length) sessionStorage.setItem("typed", JSON.stringify({ member, page: here, fields }));
  }
  const forget = () => sessionStorage.removeItem("typed");

  document.addEventListener("input", (event) => touched.add(event.target));
  // after all of the document, where a page's own script may yet keep the form from leaving
  window.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.target || event.submitter && event.submitter.formTarget || form.closest(".rail")) return;
    if (member) keep(form);
  });
  // a letter is long: what is written of it survives a reload, and words that many get wait in the tab until they are saved
  window.addEventListener("pagehide", () => {
    const letter = one("#letter-form");
    const part = one("[data-draft]");
    if (!member || !letter) return;
    const fields = typedInto(letter, false, part || letter);
    if (!fields.length) return;
    if (part) keepDrafts({ ...drafts(), [said(letter)]: fields });
    else if (!sessionStorage.getItem("typed")) keep();
  });
  // a page that stays keeps its fields itself; one that is asked to load anew has lost them
  body.addEventListener("htmx:beforeRequest", (event) => event.detail.requestConfig.verb !== "get" && held(event.detail.elt) && keep(event.detail.elt));
  body.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.requestConfig.verb === "get") return;
    if (event.detail.xhr.getResponseHeader("HX-Refresh") !== "true") forget();
  });

  function takeTyped() {
    const kept = JSON.parse(sessionStorage.getItem("typed") || "null");
    if (!kept) return;
    if (!member) return wait(kept);
    const back = kept.lost || performance.getEntriesByType("navigation")[0].type === "back_forward";
    if (back && kept.member === member && kept.page !== here) return;
    forget();
    if (kept.member !== member) return;
    const fields = kept.fields.filter((field) => back || !field.sent);
    if (fields.map(typeAgain).some(Boolean)) notice(back ? body.dataset.unsent : body.dataset.unsaved);
  }

  // the door, or the sentence of a server that cannot: nothing was taken
  function wait(kept) {
    sessionStorage.setItem("typed", JSON.stringify({ ...kept, lost: true }));
    const back = one("input[name=back]");
    if (back) back.value = kept.page;
  }

  function fieldOf({ form, name, type, value, at }) {
    const same = all("form").find((other) => held(other) && said(other) === form);
    return same && Array.from(same.elements).filter((other) =>
      other.name === name && other.type === type && (!choice(other) || other.value === value))[at];
  }

  function typeAgain(kept) {
    const field = fieldOf(kept);
    if (!field || (choice(field) ? field.checked === kept.checked : field.value === kept.value)) return false;
    if (choice(field)) field.checked = kept.checked;
    else field.value = kept.value;
    const read = seen(field.form);
    if (read && kept.seen) read.value = kept.seen; // other words that came in between are not written over unread
    for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    ["input", "change"].forEach((event) => field.dispatchEvent(new Event(event, { bubbles: true })));
    return true;
  }

  // Drafts: the words of a letter by the address of their form, until it shows them as saved or somebody discards them
  const drafts = () => {
    const kept = JSON.parse(sessionStorage.getItem("drafts") || "{}");
    return kept.member === member ? kept.forms : {};
  };
  const keepDrafts = (forms) => sessionStorage.setItem("drafts", JSON.stringify({ member, forms }));
  const saved = (field, kept) => choice(field) ? field.defaultChecked === kept.checked : field.defaultValue.trim() === kept.value.trim();

  function takeDraft() {
    if (location.search === "?logout") sessionStorage.clear();
    if (!member) return;
    const part = one("[data-draft]");
    const { [part && said(part.form)]: kept = [], ...others } = drafts();
    const fields = kept.filter(fieldOf);
    const refused = part && part.dataset.draft === "refused"; // shows what was typed, and nothing of it is saved
    if (!refused && fields.every((field) => saved(fieldOf(field), field))) return keepDrafts(others); // and none of another member's
    fields.forEach((field) => touched.add(fieldOf(field)));
    if (refused) return;
    const now = seen(part.form) && seen(part.form).value;
    fields.forEach(typeAgain);
    offerBack(part, now);
  }

  function offerBack(part, now) {
    notice(body.dataset.unsent);
    const line = one("#drafted");
    line.hidden = false;
    one("button", line).addEventListener("click", () => {
      part.form.reset();
      if (now) seen(part.form).value = now;
      keepDrafts(Object.fromEntries(Object.entries(drafts()).filter(([form]) => form !== said(part.form))));
      Array.from(part.elements).forEach((field) => touched.delete(field));
      line.hidden = true;
      part.dispatchEvent(new Event("input", { bubbles: true }));
      one("input", part).focus();
    });
  }

  document.addEventListener("DOMContentLoaded", takeDraft); // before what else was typed
  document.addEventListener("DOMContentLoaded", takeTyped);

  // Charts: drawn from the table that stands beside them ------------------------------------------
  // canvas knows no light-dark(): the browser is asked which colour a variable is just now
  function colour(variable) {
    const probe = document.createElement("i");
    probe.style.color = `var(${variable})`;
    body.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  }

  const number = (cell) => Number(cell.dataset.value || cell.textContent);

  // a month that is not over yet is hatched
  function fills(table, tint) {
    return all("tbody tr", table).map((row) => row.children[0].dataset.partial === "true" ? hatched(tint) : tint);
  }

  function hatched(tint) {
    const tile = Object.assign(document.createElement("canvas"), { width: 8, height: 8 });
    const pen = tile.getContext("2d");
    pen.strokeStyle = tint;
    pen.lineWidth = 3;
    [-8, 0, 8].forEach((x) => { pen.moveTo(x, 8); pen.lineTo(x + 8, 0); });
    pen.stroke();
    return pen.createPattern(tile, "repeat");
  }

  function dataset(table, column, index, kinds) {
    const tint = colour(`--series-${index + 1}`);
    return {
      type: kinds[index] || "bar",
      label: one(`thead th:nth-child(${column + 1})`, table).textContent.trim(),
      data: all("tbody tr", table).map((row) => number(row.children[column])),
      backgroundColor: kinds[index] === "line" ? tint : fills(table, tint),
      borderColor: tint,
      borderWidth: kinds[index] === "line" ? 2 : 0,
      pointRadius: 3,
      maxBarThickness: 36,
      order: kinds[index] === "line" ? 0 : 1,
    };
  }

  // what changed in a month: a diamond above it, its words in the tooltip and as links in the list beside the chart
  function marks(table) {
    const links = all(`[data-marks="${table.id}"] a`);
    return all("tbody tr", table).map((row) =>
      links.filter((link) => link.dataset.month === row.children[0].dataset.month).map((link) => link.textContent.trim()));
  }

  const lines = (words) => words.match(/\S{41,}|.{1,40}(?:\s|$)/g) || [words];

  const diamonds = (marked, tint) => ({
    id: "diamonds",
    beforeDatasetsDraw({ ctx, chartArea, scales }) {
      ctx.save();
      Object.assign(ctx, { strokeStyle: tint, fillStyle: tint, textAlign: "center", font: "12px sans-serif" });
      ctx.setLineDash([2, 4]);
      marked.forEach((words, index) => {
        if (!words.length) return;
        const x = scales.x.getPixelForValue(index);
        ctx.beginPath();
        ctx.moveTo(x, chartArea.top);
        ctx.lineTo(x, chartArea.bottom);
        ctx.stroke();
        ctx.fillText(words.length > 1 ? `◆ ${words.length}` : "◆", x, chartArea.top - 4);
      });
      ctx.restore();
    },
  });

  function draw() {
    if (!window.Chart) return;
    all("canvas[data-table]").forEach((canvas) => {
      const drawn = window.Chart.getChart(canvas);
      if (drawn) drawn.destroy();
      const table = document.getElementById(canvas.dataset.table);
      const kinds = (canvas.dataset.kinds || "").split(" ");
      const columns = (canvas.dataset.columns || "1").split(" ").map(Number);
      const text = colour("--text-2");
      const line = colour("--line");
      const marked = marks(table);
      const any = marked.some((words) => words.length);
      const axis = { ticks: { color: text, precision: 0 }, grid: { color: line }, beginAtZero: true, title: { display: "unit" in canvas.dataset, text: canvas.dataset.unit, color: text } };
      new window.Chart(canvas, {
        plugins: any ? [diamonds(marked, colour("--text"))] : [],
        data: {
          labels: all("tbody tr", table).map((row) => row.children[0].textContent.trim()),
          datasets: columns.map((column, index) => dataset(table, column, index, kinds)),
        },
        options: {
          animation: false,
          layout: { padding: { top: any ? 16 : 0 } },
          indexAxis: "lying" in canvas.dataset ? "y" : "x",
          maintainAspectRatio: false,
          interaction: { mode: "index", intersect: false },
          scales: "lying" in canvas.dataset ? { x: axis, y: { ...axis, grid: { display: false }, title: {} } }
            : { x: { ...axis, grid: { display: false }, title: {}, reverse: "newestFirst" in canvas.dataset }, y: axis },
          plugins: { tooltip: { callbacks: { footer: (items) => items.slice(0, 1).flatMap((item) => marked[item.dataIndex].flatMap(lines)) } }, legend: { position: "bottom", labels: { color: text, boxWidth: 14, sort: (a, b) => a.datasetIndex - b.datasetIndex } } },
        },
      });
    });
  }

  document.addEventListener("DOMContentLoaded", draw);
  ["(prefers-color-scheme: dark)", "print"].forEach((media) => window.matchMedia(media).addEventListener("change", draw));
})();
