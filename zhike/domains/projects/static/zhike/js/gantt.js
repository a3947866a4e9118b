// A bar is moved by dragging, or by the arrow keys once it is chosen; the server moves it on to a working day.
// From the end of a bar a line is drawn onto another one, which then comes after it.
import { attach, cookie, told } from "./start.js";

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
    const send = () => { if (days) post(bar.dataset.shift, { days }, bar); };
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
  chart.querySelectorAll("[data-before]").forEach((end) => join(chart, end));
});

// What the answer says stands on the page as it is loaded anew, so the answer itself is not followed.
function post(address, values, bar) {
  const headers = { "X-CSRFToken": cookie("csrftoken") };
  fetch(address, { method: "POST", body: new URLSearchParams(values), headers, redirect: "manual" }).then((answer) => {
    if (answer.type !== "opaqueredirect") return told({ status: answer.status });
    if (bar.dataset.shift) sessionStorage.setItem("gantt", bar.dataset.shift);
    return location.reload();
  }, () => told({}));
}

function join(chart, end) {
  const own = end.previousElementSibling;
  let line = null;
  let onto = null;
  const clear = () => { line?.remove(); line = null; onto?.classList.remove("onto"); onto = null; end.classList.remove("drawn"); };
  end.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    end.setPointerCapture(event.pointerId);
    end.classList.add("drawn");
    line = document.createElementNS("http://www.w3.org/2000/svg", "line");
    line.setAttribute("class", "gantt-line");
    end.after(line);
  });
  end.addEventListener("pointermove", (event) => {
    if (!line) return;
    const box = end.ownerSVGElement.getBoundingClientRect();
    const ends = { x1: end.getAttribute("cx"), y1: end.getAttribute("cy"), x2: event.clientX - box.left, y2: event.clientY - box.top };
    for (const [name, value] of Object.entries(ends)) line.setAttribute(name, value);
    const bar = document.elementsFromPoint(event.clientX, event.clientY).find((one) => one.matches("[data-after]"));
    onto?.classList.remove("onto");
    onto = bar && bar !== own ? bar : null;
    onto?.classList.add("onto");
  });
  end.addEventListener("pointerup", () => {
    const bar = onto;
    clear();
    if (bar) post(bar.dataset.after, { before: end.dataset.before }, bar);
  });
  end.addEventListener("pointercancel", clear);
}
