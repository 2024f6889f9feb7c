// The letter's form: the frame follows the words after a short rest, and a chip puts its variable at the cursor.
(() => {
  "use strict";
  const form = document.getElementById("letter-form");
  const show = document.getElementById("show");
  if (!form || !show) return;
  let field = form.querySelector("[name=body]");
  let timer = 0;
  const draw = () => form.requestSubmit(show);
  const later = () => { clearTimeout(timer); timer = setTimeout(draw, 300); };

  form.addEventListener("focusin", (event) => {
    if (event.target.matches("input[type=text], input:not([type]), textarea")) field = event.target;
  });
  form.addEventListener("input", later);
  document.querySelectorAll("[name=width]").forEach((choice) => choice.addEventListener("change", draw));
  form.addEventListener("click", (event) => {
    const ready = event.target.closest("[data-subject]");
    if (ready) {
      const subject = form.querySelector("[name=subject]");
      subject.value = ready.dataset.subject;
      subject.focus();
      subject.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const chip = event.target.closest("[data-insert]");
    if (!chip || field.readOnly) return;
    field.setRangeText(chip.dataset.insert, field.selectionStart, field.selectionEnd, "end");
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  // a picture stands in a paragraph of its own, a download in the line
  document.addEventListener("click", (event) => {
    const file = event.target.closest("[data-file]");
    const body = form.querySelector("[name=body]");
    if (!file || body.readOnly) return;
    const mark = file.dataset.file;
    const alone = mark.startsWith("!") ? `\n\n${mark}\n\n` : mark;
    body.setRangeText(alone, body.selectionStart, body.selectionEnd, "end");
    body.focus();
    body.dispatchEvent(new Event("input", { bubbles: true }));
  });
  // the checks come anew after each rest: what the reader has opened or shut stays so
  const folds = new Map();
  document.addEventListener("click", (event) => {
    const summary = event.target.closest("#check summary");
    if (summary) folds.set(summary.id, !summary.parentElement.open);
  });
  document.body.addEventListener("htmx:afterSwap", () => folds.forEach((open, id) => {
    const summary = document.getElementById(id);
    if (summary) summary.parentElement.open = open;
  }));
  draw();
})();
