// Charts, drawn from the table that stands beside each.
(() => {
  "use strict";
  const body = document.body;
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const one = (selector, root = document) => root.querySelector(selector);

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
  body.addEventListener("htmx:afterSettle", draw);
  ["(prefers-color-scheme: dark)", "print"].forEach((media) => window.matchMedia(media).addEventListener("change", draw));
})();
