// The call card: panels, the keys pressed while an answer is on its way, and an undo without a page load.
(() => {
  "use strict";
  const body = document.body;
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const OUTCOMES = "1234560";
  const waiting = [];
  let busy = false;
  let followUp = "";

  const typing = (target) =>
    target.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) &&
    !/^(checkbox|radio|button|submit)$/.test(target.type));

  // a panel that is closed is disabled, so that its fields are not sent
  function show(name) {
    all("[data-panel]").forEach((button) => {
      const panel = one(`#panel-${button.dataset.panel}`);
      const open = button.dataset.panel === name && panel.hidden;
      panel.hidden = !open;
      panel.disabled = !open;
      button.setAttribute("aria-expanded", String(open));
      if (open) {
        panel.scrollIntoView({ block: "nearest" });
        (one("select, input:not([type=hidden])", panel) || panel).focus();
      }
    });
  }

  // before htmx reads the form: an outcome of one key sends no half filled panel
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.panel) show(button.dataset.panel);
    if (button.name === "result") show("");
    if (button.dataset.fill) {
      const field = document.getElementById(button.dataset.fill);
      field.value = button.dataset.value;
      field.focus();
    }
  }, true);

  const press = (key) => {
    const control = one(`#today [data-key="${key}"]`);
    if (control) control.click();
  };

  // +1d +3d +1w +1m are typed as they are written
  function chooses(key) {
    if (key === "+") {
      followUp = "+";
      return true;
    }
    if (!followUp) return false;
    followUp += key;
    const choice = document.getElementById(`next${followUp}`);
    if (choice) {
      choice.checked = true;
      followUp = "";
      return true;
    }
    const goesOn = all('[name="next"]').some((other) => other.value.startsWith(followUp));
    if (!goesOn) followUp = "";
    return goesOn;
  }

  document.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "Enter" && event.target.closest(".panel") && event.target.tagName !== "BUTTON") {
      event.preventDefault();
      one("[data-send]", event.target.closest(".panel")).click();
    } else if (event.key === "Escape" && event.target.closest(".panel")) {
      show("");
      one("[data-focus]").focus();
    } else if (event.key === "Enter" && event.target.matches("#on, [name=next]")) {
      event.preventDefault(); // the first button of the form is an outcome: Enter must not choose it
    } else if (plain && body.dataset.singleKeys === "true" && !typing(event.target) && !one("dialog[open]")) {
      single(event);
    }
  }, true);

  function single(event) {
    const outcome = OUTCOMES.includes(event.key);
    if (outcome && event.repeat) {
      stop(event); // a key held down is one call
    } else if (chooses(event.key)) {
      stop(event);
    } else if (busy && outcome) {
      stop(event);
      waiting.push(event.key);
    }
  }

  function stop(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  const ours = (event) => event.detail.target && event.detail.target.id === "today";

  body.addEventListener("htmx:beforeRequest", (event) => {
    if (ours(event)) busy = true;
  });

  // what was pressed meanwhile belongs to the card that is there now; after a refusal to nothing
  body.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.elt.id !== "today") return;
    busy = false;
    if (waiting.length) press(waiting.shift());
  });
  ["htmx:responseError", "htmx:sendError", "htmx:timeout", "htmx:sendAbort"].forEach((name) =>
    body.addEventListener(name, (event) => {
      if (!ours(event)) return;
      busy = false;
      waiting.length = 0;
    }));

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.closest("#toasts") || !/\/(tasks\/\d+|today\/checks\/[^/]+\/\d+)\/undo(\?.*)?$/.test(form.action)) return;
    event.preventDefault();
    const note = form.closest(".note");
    htmx.ajax("POST", form.action, { source: form, target: "#today", swap: "outerHTML" }).then(() => note.remove());
  });
})();
