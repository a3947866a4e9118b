// Draws the chart of a figure from its table, once it comes into sight. A bar opens the list that its cell links to.
import { attach } from "./start.js";

const SIGNALS = { good: "--good", watch: "--watch", bad: "--bad" };
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const dot = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

attach("[data-picture]", (figure) => {
  const box = figure.querySelector(".picture-chart");
  const table = read(figure.querySelector("table"));
  let chart = null;
  const draw = () => chart?.setOption(options(figure, box, table), true);
  new IntersectionObserver(async ([seen], watch) => {
    if (!seen.isIntersecting) return;
    watch.disconnect();
    await import(figure.dataset.picture);
    chart = globalThis.echarts.init(box, null, { renderer: "canvas" });
    chart.on("click", ({ seriesIndex, dataIndex }) => {
      const url = table.series[seriesIndex]?.links[dataIndex];
      if (url) location.assign(url);
    });
    draw();
    new ResizeObserver(() => { chart.resize(); draw(); }).observe(box);
  }, { rootMargin: "200px" }).observe(figure);
  new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
});

function read(table) {
  const rows = [...table.tBodies[0].rows];
  const series = [...table.tHead.rows[0].cells].slice(1).map((head, n) => {
    const cells = rows.map((row) => row.cells[n + 1]);
    return {
      name: head.textContent,
      signal: head.dataset.signal ?? "",
      values: cells.map(({ dataset }) => (dataset.value === "" ? null : Number(dataset.value))),
      links: cells.map((cell) => cell.querySelector("a")?.href ?? ""),
    };
  });
  return { buckets: rows.map((row) => row.cells[0].textContent), series };
}

function options({ dataset }, box, { buckets, series }) {
  const ink = colour("--ink-2"), hair = colour("--hair"), textStyle = { fontFamily: getComputedStyle(document.body).fontFamily };
  const few = buckets.length <= 8, width = (box.clientWidth - 60) / buckets.length;
  const unit = dataset.unit ? ` ${dataset.unit}` : "";
  const axis = { axisLabel: { color: ink, hideOverlap: true }, axisLine: { lineStyle: { color: colour("--rule") } }, axisTick: { show: false } };
  return {
    textStyle,
    animation: !calm.matches,
    animationDuration: 140,
    aria: { enabled: true, label: { enabled: false }, decal: { show: series.length > 1 } },
    color: [1, 2, 3, 4, 5, 6].map((n) => colour(`--picture-${n}`)),
    grid: { left: 4, right: 12, top: 12, bottom: series.length > 1 ? 34 : 4, containLabel: true },
    legend: { show: series.length > 1, bottom: 0, type: "scroll", textStyle: { color: ink }, itemWidth: 14, itemHeight: 10, pageIconColor: ink, pageTextStyle: { color: ink } },
    tooltip: {
      trigger: "axis", renderMode: "richText", confine: true, axisPointer: { type: "shadow", shadowStyle: { color: hair, opacity: 0.5 } },
      backgroundColor: colour("--raised"), borderColor: colour("--rule"), textStyle: { color: colour("--ink") },
      valueFormatter: (value) => (value == null ? "–" : `${value.toLocaleString(document.documentElement.lang)}${unit}`),
    },
    xAxis: { type: "category", data: buckets, ...axis, axisLabel: few ? { color: ink, interval: 0, overflow: "break", width } : axis.axisLabel },
    yAxis: { type: "value", minInterval: dataset.unit ? 0 : 1, ...axis, axisLabel: { color: ink, formatter: (value) => value.toLocaleString(document.documentElement.lang) + unit }, splitLine: { lineStyle: { color: hair } } },
    series: series.map(({ name, values, signal }, n) => ({
      name, type: "bar", data: values, stack: "stacked" in dataset ? "all" : undefined, barMaxWidth: 36,
      ...(signal && { itemStyle: { color: colour(SIGNALS[signal]) } }),
      ...(n === 0 && dataset.targetValue && { markLine: { silent: true, symbol: "none", data: [{ yAxis: Number(dataset.targetValue) }], lineStyle: { color: ink }, label: { position: "insideStartTop", color: ink, backgroundColor: colour("--paper"), padding: [1, 4], formatter: `${dataset.targetWords} ${dataset.targetValue}${unit}` } } }),
    })),
  };
}

// A token as rgb: the drawing library knows no oklch.
function colour(token) {
  dot.canvas.style.color = `var(${token})`;
  document.body.append(dot.canvas);
  dot.fillStyle = getComputedStyle(dot.canvas).color;
  dot.canvas.remove();
  dot.fillRect(0, 0, 1, 1);
  const [red, green, blue] = dot.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}
