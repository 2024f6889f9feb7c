// Keys, notices and focus of every page. Pages that need more bring a file of their own.
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
  window.winback = { notice, mark, currentRow };

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
  });
})();
