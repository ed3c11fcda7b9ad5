// Plus and minus beside a quantity; the steps come from the input itself.
export function watchSteppers() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-stepper] [data-by]");
    if (!button) return;
    const input = button.closest("[data-stepper]").querySelector("input");
    if (Number(button.dataset.by) > 0) input.stepUp();
    else input.stepDown();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

// A slider beside a quantity: it moves the number, and follows what is typed there.
export function watchSliders() {
  const number = (slider) => document.getElementById(slider.dataset.slider);
  for (const slider of document.querySelectorAll("[data-slider]")) slider.hidden = false;
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-slider]")) number(event.target).value = event.target.value;
    else for (const slider of document.querySelectorAll(`[data-slider="${CSS.escape(event.target.id)}"]`)) slider.value = event.target.value;
  });
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-slider]")) return;
    number(event.target).dispatchEvent(new Event("change", { bubbles: true }));
  });
}
