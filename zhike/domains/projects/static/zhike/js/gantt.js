// A bar is moved by dragging, or by the arrow keys once it is chosen; the server moves it on to a working day.
import { attach, cookie } from "./start.js";

const LATER = 700; // milliseconds after the last key until it is sent

attach("[data-gantt]", (chart) => {
  const scale = Number(chart.dataset.gantt);
  const names = chart.querySelector(".gantt-names").offsetWidth;
  chart.scrollLeft = Number(chart.dataset.today) - (chart.clientWidth - names) / 2;
  chart.querySelectorAll("[data-shift]").forEach((bar) => {
    let from = null;
    let days = 0;
    let waiting = 0;
    const show = () => bar.setAttribute("transform", `translate(${Math.round(days * scale)} 0)`);
    const send = () => {
      if (!days) return;
      const body = new URLSearchParams({ days });
      fetch(bar.dataset.shift, { method: "POST", body, headers: { "X-CSRFToken": cookie("csrftoken") } })
        .then(() => { sessionStorage.setItem("gantt", bar.dataset.shift); location.reload(); });
    };
    bar.addEventListener("pointerdown", (event) => { from = event.clientX; bar.setPointerCapture(event.pointerId); event.preventDefault(); });
    bar.addEventListener("pointermove", (event) => { if (from !== null) { days = Math.round((event.clientX - from) / scale); show(); } });
    bar.addEventListener("pointerup", () => { from = null; send(); });
    bar.addEventListener("pointercancel", () => { from = null; days = 0; show(); });
    bar.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (event.key === "Escape") { days = 0; clearTimeout(waiting); show(); }
      if (!step) return;
      event.preventDefault();
      days += step;
      show();
      clearTimeout(waiting);
      waiting = setTimeout(send, LATER);
    });
    if (sessionStorage.getItem("gantt") === bar.dataset.shift) { sessionStorage.removeItem("gantt"); bar.focus(); }
  });
});
