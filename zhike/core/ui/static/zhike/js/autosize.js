// A text field that grows with its text, where the browser cannot do so by itself.
import { attach } from "./start.js";

if (!CSS.supports("field-sizing", "content")) {
  attach("textarea[data-autosize], .composer-text", (area) => {
    const grow = () => {
      area.style.blockSize = "auto";
      area.style.blockSize = `${area.scrollHeight + 2}px`;
    };
    area.addEventListener("input", grow);
    grow();
  });
}
