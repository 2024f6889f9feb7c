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
  let objecting = false;

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
    // an offer that is given goes with what was heard in the talk, and with no end
    if (button.name === "offer" && ["no", "other"].some((name) => !one(`#panel-${name}`).hidden)) show("");
    if (button.dataset.fill) {
      const field = document.getElementById(button.dataset.fill);
      const shut = field.closest(".panel[hidden]");
      if (shut) show(shut.id.replace("panel-", ""));
      field.value = button.dataset.value;
      field.dispatchEvent(new Event("input", { bubbles: true })); // kept like what is typed
      field.focus();
    }
  }, true);

  // what needs its day says so before it is sent
  function needs() {
    const result = one("#talk-result");
    const at = one("#talk-at");
    if (!result) return;
    at.required = ["appointment", "promise"].includes(result.value);
    const label = one("label[for=talk-at]");
    label.textContent = at.required ? label.dataset.needed : label.dataset.free;
  }
  document.addEventListener("change", (event) => { if (event.target.id === "talk-result") needs(); });

  // the browser shows the line that is written in, and the rest of a field may stay behind the outcomes
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("#call-form textarea")) event.target.scrollIntoView({ block: "nearest" });
  });

  // a day is given up by choosing it again
  let had = null;
  document.addEventListener("pointerdown", (event) => {
    const label = event.target.closest(".next label");
    had = label && label.control.checked ? label.control : null;
  });
  function giveUp(day) {
    day.checked = false;
    delete sheet[day.id];
    keep();
  }
  document.addEventListener("click", (event) => {
    if (event.target !== had) return;
    giveUp(had);
    had = null;
  });

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
      if (choice.checked) giveUp(choice);
      else choice.checked = true;
      followUp = "";
      return true;
    }
    const goesOn = all('[name="next"]').some((other) => other.value.startsWith(followUp));
    if (!goesOn) followUp = "";
    return goesOn;
  }

  document.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const panel = event.target.closest("fieldset.panel");
    if (event.key === "Enter" && panel && event.target.tagName !== "BUTTON") {
      event.preventDefault();
      one("[data-send]", panel).click();
    } else if (event.key === "Escape" && panel) {
      const opener = one(`[aria-controls="${panel.id}"]`);
      show("");
      opener.focus();
    } else if (event.key === "Enter" && event.target.matches("#on, [name=next]")) {
      event.preventDefault(); // the first button of the form is an outcome: Enter must not choose it
    } else if (plain && body.dataset.singleKeys === "true" && !typing(event.target) && !one("dialog[open]")) {
      single(event);
    }
  }, true);

  function single(event) {
    const outcome = OUTCOMES.includes(event.key);
    if (answers(event.key)) {
      stop(event);
    } else if (outcome && event.repeat) {
      stop(event); // a key held down is one call
    } else if (chooses(event.key)) {
      stop(event);
    } else if (busy && outcome) {
      stop(event);
      waiting.push(event.key);
    }
  }

  // b and a number: the answer to an objection, in two keys
  function answers(key) {
    const list = document.getElementById("objections");
    if (key === "b" && list) {
      list.open = objecting = true;
      list.scrollIntoView({ block: "nearest" });
      return true;
    }
    const chosen = objecting && all(".answer", list)[Number(key) - 1];
    objecting = false;
    if (!chosen) return false;
    all(".answer", list).forEach((other) => { other.open = other === chosen; });
    one("summary", chosen).focus();
    chosen.scrollIntoView({ block: "nearest" });
    return true;
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

  // What is typed is kept by the server: nothing of a customer stays in the browser --------------
  let sheet = {};
  let timer = 0;
  let noted = "";
  const text = () => document.getElementById("note");
  const form = () => document.getElementById("call-form");
  const kept = (field) => field.id && field.id !== "note" && field.type !== "hidden" && field.closest("#call-form");

  // also what stands in a panel that is closed; radio buttons that were left are left
  function restore() {
    clearTimeout(timer);
    sheet = form() ? JSON.parse(form().dataset.sheet || "{}") : {};
    noted = text() ? text().value : "";
    Object.entries(sheet).forEach(([id, value]) => {
      const field = document.getElementById(id);
      if (!field || !kept(field)) return;
      if (/^(checkbox|radio)$/.test(field.type)) field.checked = value === "true";
      else field.value = value;
    });
    needs();
  }

  function note(event) {
    const field = event.target;
    if (!kept(field)) return;
    if (field.type === "radio") all(`[name="${field.name}"]`, form()).forEach((other) => delete sheet[other.id]);
    sheet[field.id] = /^(checkbox|radio)$/.test(field.type) ? String(field.checked) : field.value;
    clearTimeout(timer);
    timer = setTimeout(keep, 800);
  }
  document.addEventListener("input", note);
  document.addEventListener("change", note);

  const put = (address, fields) => fetch(address, {
    method: "PUT",
    keepalive: true,
    headers: { "X-CSRF-TOKEN": one("[name=_csrf]", form()).value, "HX-Request": "true" },
    body: new URLSearchParams(fields),
  });

  // the server's sentence is shown where it is one; a proxy's page is none
  const sentence = async (answer) =>
    (answer.headers.get("Content-Type") || "").startsWith("text/plain") ? answer.text() : body.dataset.failed;

  // without an answer the next key tries again
  function keep() {
    clearTimeout(timer);
    timer = 0;
    if (!form()) return Promise.resolve(false);
    const at = form();
    const token = () => one("[name=_csrf]", at).value;
    const sent = token();
    return put(at.dataset.keep, sheet).then(async (answer) => {
      // sent before the page had the new session's token, and refused after it
      if (!answer.ok && at.isConnected && sent !== token()) return keep();
      if (signedOut(answer.status)) return false;
      if (!answer.ok) return !window.winback.notice(await sentence(answer));
      const saved = document.getElementById("saved");
      if (at.isConnected && saved) saved.innerHTML = await answer.text();
      return true;
    }, () => { window.winback.notice(body.dataset.offline); return false; });
  }

  async function putNote() {
    const field = text();
    const typed = field.value;
    const answer = await put(field.getAttribute("hx-put"), { note: typed });
    if (answer.ok && text() === field) noted = typed;
    return answer;
  }

  const unkept = () => timer || (text() && text().value !== noted);

  // what was typed in the last moment, however one goes on; false: it could not be kept
  async function keepNote() {
    if (!text() || text().value === noted) return true;
    const answer = await putNote().catch(() => null);
    if (!answer) window.winback.notice(body.dataset.offline);
    else if (!answer.ok && !signedOut(answer.status)) window.winback.notice(await sentence(answer));
    // a card that is no longer there or another's cannot hold anybody
    return !!answer && (answer.ok || answer.status === 404);
  }
  const keepAll = () => Promise.all([timer ? keep() : true, keepNote()]).then((kept) => kept.every(Boolean));

  function signedOut(status) {
    const gone = status === 401 || status === 403;
    const banner = document.getElementById("signed-out");
    if (gone && banner) {
      banner.hidden = false;
      banner.scrollIntoView({ block: "nearest" });
    }
    return gone;
  }

  // htmx would load the page anew and lose what stands on it
  body.addEventListener("htmx:beforeOnLoad", (event) => {
    const inside = event.detail.elt.closest && event.detail.elt.closest(".call");
    if (!inside || !signedOut(event.detail.xhr.status)) return;
    event.preventDefault();
    busy = false;
    waiting.length = 0;
  });

  // signed in again elsewhere: this page gets the new session's token and saves what it holds
  async function renew() {
    const banner = document.getElementById("signed-out");
    if (!form() || !banner || banner.hidden) return;
    const page = new DOMParser().parseFromString(await (await fetch(form().dataset.again)).text(), "text/html");
    const token = one("#call-form [name=_csrf]", page);
    if (!token) return;
    all("[name=_csrf]").forEach((field) => { field.value = token.value; });
    all("[hx-headers]").forEach((field) => field.setAttribute("hx-headers", JSON.stringify({ "X-CSRF-TOKEN": token.value })));
    const answer = await putNote();
    banner.hidden = await keep() && answer.ok;
  }
  window.addEventListener("focus", renew);
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-renew]")) renew();
    const dial = event.target.closest("[data-dial]");
    if (dial) dialled(event);
  });

  // the link of a text message takes the words as they stand
  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-message]")) return;
    const link = one("[href^='sms:']", event.target.parentElement);
    link.href = link.href.split("?")[0] + "?body=" + encodeURIComponent(event.target.value);
  });

  // the purpose is written down before dialling
  function dialled(event) {
    const aim = document.getElementById("aim");
    if (aim.reportValidity()) htmx.trigger(aim, "dialled");
    else event.preventDefault();
  }

  body.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.elt.id === "note" && event.detail.successful) noted = event.detail.requestConfig.parameters.note;
  });

  // another card waits until this one is kept: the same one may be asked for again
  body.addEventListener("htmx:confirm", (event) => {
    if (!ours(event) || event.detail.verb !== "get" || !unkept()) return;
    event.preventDefault();
    busy = true;
    keepAll().then((kept) => {
      if (kept) return event.detail.issueRequest(true);
      busy = false;
      waiting.length = 0; // pressed for the card that did not come
    });
  });

  // the call takes its note along; the fields are there when it is taken back
  body.addEventListener("htmx:beforeRequest", (event) => {
    if (!ours(event) || event.detail.requestConfig.verb === "get") return;
    if (event.detail.elt.id === "call-form") timer && keep();
    else keepAll();
  });
  body.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.elt.id === "today") restore();
  });
  window.addEventListener("pagehide", keepAll);
  restore();

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.closest("#toasts") || !/\/(tasks\/\d+(\/postpone)?|today\/checks\/[^/]+\/\d+)\/undo(\?.*)?$/.test(form.action)) return;
    event.preventDefault();
    const note = form.closest(".note");
    htmx.ajax("POST", form.action, { source: form, target: "#today", swap: "outerHTML" }).then(() => note.remove());
  });
})();
