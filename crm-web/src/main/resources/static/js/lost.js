// The lost list: rows that were decided leave without a page load, and come back with an undo; a reload keeps the place.
(() => {
  "use strict";
  const one = (selector) => document.querySelector(selector);
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const list = () => all("#list tbody tr");
  const rowsOf = (lapses) => lapses.map((id) => document.getElementById(`lapse-${id}`)).filter(Boolean);
  let wanted = null;

  // the address says where one is, without a new entry in the history
  function keep(row) {
    const plain = location.pathname + location.search;
    history.replaceState(history.state, "", row ? `${plain}#${row.id}` : plain);
  }

  document.addEventListener("focusin", (event) => {
    const row = event.target.closest && event.target.closest("#list tbody tr");
    if (row) keep(row);
  });

  const fresh = () => htmx.ajax("GET", location.pathname + location.search, { target: "#list", swap: "outerHTML" });

  document.body.addEventListener("decided", (event) => {
    const gone = rowsOf(event.detail.lapses);
    const everything = !!one("#acts [name=all]:checked");
    all("#acts [data-apart]").forEach((box) => { box.checked = false; }); // "all that match" was said of this act alone
    if (!gone.length) return; // nothing of this list was decided: whoever is at a row stays there
    const before = list();
    const last = before.indexOf(gone[gone.length - 1]);
    const stays = (row) => !gone.includes(row);
    const at = document.activeElement.closest("#list tbody tr");
    const next = before.slice(last + 1).find(stays) || before.slice(0, Math.max(last, 0)).reverse().find(stays);
    if (event.detail.stay) renew(gone, everything);
    else gone.forEach((row) => row.remove());
    count();
    if (!next) event.detail.stay || empty(everything);
    else if (!at || !stays(at)) window.winback.mark(next); // who has gone on is left there
  });

  // who was put off is still lost: the row says so where the list still has it
  async function renew(rows, everything) {
    const answer = await fetch(location.pathname + location.search, { headers: { "HX-Request": "true" } }).catch(() => null);
    const now = answer && answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!now) return;
    rows.filter((row) => row.isConnected).forEach((row) => {
      const fresh = now.getElementById(row.id);
      const here = row.contains(document.activeElement);
      if (fresh) row.replaceWith(fresh);
      else row.remove();
      if (fresh && here) window.winback.mark(fresh);
    });
    count();
    if (!list().length) empty(everything);
  }

  // the page is worked off: the next one, or the first if all were meant; its notice and undo stay, as with a page load they would not
  function empty(everything) {
    keep(null);
    const next = !everything && one("#list [rel=next]");
    const href = next ? next.href : one("#acts [name=back]").value;
    if (new URL(href, location.href).href !== location.href) {
      history.replaceState({ htmx: true }, ""); // going back loads the page before
      history.pushState({ htmx: true }, "", href);
    }
    scrollTo(0, 0);
    htmx.ajax("GET", href, { target: "#list", swap: "outerHTML" }).then(() => {
      const heading = one("#count");
      if (next && list()[0]) window.winback.mark(list()[0]);
      else if (heading && document.activeElement === document.body) { // what had the focus is gone
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      }
    });
  }

  document.body.addEventListener("restored", (event) => {
    wanted = `lapse-${event.detail.lapses[0]}`;
    fresh();
  });

  document.body.addEventListener("htmx:afterSettle", () => {
    const row = wanted && document.getElementById(wanted);
    if (row) window.winback.mark(row);
    if (row) wanted = null;
  });

  // an undo of what was done here needs no page load either
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.closest("#toasts") || !one("#list") || !/\/(lost\/decisions|bulk\/\d+)\/undo(\?.*)?$/.test(form.action)) return;
    event.preventDefault();
    const note = form.closest(".note");
    htmx.ajax("POST", form.action, { source: form, swap: "none" }).then(() => note.remove());
  });

  function count() {
    const chosen = one("[data-chosen]");
    if (!chosen) return;
    const boxes = all("#list tbody input[type=checkbox]:checked:not([data-by-key])");
    chosen.hidden = !boxes.length;
    const words = one("[data-words]");
    words.textContent = words.dataset.words.replace("{n}", boxes.length);
  }

  document.body.addEventListener("htmx:afterRequest", count);

  // many take a while: the page says that it has heard
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.elt.id !== "acts") return;
    const words = one("[data-words]");
    const rows = one("#acts [name=all]:checked") ? words.dataset.total : all("#list tbody input:checked").length;
    if (rows === 1) return;
    event.detail.elt.setAttribute("aria-busy", "true");
    words.textContent = words.dataset.working.replace("{n}", rows);
  });
  document.body.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.elt.id === "acts") event.detail.elt.removeAttribute("aria-busy");
  });

  document.addEventListener("change", (event) => {
    if (event.target.closest("#list table")) setTimeout(count);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.id === "member") {
      event.preventDefault();
      one("#assign").click();
    }
  });

  const here = location.hash.startsWith("#lapse-") && document.getElementById(location.hash.slice(1));
  if (here) window.addEventListener("load", () => window.winback.mark(here));
})();
