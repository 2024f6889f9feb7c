// What was typed into a page and not saved: another form was pressed, the login had run out, the server was away.
// It waits in the tab for the page that follows, or for its own where that is no answer of ours; another member never gets it.
// Today keeps its own on the server. Passwords, files and the rows of lists stay out of it.
(() => {
  "use strict";
  const body = document.body;
  const member = body.dataset.member;
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const one = (selector, root = document) => root.querySelector(selector);
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
  const typedInto = (form, sent) => Array.from(form.elements)
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
    if (fields.map(typeAgain).some(Boolean)) window.winback.notice(back ? body.dataset.unsent : body.dataset.unsaved);
  }

  // the door, or the sentence of a server that cannot: nothing was taken
  function wait(kept) {
    sessionStorage.setItem("typed", JSON.stringify({ ...kept, lost: true }));
    const back = one("input[name=back]");
    if (back) back.value = kept.page;
  }

  function typeAgain({ form, name, type, value, checked, at, seen: read }) {
    const same = all("form").find((other) => held(other) && said(other) === form);
    const field = same && Array.from(same.elements).filter((other) =>
      other.name === name && other.type === type && (!choice(other) || other.value === value))[at];
    if (!field || (choice(field) ? field.checked === checked : field.value === value)) return false;
    if (choice(field)) field.checked = checked;
    else field.value = value;
    if (seen(same) && read) seen(same).value = read; // other words that came in between are not written over unread
    for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    ["input", "change"].forEach((event) => field.dispatchEvent(new Event(event, { bubbles: true })));
    return true;
  }

  document.addEventListener("DOMContentLoaded", takeTyped);
})();
