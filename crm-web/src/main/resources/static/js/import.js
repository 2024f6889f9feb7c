// The progress of an import: listened to where the browser can, asked for each second where it cannot.
(() => {
  "use strict";
  const shown = () => document.getElementById("progress");
  let stream = null;

  function draw(run) {
    const root = shown();
    const told = root.querySelector("[data-told]");
    const bar = root.querySelector("progress");
    if (told) told.textContent = run.text || "";
    const read = run.phase === "reading" && run.percent >= 99;
    if (bar && run.phase !== "checking" && !read) bar.value = run.percent;
    else if (bar) bar.removeAttribute("value");
    root.querySelectorAll("[data-figure]").forEach((figure) => {
      figure.textContent = run[figure.dataset.figure].toLocaleString(document.documentElement.lang);
    });
  }

  function reload() {
    htmx.ajax("GET", shown().getAttribute("hx-get"), { target: "#progress", swap: "outerHTML" });
  }

  function listen() {
    const address = shown() && shown().dataset.events;
    if (!address || !window.EventSource || stream) return;
    stream = new EventSource(address);
    stream.addEventListener("progress", (event) => draw(JSON.parse(event.data)));
    stream.addEventListener("end", () => {
      close();
      reload();
    });
    // the browser comes back by itself unless it was refused: then it is asked for again each second
    stream.addEventListener("error", () => {
      if (stream && stream.readyState === EventSource.CLOSED) close();
    });
  }

  function close() {
    stream.close();
    stream = null;
  }

  const listening = () => stream && stream.readyState === 1;

  document.body.addEventListener("htmx:beforeRequest", (event) => {
    const polls = event.detail.elt.id === "progress" && event.detail.requestConfig.triggeringEvent === undefined;
    if (polls && listening()) event.preventDefault();
  });
  // told while the chosen file still stands beside it
  document.querySelectorAll("input[data-wrong]").forEach((field) =>
    field.addEventListener("input", () =>
      field.setCustomValidity(field.validity.patternMismatch ? field.dataset.wrong.replace("{0}", field.value) : "")));
  window.addEventListener("pagehide", () => stream && close());
  listen();
})();
